package org.keyline.lab.media;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A phone's audio: one UDP port to receive on and to send from. All ports of a process share one thread.
 *
 * <p>Methods may be called from any thread.
 */
public final class AudioPort implements AutoCloseable {
    private static final MultiThreadIoEventLoopGroup THREAD =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("lab-media", true), NioIoHandler.newFactory());

    private static final int FIRST_PORT = 16384;
    private static final int PORTS = 16384;
    private static final int TRIES = 200;

    private final Channel channel;
    private final List<Relay> relays = new CopyOnWriteArrayList<>();
    private volatile @Nullable Ear ear;
    private @Nullable Voice voice;
    private @Nullable Future<?> sending;

    private AudioPort(Channel channel) {
        this.channel = channel;
    }

    /** Opens an even port of the usual range, 16384…32766, on that address. */
    public static AudioPort open(InetAddress address) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = FIRST_PORT + 2 * ThreadLocalRandom.current().nextInt(PORTS / 2);
            var audio = tryOpen(new InetSocketAddress(address, port));
            if (audio != null) {
                return audio;
            }
        }
        throw new IllegalStateException("no free RTP port on " + address);
    }

    private static @Nullable AudioPort tryOpen(InetSocketAddress at) {
        var receiver = new Receiver();
        var bound = new Bootstrap()
                .group(THREAD)
                .channel(NioDatagramChannel.class)
                .handler(receiver)
                .bind(at)
                .awaitUninterruptibly();
        if (bound.isSuccess()) {
            var audio = new AudioPort(bound.channel());
            receiver.port = audio;
            return audio;
        }
        if (bound.cause() instanceof BindException) {
            return null;
        }
        throw new IllegalStateException("cannot open an RTP port on " + at, bound.cause());
    }

    /**
     * Joins a multicast group at the network of that address. Hears what is sent to the group and its port, and nothing
     * else; leaves it when closed.
     *
     * @return empty when that cannot be
     */
    public static Optional<AudioPort> join(InetSocketAddress group, InetAddress at) {
        var receiver = new Receiver();
        var bound = new Bootstrap()
                .group(THREAD)
                .channelFactory(() -> new NioDatagramChannel(SocketProtocolFamily.INET))
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(receiver)
                .bind(group)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            return Optional.empty();
        }
        var channel = (DatagramChannel) bound.channel();
        if (!channel.joinGroup(group.getAddress(), network(at), null)
                .awaitUninterruptibly()
                .isSuccess()) {
            var _ = channel.close();
            return Optional.empty();
        }
        var audio = new AudioPort(channel);
        receiver.port = audio;
        return Optional.of(audio);
    }

    /** The interface of an address; of all that begin with 127 the same, whichever of them it names. */
    private static NetworkInterface network(InetAddress at) {
        var named = at.isLoopbackAddress() ? InetAddress.getLoopbackAddress() : at;
        try {
            return Objects.requireNonNull(NetworkInterface.getByInetAddress(named), () -> "no interface of " + at);
        } catch (SocketException e) {
            throw new IllegalStateException("cannot find the interface of " + at, e);
        }
    }

    /** Where the phone receives. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Starts receiving afresh. */
    public void receive(Reception reception) {
        ear = new Ear(reception);
    }

    /** Stops receiving. */
    public void stopReceiving() {
        ear = null;
    }

    /** What is heard at this moment, and since the channel was opened. */
    public Heard heard() {
        return heard(List.of(this));
    }

    /** What is open to receive now. */
    @Nullable
    Ear ear() {
        return ear;
    }

    /** From now on this port also sends what the other hears, and the other what this one hears. */
    public void bridge(AudioPort other) {
        relays.add(new Relay(other));
        other.relays.add(new Relay(this));
    }

    /** Ends {@link #bridge}. */
    public void part(AudioPort other) {
        relays.removeIf(relay -> relay.isOf(other));
        other.relays.removeIf(relay -> relay.isOf(this));
    }

    /** What is heard at these ports together, as somebody hears it who listens to all. */
    public static Heard heard(Collection<AudioPort> ports) {
        return Ear.heard(
                ports.stream().map(AudioPort::ear).filter(Objects::nonNull).toList());
    }

    /** Starts sending the tone; a transmission under way is replaced. */
    public synchronized void send(Transmission transmission, int frequency) {
        stopSending();
        var newVoice = new Voice(transmission, frequency, relays, channel);
        voice = newVoice;
        sending = channel.eventLoop()
                .scheduleAtFixedRate(newVoice, 0, transmission.packetMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops sending. */
    public synchronized void stopSending() {
        if (sending != null) {
            sending.cancel(false);
            sending = null;
        }
    }

    /** Whether a transmission is under way. */
    public synchronized boolean isSending() {
        return sending != null;
    }

    /** Packets sent in the last transmission, running or not. */
    public synchronized long packetsSent() {
        return voice == null ? 0 : voice.packets();
    }

    /** Sends any bytes from this port: for tests of those who listen. */
    public void sendRaw(byte[] datagram, InetSocketAddress to) {
        var _ = channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(datagram), to), channel.voidPromise());
    }

    @Override
    public void close() {
        stopSending();
        stopReceiving();
        channel.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    /** Hands what arrives to the ear that is open. */
    private static final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {
        private volatile @Nullable AudioPort port;

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            var open = port == null ? null : port.ear;
            if (open != null) {
                open.take(RtpPacket.received(ByteBufUtil.getBytes(datagram.content())));
            }
        }
    }
}
