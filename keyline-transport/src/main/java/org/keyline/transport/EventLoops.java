package org.keyline.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads that serve every socket of a node: epoll where the system has it, else Java's selector. */
public final class EventLoops implements AutoCloseable {
    private static final boolean NATIVE = Epoll.isAvailable();

    private final EventLoopGroup group;

    private EventLoops(EventLoopGroup group) {
        this.group = group;
    }

    /** One thread for each processor. */
    public static EventLoops start() {
        return start(Runtime.getRuntime().availableProcessors());
    }

    /** Starts {@code threads} threads, at least 1. */
    public static EventLoops start(int threads) {
        var daemons = new DefaultThreadFactory("net", true);
        return new EventLoops(new MultiThreadIoEventLoopGroup(Math.max(1, threads), daemons, handlers()));
    }

    private static IoHandlerFactory handlers() {
        return NATIVE ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    /** The threads themselves. */
    public EventLoopGroup group() {
        return group;
    }

    /** A bootstrap for UDP sockets: add a handler and options, then bind. */
    public Bootstrap datagram() {
        return new Bootstrap().group(group).channel(datagramChannel());
    }

    /** A bootstrap for outgoing TCP connections. */
    public Bootstrap client() {
        return new Bootstrap().group(group).channel(socketChannel());
    }

    Class<? extends ServerSocketChannel> serverChannel() {
        return NATIVE ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    private static Class<? extends SocketChannel> socketChannel() {
        return NATIVE ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    private static Class<? extends DatagramChannel> datagramChannel() {
        return NATIVE ? EpollDatagramChannel.class : NioDatagramChannel.class;
    }

    /** Closes every socket that is still open and ends the threads; waits at most five seconds. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
