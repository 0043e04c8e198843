package org.keyline.lab.phone;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.SccpFrameDecoder;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.StationMessage;
import org.keyline.sccp.codec.wire.Dialect;

/** One connection of a phone to a call manager, over TCP or TLS. All links share two threads. */
final class StationLink {
    /** What happens on the link; called on its event loop. */
    interface Listener {
        /** Connected, and with TLS the handshake is done. */
        void connected();

        /** A message came. */
        void received(Decoded message);

        /** The connection is gone, or never was; the reason in words. */
        void closed(String reason);
    }

    private static final EventLoopGroup LOOPS =
            new MultiThreadIoEventLoopGroup(2, new DefaultThreadFactory("lab-phone", true), NioIoHandler.newFactory());

    private static final int CONNECT_MILLIS = 5_000;
    private static final int EXTRA_WORDS = 8;
    private static final int HOLD_MILLIS = 20;

    private final Listener listener;
    private final Set<Misbehaviour> misbehaviour;
    private final SccpFrameDecoder decoder = new SccpFrameDecoder(Sender.SERVER);
    private final SccpEncoder encoder = new SccpEncoder();
    private final Channel channel;
    private @Nullable ByteBuf heldBack;
    private String trouble = "";

    private StationLink(
            InetSocketAddress from,
            InetSocketAddress to,
            Optional<SslContext> tls,
            Set<Misbehaviour> misbehaviour,
            Listener listener) {
        this.listener = listener;
        this.misbehaviour = misbehaviour.isEmpty() ? Set.of() : EnumSet.copyOf(misbehaviour);
        var connecting = new Bootstrap()
                .group(LOOPS)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel fresh) {
                        tls.ifPresent(context -> fresh.pipeline().addLast(context.newHandler(fresh.alloc())));
                        fresh.pipeline().addLast(decoder, new Inbound(tls.isEmpty()));
                    }
                })
                .connect(to, from);
        channel = connecting.channel();
        connecting.addListener((ChannelFuture done) -> {
            if (!done.isSuccess()) {
                listener.closed(String.valueOf(done.cause()));
            }
        });
    }

    /** Starts connecting; the listener hears what comes of it. */
    static StationLink connect(
            InetSocketAddress from,
            InetSocketAddress to,
            Optional<SslContext> tls,
            Set<Misbehaviour> misbehaviour,
            Listener listener) {
        return new StationLink(from, to, tls, misbehaviour, listener);
    }

    /** Speaks this version from now on, in both directions. On the event loop. */
    void dialect(Dialect spoken) {
        decoder.dialect(spoken);
        encoder.dialect(spoken);
    }

    /** Sends a message; from any thread. */
    void send(StationMessage message) {
        channel.eventLoop().execute(() -> write(message));
    }

    /** Sends bytes as they are; from any thread. */
    void send(byte[] bytes) {
        var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    /** Runs something later on the event loop. */
    void later(long millis, Runnable task) {
        var _ = channel.eventLoop().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** Closes the connection. */
    void close() {
        var _ = channel.close();
    }

    /** Resets the connection, as when the power is cut and the network answers for the phone. */
    void abort() {
        channel.eventLoop().execute(() -> {
            if (channel.isActive()) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
            }
            close();
        });
    }

    /** Whether the link is up. */
    boolean isOpen() {
        return channel.isActive();
    }

    private void write(StationMessage message) {
        var frame = channel.alloc().buffer();
        encoder.encode(message, frame);
        if (misbehaviour.contains(Misbehaviour.LONG_BODIES)) {
            frame.writeZero(EXTRA_WORDS);
            frame.setIntLE(0, frame.getIntLE(0) + EXTRA_WORDS);
        }
        if (misbehaviour.contains(Misbehaviour.SPLIT_SEGMENTS)) {
            writeByteByByte(frame);
        } else if (misbehaviour.contains(Misbehaviour.MERGED_SEGMENTS)) {
            holdBack(frame);
        } else {
            var _ = channel.writeAndFlush(frame);
        }
    }

    private void writeByteByByte(ByteBuf frame) {
        while (frame.isReadable()) {
            var _ = channel.writeAndFlush(frame.readRetainedSlice(1));
        }
        frame.release();
    }

    /** Collects frames for a moment and sends them in one segment. */
    private void holdBack(ByteBuf frame) {
        var waiting = heldBack;
        if (waiting != null) {
            waiting.writeBytes(frame);
            frame.release();
            return;
        }
        heldBack = frame;
        later(HOLD_MILLIS, () -> {
            heldBack = null;
            var _ = channel.writeAndFlush(frame);
        });
    }

    /** Tells the listener. */
    private final class Inbound extends SimpleChannelInboundHandler<Decoded> {
        private final boolean plain;

        private Inbound(boolean plain) {
            this.plain = plain;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            if (plain) {
                listener.connected();
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                if (handshake.isSuccess()) {
                    listener.connected();
                } else {
                    fail("TLS: " + handshake.cause());
                }
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Decoded message) {
            listener.received(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(String.valueOf(cause));
        }

        /** Keeps the first reason: what follows is its consequence. */
        private void fail(String reason) {
            if (trouble.isEmpty()) {
                trouble = reason;
            }
            close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            listener.closed(trouble.isEmpty() ? "closed by the server" : trouble);
        }
    }

    /** The name of the agreed cipher suite; empty without TLS. */
    String cipherSuite() {
        var handler = channel.pipeline().get(SslHandler.class);
        return handler == null ? "" : handler.engine().getSession().getCipherSuite();
    }
}
