package org.keyline.lab.phone;

import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.keyline.sccp.codec.field.AlarmReason;
import org.keyline.sccp.codec.field.AlarmSeverity;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.field.UnregisterReason;
import org.keyline.sccp.codec.field.UnregisterStatus;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.message.StationMessage;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.Unknown;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/**
 * One SCCP session of a phone: registers, keeps alive, shows what the server says and answers what it asks.
 *
 * <p>Messages are handled on the link's event loop.
 */
final class Station implements StationLink.Listener {
    /** What the phone around the session wants to know; called on the event loop. */
    interface Owner {
        /** The last question was answered. */
        void registered();

        /** The server told the time. */
        void time(Instant now);

        /** The server refused with this text. */
        void rejected(String text);

        /** The server orders a restart. */
        void reset(ResetType type);

        /** The connection is gone. */
        void lost(String reason);
    }

    /**
     * Who the phone is.
     *
     * @param name its device name
     * @param profile its model and load
     * @param address the address it uses
     * @param misbehaviour how it misbehaves
     */
    record Who(String name, PhoneProfile profile, InetAddress address, Set<Misbehaviour> misbehaviour) {}

    private static final int UNANSWERED_LIMIT = 3;
    private static final int LATE_MILLIS = 2_000;
    private static final int ASK_AGAIN_MILLIS = 1_000;

    private final Who who;
    private final Watch watch;
    private final MessageLog log;
    private final MediaDesk media;
    private final Owner owner;
    private final AlarmReason lastReset;
    private final RegistrationSequence sequence;
    private @Nullable StationLink link;
    private int unanswered;
    private boolean announced;
    private boolean over;

    Station(Who who, Watch watch, MessageLog log, MediaDesk media, AlarmReason lastReset, Owner owner) {
        this.who = who;
        this.watch = watch;
        this.log = log;
        this.media = media;
        this.lastReset = lastReset;
        this.owner = owner;
        this.sequence = new RegistrationSequence(who.profile());
    }

    /** Connects, and registers as soon as connected. */
    synchronized void connect(InetSocketAddress server, Optional<SslContext> tls) {
        link = StationLink.connect(new InetSocketAddress(who.address(), 0), server, tls, who.misbehaviour(), this);
    }

    private synchronized StationLink link() {
        if (link == null) {
            throw new IllegalStateException(who.name() + " has never connected");
        }
        return link;
    }

    /** Sends a message. */
    void say(StationMessage message) {
        if (message instanceof StationCapabilities && misbehaves(Misbehaviour.NO_CAPABILITIES)) {
            return;
        }
        log.add(true, message);
        link().send(message);
        if ((message instanceof StationKey.OnHook && misbehaves(Misbehaviour.ON_HOOK_TWICE))
                || (message instanceof StationRegistration.RegisterAvailableLines
                        && misbehaves(Misbehaviour.AVAILABLE_LINES_TWICE))) {
            link().send(message);
        }
    }

    /** Reports something of the phone's status menu. */
    void sayAlarm(String text) {
        say(new StationRegistration.Alarm(
                AlarmSeverity.WARNING, text, 0, MediaAddress.of(who.address()).ipv4()));
    }

    /** Sends any bytes. */
    void sayRaw(byte[] bytes) {
        link().send(bytes);
    }

    /** Asks to be unregistered; the connection is closed when the server agrees. */
    void unregister() {
        if (!link().isOpen()) {
            closed("connection already gone");
            return;
        }
        say(new StationRegistration.UnregisterReq(UnregisterReason.UNKNOWN));
    }

    /** Drops the connection without a word; nobody is told. */
    void abandon(boolean withReset) {
        over = true;
        if (withReset) {
            link().abort();
        } else {
            link().close();
        }
    }

    /** The agreed TLS cipher suite; empty over TCP. */
    String cipherSuite() {
        return link().cipherSuite();
    }

    @Override
    public void connected() {
        say(new StationRegistration.Alarm(
                AlarmSeverity.INFORMATIONAL,
                lastReset.number() + ": Name=" + who.name() + " Load="
                        + who.profile().load() + " Last=" + lastReset.name(),
                0,
                MediaAddress.of(who.address()).ipv4()));
        say(register());
    }

    private StationRegistration.Register register() {
        return who.profile().register(who.name(), MediaAddress.of(who.address()));
    }

    @Override
    public void received(Decoded decoded) {
        log.add(false, decoded);
        if (decoded instanceof ServerMessage message) {
            watch.change(state -> state.apply(message));
            take(message);
            watch.nudge();
        }
    }

    private void take(ServerMessage message) {
        switch (message) {
            case ServerRegistration registration -> take(registration);
            case ServerMedia order -> take(order);
            case ServerConfiguration.TimeDate time -> owner.time(Instant.ofEpochSecond(time.systemTime()));
            default -> {
                // Shown by the state, or one of the answers of the registration sequence.
            }
        }
        sequence.next(message).forEach(this::say);
        if (sequence.isFinished() && !announced) {
            announced = true;
            owner.registered();
            misbehaveOnceRegistered();
        }
    }

    private void take(ServerRegistration message) {
        switch (message) {
            case ServerRegistration.RegisterAck ack -> accepted(ack);
            case ServerRegistration.RegisterReject reject ->
                owner.rejected(reject.text().readable());
            case ServerRegistration.Reset reset -> owner.reset(reset.resetType());
            case ServerRegistration.KeepAliveAck _ -> unanswered = 0;
            case ServerRegistration.UnregisterAck ack -> unregistered(ack);
            case ServerRegistration.CapabilitiesReq _,
                    ServerRegistration.RegisterTokenAck _,
                    ServerRegistration.RegisterTokenReject _,
                    ServerRegistration.SpcpRegisterTokenAck _,
                    ServerRegistration.SpcpRegisterTokenReject _ -> {
                // Capabilities are answered by the sequence; tokens are asked for by no phone here.
            }
        }
    }

    private void accepted(ServerRegistration.RegisterAck ack) {
        var version = ProtocolVersion.of(ack.protocolVersion());
        link().dialect(new Dialect(version, who.profile().features().utf8()));
        keepAlive(Math.max(1, ack.keepAliveInterval()));
    }

    /** Between three quarters and the whole of the interval, so that phones do not all speak at once. */
    private void keepAlive(int seconds) {
        long millis = ThreadLocalRandom.current().nextLong(seconds * 750L, seconds * 1000L + 1);
        link().later(millis, () -> {
            if (over || !link().isOpen() || misbehaves(Misbehaviour.SILENCE)) {
                return;
            }
            if (++unanswered > UNANSWERED_LIMIT) {
                link().close();
                return;
            }
            say(new StationRegistration.KeepAlive());
            keepAlive(seconds);
        });
    }

    /** A NAK means a call is still up: the phone asks again a little later. */
    private void unregistered(ServerRegistration.UnregisterAck ack) {
        if (ack.status() == UnregisterStatus.NAK) {
            link().later(ASK_AGAIN_MILLIS, this::unregister);
            return;
        }
        over = true;
        link().close();
        owner.lost("unregistered");
    }

    private void take(ServerMedia order) {
        switch (order) {
            case ServerMedia.OpenReceiveChannel open -> opened(open);
            case ServerMedia.StartMediaTransmission start -> {
                var ack = media.start(start);
                if (who.profile().acknowledgesTransmission()) {
                    say(ack);
                }
            }
            case ServerMedia.CloseReceiveChannel close -> media.close(close);
            case ServerMedia.StopMediaTransmission stop -> media.stop(stop);
            case ServerMedia.StartMulticastMediaReception join -> joined(join);
            case ServerMedia.StopMulticastMediaReception leave -> media.leave(leave);
            case ServerMedia.ConnectionStatisticsReq request -> say(media.statistics(request));
            default -> {
                // Sessions and ports of other kinds: not for a phone's voice.
            }
        }
    }

    private void opened(ServerMedia.OpenReceiveChannel order) {
        var ack = misbehaves(Misbehaviour.FAILED_MEDIA_ACK)
                ? MediaDesk.refuse(order, MediaStatus.NOT_ENOUGH_CHANNELS)
                : media.open(order);
        if (misbehaves(Misbehaviour.NO_MEDIA_ACK)) {
            return;
        }
        var said = misbehaves(Misbehaviour.PORTLESS_MEDIA_ACK) ? portless(ack) : ack;
        if (misbehaves(Misbehaviour.LATE_MEDIA_ACK)) {
            link().later(LATE_MILLIS, () -> say(said));
        } else {
            say(said);
        }
    }

    private void joined(ServerMedia.StartMulticastMediaReception order) {
        var ack = misbehaves(Misbehaviour.FAILED_GROUP_ACK) ? MediaDesk.refuse(order) : media.join(order);
        if (!misbehaves(Misbehaviour.NO_GROUP_ACK)) {
            say(ack);
        }
    }

    private static StationMedia.OpenReceiveChannelAck portless(StationMedia.OpenReceiveChannelAck ack) {
        return new StationMedia.OpenReceiveChannelAck(
                MediaStatus.OK, ack.address(), 0, ack.passThroughPartyId(), ack.callReference());
    }

    private void misbehaveOnceRegistered() {
        if (misbehaves(Misbehaviour.UNKNOWN_MESSAGES)) {
            List.of(0x7777, 0x00AB, 0x0125).forEach(id -> say(new Unknown(id, Bytes.of((byte) 1, (byte) 2, (byte) 3))));
        }
    }

    private boolean misbehaves(Misbehaviour how) {
        return who.misbehaviour().contains(how);
    }

    @Override
    public void closed(String reason) {
        if (!over) {
            over = true;
            owner.lost(reason);
        }
        watch.nudge();
    }
}
