package org.keyline.sccp.codec.dissector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A capture file of one TCP connection between a phone and port 2000 of a server, one segment a packet. */
final class PcapFile implements AutoCloseable {
    private static final int ETHERNET = 1;
    private static final int HEADERS = 14 + 20 + 20;
    private static final int PHONE = 0xC0000215;
    private static final int SERVER = 0xC0000201;
    private static final int PHONE_PORT = 50000;
    private static final int SCCP_PORT = 2000;
    private static final int PUSH_ACK = 0x18;

    private final FileChannel file;
    private int phoneSequence = 1000;
    private int serverSequence = 900_000;
    private int packets;

    PcapFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(0xFFFF).putInt(ETHERNET);
        write(header);
    }

    void fromPhone(byte[] segment) throws IOException {
        packet(PHONE, PHONE_PORT, phoneSequence, SERVER, SCCP_PORT, serverSequence, segment);
        phoneSequence += segment.length;
    }

    void fromServer(byte[] segment) throws IOException {
        packet(SERVER, SCCP_PORT, serverSequence, PHONE, PHONE_PORT, phoneSequence, segment);
        serverSequence += segment.length;
    }

    private void packet(int from, int fromPort, int sequence, int to, int toPort, int acknowledged, byte[] segment)
            throws IOException {
        int length = HEADERS + segment.length;
        var record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(1_700_000_000).putInt(packets++ * 100).putInt(length).putInt(length);
        write(record);
        var packet = ByteBuffer.allocate(length);
        packet.putShort((short) 0x0200)
                .putInt(to)
                .putShort((short) 0x0200)
                .putInt(from)
                .putShort((short) 0x0800);
        ipHeader(packet, from, to, length - 14);
        packet.putShort((short) fromPort)
                .putShort((short) toPort)
                .putInt(sequence)
                .putInt(acknowledged);
        packet.putShort((short) (0x5000 | PUSH_ACK)).putShort((short) 0xFFFF).putInt(0);
        write(packet.put(segment));
    }

    private static void ipHeader(ByteBuffer packet, int from, int to, int length) {
        int start = packet.position();
        packet.putShort((short) 0x4500).putShort((short) length).putInt(0);
        packet.putShort((short) 0x4006).putShort((short) 0).putInt(from).putInt(to);
        int sum = 0;
        for (int i = start; i < start + 20; i += 2) {
            sum += packet.getShort(i) & 0xFFFF;
        }
        packet.putShort(start + 10, (short) ~((sum & 0xFFFF) + (sum >>> 16)));
    }

    private void write(ByteBuffer buffer) throws IOException {
        file.write(buffer.flip());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
