package org.keyline.sccp.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.Forwards;
import org.keyline.sccp.codec.SccpFrameDecoder;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.UnregisterStatus;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRegistration.Register;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.sccp.codec.message.Unknown;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.command.ForwardFlow;
import org.keyline.sccp.command.HuntGroupFlow;
import org.keyline.sccp.command.MessagesFlow;
import org.keyline.sccp.command.SilenceFlow;
import org.keyline.sccp.command.UnprotectedKeyException;
import org.keyline.sccp.session.Registrar.Decision;
import org.keyline.sccp.signal.AbbreviatedDialling;
import org.keyline.sccp.signal.SignalTranslator;
import org.keyline.transport.FirstMessageDeadline;
import org.keyline.transport.TlsPeer;

/** One connection of one phone (sheet 2.2). All of it happens on the connection's event loop. */
public final class SccpSession extends SimpleChannelInboundHandler<Decoded> {
    /** How long a phone that was turned away has to read why. */
    private static final int LARGEST_INSTANCE = 255;

    private static final long PARTING_MILLIS = 500;

    private static final int TOKEN_WAIT_SECONDS = 30;
    private static final int SPCP_FEATURES = 65_535;
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final SessionContext context;
    private final Sessions sessions;
    private final SccpFrameDecoder decoder;
    private final ChannelHandlerContext channel;
    private final Outbox outbox;
    private final AbbreviatedDialling abbreviated = new AbbreviatedDialling();
    private @Nullable Station station;
    private SessionState state = SessionState.CONNECTED;
    private volatile KeepAlive keepAlive;
    private boolean known;
    private boolean turnedAway;
    private volatile long heard = System.nanoTime();
    private volatile long clockSet = System.nanoTime();
    private volatile boolean registered;

    /**
     * A session on {@code channel}.
     *
     * @param decoder where its messages come from; it is told the negotiated version
     */
    SccpSession(SessionContext context, Sessions sessions, SccpFrameDecoder decoder, ChannelHandlerContext channel) {
        this.context = context;
        this.sessions = sessions;
        this.decoder = decoder;
        this.channel = channel;
        this.outbox = new Outbox(channel);
        this.keepAlive = context.keepAlive().get();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        sessions.add(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        sessions.remove(this);
        outbox.discard();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        leave("Connection lost");
        ctx.fireChannelInactive();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        flush();
        ctx.fireChannelReadComplete();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Decoded message) {
        var now = System.nanoTime();
        heard = now;
        context.reports().counters().countReceived();
        switch (message) {
            case SccpMessage whole -> receive(whole);
            case Malformed malformed -> context.reports().malformed(name(), malformed);
        }
        context.trace().received(now, name(), message, state);
    }

    private void receive(SccpMessage message) {
        switch (message) {
            case StationRegistration registration -> registration(registration);
            case Unknown unknown -> context.reports().unknown(name(), unknown);
            default -> {
                if (station != null) {
                    fromRegistered(message, station);
                }
            }
        }
    }

    private void fromRegistered(SccpMessage message, Station who) {
        switch (message) {
            case StationKey key -> abbreviated.keys(key).forEach(one -> pressed(one, who));
            case StationMedia media -> signal(SignalTranslator.media(media, who.planes()::stream), who);
            case StationRequest request -> request(request, who);
            case StationCapabilities able -> signal(SignalTranslator.capabilities(able), who);
            case StationData data ->
                signal(
                        who.panel()
                                .conferenceList()
                                .chosen(data)
                                .or(() -> who.panel().callBackPages().chosen(data)),
                        who);
            // Bridges and video: nobody listens to them yet.
            default -> {}
        }
    }

    private void pressed(StationKey key, Station who) {
        signal(SignalTranslator.key(who.registered().buttons().plain(key), phone(who)), who);
    }

    private Phone phone(Station who) {
        return context.answers().phone(who.registered());
    }

    private static void signal(Optional<StationSignal> signal, Station who) {
        signal.ifPresent(who.handle()::signal);
    }

    private void registration(StationRegistration message) {
        switch (message) {
            case StationRegistration.KeepAlive _ -> keepAlive();
            case Register register -> register(register);
            case StationRegistration.UnregisterReq _ -> unregister();
            case StationRegistration.RegisterTokenReq _ -> token();
            case StationRegistration.SpcpRegisterTokenReq _ -> spcpToken();
            case StationRegistration.RegisterAvailableLines _ -> availableLines();
            case StationRegistration.Alarm alarm -> context.reports().alarm(name(), alarm);
            case StationRegistration.XmlAlarm alarm -> context.reports().alarm(name(), alarm);
            case StationRegistration.IpPort _ -> {}
        }
    }

    private void keepAlive() {
        spoke();
        send(new ServerRegistration.KeepAliveAck());
    }

    /** Register, a token request or a keepalive says what the connection is for. */
    private void spoke() {
        if (!known) {
            known = true;
            FirstMessageDeadline.met(channel.channel());
        }
    }

    private void register(Register register) {
        if (turnedAway) {
            return;
        }
        spoke();
        var candidate = new Station(this);
        switch (context.registrar().register(register, peer(), TlsPeer.of(channel.pipeline()), candidate)) {
            case Decision.Admitted admitted -> admit(register, candidate, admitted);
            case Decision.TurnedAway away -> turnAway(register.deviceName(), away.text());
        }
    }

    private void admit(Register register, Station candidate, Decision.Admitted admitted) {
        candidate.admit(admitted.station(), admitted.handle());
        if (station != null && !station.name().equals(candidate.name())) {
            leave("Registered as " + candidate.name());
        }
        station = candidate;
        registered = true;
        state = SessionState.PROGRESS;
        speak(admitted.station().traits().dialect());
        keepAlive = context.keepAlive().get();
        send(acknowledgement(candidate));
        send(new ServerRegistration.CapabilitiesReq());
        context.reports().registered(candidate.name(), register, peer());
        sighted(new DeviceName(candidate.name()));
    }

    private void sighted(DeviceName device) {
        TlsPeer.of(channel.pipeline())
                .ifPresentOrElse(
                        tls -> context.sightings().registeredOverTls(device, tls.protocol(), tls.cipherSuite()),
                        () -> context.sightings().registeredPlainly(device));
    }

    private void speak(Dialect dialect) {
        decoder.dialect(dialect);
        outbox.dialect(dialect);
    }

    private ServerMessage acknowledgement(Station who) {
        var version = who.registered().traits().version();
        return new ServerRegistration.RegisterAck(
                keepAlive.secondsFor(who.name()),
                who.registered().devicePool().dateTemplate(),
                (int) keepAlive.secondary().toSeconds(),
                version.number(),
                FeatureBits.answerTo(version));
    }

    private void turnAway(String device, String text) {
        leave("Registration refused");
        context.reports().refused(device, text, peer());
        send(new ServerRegistration.RegisterReject(DisplayText.of(text)));
        turnedAway = true;
        state = SessionState.UNREGISTERING;
        var _ = channel.executor().schedule(this::close, PARTING_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void unregister() {
        if (station != null && station.handle().inCall()) {
            send(new ServerRegistration.UnregisterAck(UnregisterStatus.NAK));
            return;
        }
        leave("Unregistered");
        state = SessionState.UNREGISTERING;
        send(new ServerRegistration.UnregisterAck(UnregisterStatus.OK));
    }

    private void token() {
        spoke();
        becomes(SessionState.TOKEN);
        send(
                context.tokens().admit()
                        ? new ServerRegistration.RegisterTokenAck()
                        : new ServerRegistration.RegisterTokenReject(TOKEN_WAIT_SECONDS));
    }

    private void spcpToken() {
        spoke();
        becomes(SessionState.TOKEN);
        send(
                context.tokens().admit()
                        ? new ServerRegistration.SpcpRegisterTokenAck(SPCP_FEATURES)
                        : new ServerRegistration.SpcpRegisterTokenReject(TOKEN_WAIT_SECONDS));
    }

    private void becomes(SessionState next) {
        if (station == null) {
            state = next;
        }
    }

    private void availableLines() {
        if (station != null && station.registered().traits().endsWithAvailableLines()) {
            complete(station);
        }
    }

    private void request(StationRequest request, Station who) {
        context.answers()
                .answer(request, who.registered(), who.handle()::watchedLine)
                .ifPresent(this::send);
        switch (request) {
            case StationRequest.SoftKeySetReq _ -> who.panel().idleSoftkeys();
            case StationRequest.TimeDateReq _ -> complete(who);
            case StationRequest.ForwardStatReq forward ->
                send(ForwardFlow.stat(forward.lineInstance(), forwards(who, forward.lineInstance())));
            default -> {}
        }
    }

    private static Forwards forwards(Station who, int line) {
        return line < 1 || line > LARGEST_INSTANCE
                ? Forwards.NONE
                : who.handle().forwards(new LineInstance(line));
    }

    /** The phone has asked for everything: it is shown idle (sheet 2.11). */
    private void complete(Station who) {
        if (state != SessionState.PROGRESS) {
            return;
        }
        state = SessionState.REGISTERED;
        SilenceFlow.begin(phone(who).features().doNotDisturb().active(), who.panel());
        HuntGroupFlow.begin(phone(who).features().loggedIntoHuntGroups(), who.panel());
        MessagesFlow.begin(
                phone(who).lines().stream()
                        .map(LineAppearance::instance)
                        .filter(who.handle()::messagesWaiting)
                        .toList(),
                who.panel());
        for (var line : phone(who).lines()) {
            ForwardFlow.begin(line.instance(), who.handle().forwards(line.instance()), who.panel());
        }
        if (who.registered().traits().flashesHook()) {
            send(new ServerAudio.SetHookFlashDetect());
        }
        who.panel().idleSoftkeys();
        who.panel().idlePrompt();
    }

    /** The device is no longer here; quiet when there was none. */
    private void leave(String reason) {
        if (station != null) {
            var left = station;
            station = null;
            registered = false;
            context.reports().gone(left.name(), reason);
            left.handle().gone(reason);
        }
    }

    /** A newer session of the device took over, or it was deleted: nobody is told, the connection just ends. */
    void replaced(String reason) {
        if (station != null) {
            context.reports().gone(station.name(), reason);
        }
        station = null;
        registered = false;
        state = SessionState.UNREGISTERING;
        close();
    }

    private void close() {
        flush();
        var _ = channel.close();
    }

    void send(ServerMessage message) {
        context.reports().counters().countSent();
        context.trace().sent(name(), message);
        outbox.add(message);
    }

    void flush() {
        outbox.flush();
    }

    /** The time on the clock of the registered phone. */
    ServerMessage time() {
        if (station == null) {
            throw new IllegalStateException("Only a registered phone has a clock to set");
        }
        return context.answers().time(station.registered());
    }

    void heldBack(UnprotectedKeyException defect) {
        context.reports().unprotectedKey(name(), defect);
    }

    /** Runs {@code action} on the event loop if {@code who} is still the session's device by then. */
    void onEventLoop(Station who, Runnable action) {
        try {
            channel.executor().execute(() -> {
                if (station == who) {
                    action.run();
                }
            });
        } catch (RejectedExecutionException ended) {
            // The node stops and its threads are gone; so is the phone's connection.
        }
    }

    /** See {@link Sessions#lookAfter}; from any thread. */
    void lookAfter(long now) {
        var limit = registered ? keepAlive.registeredLimitNanos() : keepAlive.standbyLimitNanos();
        if (now - heard > limit) {
            channel.executor().execute(this::silent);
        } else if (registered && now - clockSet > HOUR) {
            clockSet = now;
            channel.executor().execute(this::setClock);
        }
    }

    private void silent() {
        if (channel.channel().isActive()) {
            context.reports().silent(name());
            leave("Keepalive timeout");
            close();
        }
    }

    private void setClock() {
        if (station != null) {
            send(time());
            flush();
        }
    }

    private String name() {
        return station == null ? String.valueOf(channel.channel().remoteAddress()) : station.name();
    }

    private InetSocketAddress peer() {
        return (InetSocketAddress) channel.channel().remoteAddress();
    }
}
