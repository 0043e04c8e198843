package org.keyline.tftp.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.tftp.ServedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket of one transfer: a port of its own, one peer. Runs on one event loop. */
final class TransferHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger log = LoggerFactory.getLogger(TransferHandler.class);

    private final ActiveTransfers.Slot slot;
    private final ServedFile file;
    private final TransferOptions options;
    private final TransferLimits limits;
    private final Transfer transfer;
    private @Nullable Future<?> timer;
    private @Nullable Future<?> longest;

    TransferHandler(ActiveTransfers.Slot slot, ServedFile file, TransferOptions options, TransferLimits limits) {
        this.slot = slot;
        this.file = file;
        this.options = options;
        this.limits = limits;
        this.transfer = new Transfer(file.length(), options, limits.tries());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        slot.onAbandon(() -> close(context));
        longest = context.executor()
                .schedule(() -> giveUp(context), limits.longest().toMillis(), TimeUnit.MILLISECONDS);
        perform(context, transfer.start());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        if (!packet.sender().equals(slot.peer())) {
            refuseStranger(context, packet);
            return;
        }
        try {
            take(context, TftpPacket.read(packet.content()));
        } catch (MalformedPacket malformed) {
            fail(context, malformed.getMessage());
        }
    }

    private void take(ChannelHandlerContext context, TftpPacket packet) {
        switch (packet) {
            case TftpPacket.Ack(var block) -> perform(context, transfer.acknowledge(block));
            case TftpPacket.Failure _ -> close(context);
            case TftpPacket.ReadRequest _, TftpPacket.WriteRequest _, TftpPacket.Unexpected _ ->
                fail(context, "Only ACK is expected here");
        }
    }

    private void perform(ChannelHandlerContext context, Transfer.Step step) {
        switch (step) {
            case Transfer.Step.SendOptions _ -> send(context, optionAcknowledgement(context));
            case Transfer.Step.SendBlocks(var first, var last) -> sendBlocks(context, first, last);
            case Transfer.Step.Wait _ -> {}
            case Transfer.Step.Finished _ -> close(context);
            case Transfer.Step.GaveUp _ -> giveUp(context);
        }
    }

    private void sendBlocks(ChannelHandlerContext context, long first, long last) {
        for (var block = first; block < last; block++) {
            var _ = context.write(new DatagramPacket(data(context, block), slot.peer()), context.voidPromise());
        }
        send(context, data(context, last));
    }

    private ByteBuf data(ChannelHandlerContext context, long block) {
        var size = transfer.size(block);
        return context.alloc()
                .ioBuffer(4 + size)
                .writeShort(3)
                .writeShort((int) (block & 0xffff))
                .writeBytes(file.content(), transfer.offset(block), size);
    }

    private ByteBuf optionAcknowledgement(ChannelHandlerContext context) {
        var out = context.alloc().ioBuffer(64).writeShort(6);
        options.accepted().forEach((name, value) -> {
            out.writeCharSequence(name, StandardCharsets.US_ASCII);
            out.writeByte(0).writeCharSequence(value, StandardCharsets.US_ASCII);
            out.writeByte(0);
        });
        return out;
    }

    private void send(ChannelHandlerContext context, ByteBuf packet) {
        var _ = context.writeAndFlush(new DatagramPacket(packet, slot.peer()), context.voidPromise());
        cancel(timer);
        timer = context.executor()
                .schedule(
                        () -> perform(context, transfer.timedOut()),
                        options.timeout().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void giveUp(ChannelHandlerContext context) {
        log.atDebug()
                .addKeyValue("peer", slot.peer())
                .addKeyValue("file", slot.filename())
                .log("Peer of a TFTP transfer fell silent");
        close(context);
    }

    private void fail(ChannelHandlerContext context, @Nullable String text) {
        var packet = TftpError.ILLEGAL_OPERATION.packet(context.alloc(), String.valueOf(text));
        var _ = context.writeAndFlush(new DatagramPacket(packet, slot.peer())).addListener(_ -> close(context));
    }

    /** RFC 1350 section 4: a packet from elsewhere gets an error and disturbs nothing. */
    private static void refuseStranger(ChannelHandlerContext context, DatagramPacket packet) {
        var isError = packet.content().readableBytes() >= 2 && packet.content().getUnsignedShort(0) == 5;
        if (!isError) {
            answer(context, packet.sender(), TftpError.UNKNOWN_TRANSFER, "Unknown transfer");
        }
    }

    static void answer(ChannelHandlerContext context, InetSocketAddress peer, TftpError error, String text) {
        var _ = context.writeAndFlush(
                new DatagramPacket(error.packet(context.alloc(), text), peer), context.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel(timer);
        cancel(longest);
        slot.release();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.atDebug().addKeyValue("peer", slot.peer()).setCause(cause).log("TFTP transfer ended by its socket");
        close(context);
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private static void cancel(@Nullable Future<?> scheduled) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
