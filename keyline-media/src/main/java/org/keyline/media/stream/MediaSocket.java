package org.keyline.media.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramChannelConfig;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.UnixChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import org.keyline.model.media.MediaAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A UDP socket for media. Used on its thread only, but for {@link #close}. */
public final class MediaSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaSocket.class);

    /** Datagrams that may be written before they are handed to the system. */
    private static final int BATCH = 64;

    private final Channel channel;
    private final InetAddress announced;
    private final Runnable onClose;
    private int unflushed;
    private boolean closed;

    MediaSocket(Channel channel, InetAddress announced, Runnable onClose) {
        this.channel = channel;
        this.announced = announced;
        this.onClose = onClose;
    }

    /** Where others send to. */
    public MediaAddress address() {
        return new MediaAddress(announced, ((InetSocketAddress) channel.localAddress()).getPort());
    }

    /** Sends a datagram at once. One that the system does not take is lost, as on the wire. */
    public void send(byte[] octets, int length, InetSocketAddress to) {
        write(octets, length, to);
        flush();
    }

    /** Sends a datagram with the next {@link #flush}, or earlier. */
    public void write(byte[] octets, int length, InetSocketAddress to) {
        if (!channel.isWritable()) {
            flush();
            return;
        }
        var copy = channel.alloc().directBuffer(length).writeBytes(octets, 0, length);
        var _ = channel.write(new DatagramPacket(copy, to), channel.voidPromise());
        if (++unflushed >= BATCH) {
            flush();
        }
    }

    /** Hands what was written to the system. */
    public void flush() {
        if (unflushed > 0) {
            unflushed = 0;
            channel.flush();
        }
    }

    /**
     * Lets what it sends to a group cross {@code hops} less one routers, and leave by the interface of its own address;
     * where that is any address, of the one that others are told; where none has that, as the system sends.
     */
    void multicast(int hops) {
        var bound = ((InetSocketAddress) channel.localAddress()).getAddress();
        var network = network(bound.isAnyLocalAddress() ? announced : bound);
        if (channel instanceof UnixChannel) {
            MulticastOptions.set(channel.config(), hops, network);
        } else if (channel.config() instanceof DatagramChannelConfig config) {
            config.setTimeToLive(hops);
            network.ifPresent(config::setNetworkInterface);
        }
    }

    /** The interface of an address; all that begin with 127 have one, which is listed under the usual one of them. */
    private static Optional<NetworkInterface> network(InetAddress address) {
        try {
            return Optional.ofNullable(NetworkInterface.getByInetAddress(
                    address.isLoopbackAddress() ? InetAddress.getLoopbackAddress() : address));
        } catch (SocketException e) {
            LOG.atWarn().addKeyValue("address", address).setCause(e).log("No network interface found for multicast");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (channel.eventLoop().inEventLoop()) {
            closeOnce();
        } else {
            channel.eventLoop().execute(this::closeOnce);
        }
    }

    private void closeOnce() {
        if (!closed) {
            closed = true;
            var _ = channel.close();
            onClose.run();
        }
    }

    /** Copies what arrives into an array that all sockets of the thread share. */
    static final class Handler extends SimpleChannelInboundHandler<DatagramPacket> {
        private final byte[] octets;
        private final DatagramSink sink;
        private Optional<String> lastTrouble = Optional.empty();

        Handler(byte[] octets, DatagramSink sink) {
            this.octets = octets;
            this.sink = sink;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            var content = datagram.content();
            int length = content.readableBytes();
            if (length <= octets.length) {
                content.readBytes(octets, 0, length);
                sink.received(octets, length);
            }
        }

        /** The other side's port may be closed, or the network be gone: told once for each kind of trouble. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var trouble = Optional.of(cause.getClass().getName());
            if (!trouble.equals(lastTrouble)) {
                lastTrouble = trouble;
                LOG.atWarn()
                        .addKeyValue("address", context.channel().localAddress())
                        .setCause(cause)
                        .log("Media socket in trouble");
            }
        }
    }
}
