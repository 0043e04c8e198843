package org.keyline.lab.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.phone.PhoneProfile;
import org.keyline.lab.phone.RegistrationSequence;
import org.keyline.sccp.codec.SccpFrameDecoder;
import org.keyline.sccp.codec.SccpMessageEncoder;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationMessage;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/** A lean phone: a state machine on its event loop, no thread, no media socket, no screen. */
final class LoadPhone extends SimpleChannelInboundHandler<Decoded> {
    /** What becomes of its registration; called on its event loop. */
    interface Arrival {
        /** Registered. */
        void registered(LoadPhone phone);

        /** Not registered, or not any longer. */
        void gone(LoadPhone phone, String reason);
    }

    private final String name;
    private final int index;
    private final PhoneProfile profile;
    private final InetAddress address;
    private final boolean tls;
    private final Arrival arrival;
    private final SccpFrameDecoder decoder = new SccpFrameDecoder(Sender.SERVER);
    private final SccpMessageEncoder encoder = new SccpMessageEncoder();
    private @Nullable RegistrationSequence sequence;
    private @Nullable Channel channel;
    private @Nullable CallLeg leg;
    private String number = "";
    private String trouble = "closed by the server";

    LoadPhone(int index, String name, PhoneProfile profile, InetAddress address, boolean tls, Arrival arrival) {
        super(Decoded.class);
        this.index = index;
        this.name = name;
        this.profile = profile;
        this.address = address;
        this.tls = tls;
        this.arrival = arrival;
        this.sequence = new RegistrationSequence(profile);
    }

    /** The decoder and encoder that stand before this handler. */
    io.netty.channel.ChannelHandler[] pipeline() {
        return new io.netty.channel.ChannelHandler[] {decoder, encoder, this};
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    String number() {
        return number;
    }

    InetAddress address() {
        return address;
    }

    boolean isUp() {
        return channel != null && channel.isActive() && sequence == null;
    }

    /** Whether it was registered at some time. */
    boolean isRegistrationOver() {
        return sequence == null;
    }

    /** Who hears of its calls from now on. */
    void play(@Nullable CallLeg role) {
        leg = role;
    }

    void say(StationMessage message) {
        if (channel != null) {
            var _ = channel.writeAndFlush(message);
        }
    }

    void close() {
        if (channel != null) {
            var _ = channel.close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        if (!tls) {
            register();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                register();
            } else {
                trouble = "TLS: " + handshake.cause();
                close();
            }
        }
    }

    private void register() {
        say(profile.register(name, MediaAddress.of(address)));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Decoded decoded) {
        if (decoded instanceof ServerMessage message) {
            if (message instanceof ServerRegistration registration) {
                take(registration);
            }
            if (sequence != null) {
                advance(message, sequence);
            } else if (leg != null && concernsCalls(message)) {
                leg.hear(message);
            }
        }
    }

    private static boolean concernsCalls(ServerMessage message) {
        return message instanceof ServerCall
                || message instanceof ServerAudio
                || message instanceof ServerMedia
                || message instanceof ServerDisplay.DisplayNotify
                || message instanceof ServerDisplay.DisplayDynamicNotify;
    }

    private void take(ServerRegistration message) {
        switch (message) {
            case ServerRegistration.RegisterAck ack -> {
                var version = ProtocolVersion.of(ack.protocolVersion());
                var dialect = new Dialect(version, profile.features().utf8());
                decoder.dialect(dialect);
                encoder.dialect(dialect);
                keepAlive(Math.max(1, ack.keepAliveInterval()));
            }
            case ServerRegistration.RegisterReject reject -> {
                trouble = "rejected: " + reject.text().readable();
                close();
            }
            case ServerRegistration.Reset reset -> {
                trouble = "reset: " + reset.resetType();
                close();
            }
            default -> {
                // Nothing to do.
            }
        }
    }

    private void advance(ServerMessage message, RegistrationSequence running) {
        if (message instanceof ServerConfiguration.LineStat line && line.lineInstance() == 1) {
            number = line.directoryNumber();
        } else if (message instanceof ServerConfiguration.LineStatDynamic line && line.lineInstance() == 1) {
            number = line.directoryNumber();
        }
        running.next(message).forEach(this::say);
        if (running.isFinished()) {
            sequence = null;
            arrival.registered(this);
        }
    }

    private void keepAlive(int seconds) {
        if (channel == null) {
            return;
        }
        long millis = ThreadLocalRandom.current().nextLong(seconds * 750L, seconds * 1000L + 1);
        var _ = channel.eventLoop()
                .schedule(
                        () -> {
                            if (channel != null && channel.isActive()) {
                                say(new StationRegistration.KeepAlive());
                                keepAlive(seconds);
                            }
                        },
                        millis,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        trouble = String.valueOf(cause);
        close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrival.gone(this, trouble);
    }
}
