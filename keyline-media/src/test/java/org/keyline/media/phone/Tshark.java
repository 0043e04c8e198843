package org.keyline.media.phone;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** tshark's view of RTP datagrams, one row of fields for each. */
public final class Tshark {
    private static final int PORT = 20_000;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int RAW_IP = 101;

    private Tshark() {}

    /** The named fields of each datagram. */
    public static List<List<String>> read(Path directory, List<byte[]> datagrams, String... fields) throws Exception {
        var file = Files.createTempFile(directory, "rtp", ".pcap");
        write(file, datagrams);
        var command = new ArrayList<>(List.of(
                "tshark",
                "-r",
                file.toString(),
                "-d",
                "udp.port==" + PORT + ",rtp",
                "-T",
                "fields",
                "-E",
                "separator=;"));
        for (var field : fields) {
            command.addAll(List.of("-e", field));
        }
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("tshark failed");
        }
        return output.lines().map(line -> List.of(line.split(";", -1))).toList();
    }

    private static void write(Path file, List<byte[]> datagrams) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(0xA1B2C3D4);
            out.writeShort(2);
            out.writeShort(4);
            out.writeLong(0);
            out.writeInt(65_535);
            out.writeInt(RAW_IP);
            for (int i = 0; i < datagrams.size(); i++) {
                packet(out, i, datagrams.get(i));
            }
        }
    }

    private static void packet(DataOutputStream out, int number, byte[] datagram) throws IOException {
        int length = IP_HEADER + UDP_HEADER + datagram.length;
        out.writeInt(number / 50);
        out.writeInt(number % 50 * 20_000);
        out.writeInt(length);
        out.writeInt(length);
        out.writeInt(0x45000000 | length);
        out.writeInt(0);
        out.writeInt(0x40110000);
        out.writeInt(0x7F000001);
        out.writeInt(0x7F000001);
        out.writeShort(PORT);
        out.writeShort(PORT);
        out.writeShort(UDP_HEADER + datagram.length);
        out.writeShort(0);
        out.write(datagram);
    }
}
