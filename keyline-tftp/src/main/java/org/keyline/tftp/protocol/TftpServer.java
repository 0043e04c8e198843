package org.keyline.tftp.protocol;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.tftp.AskedName;
import org.keyline.tftp.FileSource;
import org.keyline.tftp.ServedFile;
import org.keyline.transport.EventLoops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves files over TFTP: read only, octet mode. Mode {@code netascii} is refused: it would change line ends inside
 * signed content, and no phone uses it. Each transfer has a port of its own and shares the file's bytes with all
 * others.
 */
public final class TftpServer {
    private static final Logger log = LoggerFactory.getLogger(TftpServer.class);
    private static final int LARGEST_DATAGRAM = 2_048;

    /** Room in the kernel for the requests of a building full of phones that get their power back at once. */
    private static final int REQUESTS_BUFFER = 1 << 20;

    private final EventLoops loops;
    private final FileSource files;
    private final TransferLimits limits;
    private final ActiveTransfers transfers;
    private @Nullable Channel channel;

    /** A server that is not started yet; it uses {@code loops} and does not shut them down. */
    public TftpServer(EventLoops loops, FileSource files, TransferLimits limits) {
        this.loops = loops;
        this.files = files;
        this.limits = limits;
        this.transfers = new ActiveTransfers(limits);
    }

    /**
     * Opens the port; 0 takes any free one. Returns where it listens.
     *
     * @throws IOException when the address cannot be bound; the message names it
     */
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        var bound = bootstrap(new Listener())
                .option(ChannelOption.SO_RCVBUF, REQUESTS_BUFFER)
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new PortUnavailable("TFTP", address, bound.cause());
        }
        channel = bound.channel();
        var at = (InetSocketAddress) bound.channel().localAddress();
        log.atInfo()
                .addKeyValue("port", "TFTP")
                .addKeyValue("address", PortUnavailable.text(at))
                .log("Port open");
        return at;
    }

    /** Closes the port and ends every transfer; quiet when not started. */
    public void stop() {
        var opened = channel;
        channel = null;
        if (opened != null) {
            opened.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
        }
        transfers.abandonAll();
    }

    /** How many transfers run now. */
    public int transfers() {
        return transfers.count();
    }

    private Bootstrap bootstrap(SimpleChannelInboundHandler<DatagramPacket> handler) {
        return loops.datagram()
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .handler(handler);
    }

    private void serve(ChannelHandlerContext context, InetSocketAddress peer, TftpPacket.ReadRequest request) {
        switch (transfers.admit(peer, request.filename())) {
            case ActiveTransfers.Admission.Duplicate _ -> {}
            case ActiveTransfers.Admission.Full _ ->
                TransferHandler.answer(context, peer, TftpError.NOT_DEFINED, "Too many transfers");
            case ActiveTransfers.Admission.Admitted(var slot) ->
                Thread.ofVirtual().name("tftp ", 0).start(() -> answer(context, slot, request));
        }
    }

    private void answer(ChannelHandlerContext context, ActiveTransfers.Slot slot, TftpPacket.ReadRequest request) {
        var peer = slot.peer();
        try {
            var file = find(request.filename(), peer);
            if (file.isPresent()) {
                open(context, slot, request, file.get());
                return;
            }
            TransferHandler.answer(context, peer, TftpError.FILE_NOT_FOUND, "File not found");
        } catch (OptionRefused refused) {
            TransferHandler.answer(context, peer, TftpError.OPTION_REFUSED, String.valueOf(refused.getMessage()));
        } catch (RuntimeException bug) {
            log.atError().addKeyValue("file", request.filename()).setCause(bug).log("Phone file could not be made");
            TransferHandler.answer(context, peer, TftpError.NOT_DEFINED, "Internal error");
        }
        slot.release();
    }

    private Optional<ServedFile> find(String asked, InetSocketAddress peer) {
        return AskedName.clean(asked).flatMap(name -> files.find(name, peer.getAddress()));
    }

    private void open(
            ChannelHandlerContext context, ActiveTransfers.Slot slot, TftpPacket.ReadRequest request, ServedFile file)
            throws OptionRefused {
        var options = TransferOptions.negotiate(request.options(), file.length(), limits.timeout());
        var local = (InetSocketAddress) context.channel().localAddress();
        bootstrap(new TransferHandler(slot, file, options, limits))
                .bind(local.getAddress(), 0)
                .addListener(opened -> {
                    if (!opened.isSuccess()) {
                        log.atWarn().setCause(opened.cause()).log("No port left for a TFTP transfer");
                        TransferHandler.answer(context, slot.peer(), TftpError.NOT_DEFINED, "No resources");
                        slot.release();
                    }
                });
    }

    /** The well-known port: takes requests, answers errors. */
    private final class Listener extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            var peer = packet.sender();
            if (peer.getPort() == 0) {
                return;
            }
            try {
                take(context, peer, TftpPacket.read(packet.content()));
            } catch (MalformedPacket malformed) {
                var text = String.valueOf(malformed.getMessage());
                TransferHandler.answer(context, peer, TftpError.ILLEGAL_OPERATION, text);
            }
        }

        private void take(ChannelHandlerContext context, InetSocketAddress peer, TftpPacket packet) {
            switch (packet) {
                case TftpPacket.ReadRequest request
                when request.mode().equals("octet") -> serve(context, peer, request);
                case TftpPacket.ReadRequest _ ->
                    TransferHandler.answer(context, peer, TftpError.ILLEGAL_OPERATION, "Only mode octet is served");
                case TftpPacket.WriteRequest _ ->
                    TransferHandler.answer(context, peer, TftpError.ACCESS_VIOLATION, "Files cannot be written");
                case TftpPacket.Failure _ -> {} // never answered: two servers would chat for ever
                case TftpPacket.Ack _, TftpPacket.Unexpected _ ->
                    TransferHandler.answer(context, peer, TftpError.UNKNOWN_TRANSFER, "Unknown transfer");
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            log.atWarn().setCause(cause).log("TFTP port had trouble; it stays open");
        }
    }
}
