package org.keyline.lab;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.sccp.codec.FramingException;
import org.keyline.sccp.codec.SccpDecoder;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.RedirectReason;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.SrtpAlgorithm;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.ToneDirection;
import org.keyline.sccp.codec.field.UnregisterStatus;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeyTemplateRes;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/**
 * The least a call manager must do for two phones to talk, written for the lab's own tests: it knows one call, between
 * whoever calls and whoever is called, and always says yes.
 */
final class ScriptedServer implements AutoCloseable {
    static final int CALLER = 0x01000001;
    static final int CALLED = 0x01000002;

    private final ServerSocket listener;
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();
    private final boolean encrypted;
    private final Map<Integer, byte[]> keys = new ConcurrentHashMap<>();
    private volatile String rejection = "";
    private volatile boolean wrongKeys;

    ScriptedServer(boolean encrypted) {
        this(plain(), encrypted);
    }

    ScriptedServer(ServerSocket listener, boolean encrypted) {
        this.listener = listener;
        this.encrypted = encrypted;
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    void rejectsWith(String text) {
        rejection = text;
    }

    void givesWrongKeys() {
        wrongKeys = true;
    }

    void resets(String deviceName, ResetType type) {
        peer(deviceName).say(new ServerRegistration.Reset(type));
    }

    private Peer peer(String deviceName) {
        return peers.values().stream()
                .filter(peer -> peer.name.equals(deviceName))
                .findFirst()
                .orElseThrow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                Thread.ofVirtual().start(() -> new Peer(socket).run());
            } catch (IOException _) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var peer : peers.values()) {
            peer.socket.close();
        }
    }

    /** One phone. */
    private final class Peer {
        private final Socket socket;
        private final SccpEncoder encoder = new SccpEncoder();
        private final SccpDecoder decoder = new SccpDecoder(Sender.STATION);
        private String name = "";
        private String number = "";

        private Peer(Socket socket) {
            this.socket = socket;
        }

        private void run() {
            var buffer = Unpooled.buffer();
            try (socket) {
                var bytes = new byte[4096];
                int read = socket.getInputStream().read(bytes);
                while (read > 0) {
                    buffer.discardReadBytes().writeBytes(bytes, 0, read);
                    var message = decoder.decode(buffer);
                    while (message.isPresent()) {
                        if (message.get() instanceof SccpMessage said) {
                            take(said);
                        }
                        message = decoder.decode(buffer);
                    }
                    read = socket.getInputStream().read(bytes);
                }
            } catch (IOException | FramingException _) {
                // The phone is gone, or speaks something else.
            }
        }

        private synchronized void say(SccpMessage... messages) {
            var out = Unpooled.buffer();
            for (var message : messages) {
                encoder.encode(message, out);
            }
            try {
                var bytes = new byte[out.readableBytes()];
                out.readBytes(bytes);
                socket.getOutputStream().write(bytes);
            } catch (IOException _) {
                // The phone is gone.
            }
        }

        private void take(SccpMessage message) {
            switch (message) {
                case StationRegistration.Register register -> register(register);
                case StationRegistration.KeepAlive _ -> say(new ServerRegistration.KeepAliveAck());
                case StationRegistration.UnregisterReq _ ->
                    say(new ServerRegistration.UnregisterAck(UnregisterStatus.OK));
                case StationRequest request -> answer(request);
                case StationKey key -> pressed(key);
                case StationMedia.OpenReceiveChannelAck ack -> opened(ack);
                default -> {
                    // Nothing to say to that.
                }
            }
        }

        private void register(StationRegistration.Register register) {
            if (!rejection.isEmpty()) {
                say(new ServerRegistration.RegisterReject(DisplayText.of(rejection)));
                return;
            }
            name = register.deviceName();
            number = "1" + name.substring(name.length() - 3);
            peers.put(number, this);
            var version = ProtocolVersion.negotiate(register.protocolVersion());
            say(new ServerRegistration.RegisterAck(1, "D.M.Y", 60, version.number(), FeatureBits.answerTo(version)));
            var dialect = new Dialect(version, register.features().utf8());
            encoder.dialect(dialect);
            decoder.dialect(dialect);
            say(new ServerRegistration.CapabilitiesReq());
        }

        private void answer(StationRequest request) {
            switch (request) {
                case StationRequest.ButtonTemplateReq _ ->
                    say(new ServerConfiguration.ButtonTemplate(
                            List.of(new ServerConfiguration.ButtonTemplate.Button(1, ButtonType.LINE))));
                case StationRequest.SoftKeyTemplateReq _ ->
                    say(new SoftKeyTemplateRes(List.of(
                            new SoftKeyTemplateRes.Key(DisplayText.label(Label.NEWCALL), SoftKey.of(2)),
                            new SoftKeyTemplateRes.Key(DisplayText.label(Label.ENDCALL), SoftKey.of(9)),
                            new SoftKeyTemplateRes.Key(DisplayText.of("Strange"), SoftKey.of(77)))));
                case StationRequest.SoftKeySetReq _ ->
                    say(new SoftKeySetRes(List.of(
                            new SoftKeySetRes.KeySet(List.of(place(1, 2), place(3, 77))),
                            new SoftKeySetRes.KeySet(List.of(place(3, 77), place(2, 9))))));
                case StationRequest.ConfigStatReq _ ->
                    say(new ServerConfiguration.ConfigStat(name, 0, 1, "", "", 1, 0));
                case StationRequest.LineStatReq(int line) ->
                    say(new ServerConfiguration.LineStat(line, number, number, number, 0x0F));
                case StationRequest.ForwardStatReq(int line) ->
                    say(new ServerConfiguration.ForwardStat(
                            line,
                            ServerConfiguration.ForwardStat.Forward.OFF,
                            ServerConfiguration.ForwardStat.Forward.OFF,
                            ServerConfiguration.ForwardStat.Forward.OFF));
                case StationRequest.VersionReq _ -> say(new ServerConfiguration.Version("load"));
                case StationRequest.ServerReq _ -> say(new ServerConfiguration.ServerRes(List.of()));
                case StationRequest.TimeDateReq _ ->
                    say(
                            new ServerConfiguration.TimeDate(2026, 11, 6, 21, 12, 0, 0, 0, 0),
                            new ServerCall.SelectSoftKeys(0, 0, SoftKeySet.ON_HOOK, 0b01),
                            new ServerDisplay.DisplayPromptStatus(
                                    0, DisplayText.label(Label.YOUR_CURRENT_OPTIONS), 0, 0));
                default -> throw new AssertionError("not asked by these phones: " + request);
            }
        }

        private SoftKeySetRes.KeyPlace place(int index, int event) {
            return SoftKeySetRes.KeyPlace.of(index, SoftKey.of(event));
        }

        private void pressed(StationKey key) {
            switch (key) {
                case StationKey.OffHook(int _, int reference) when reference == CALLED || isRinging() -> answered();
                case StationKey.OffHook _ ->
                    say(
                            ServerCall.CallStateMessage.of(CallState.OFF_HOOK, 1, CALLER),
                            new ServerAudio.StartTone(Tone.INSIDE_DIAL, ToneDirection.USER, 1, CALLER));
                case StationKey.EnblocCall(String called, int _) -> call(called);
                case StationKey.KeypadButton button -> digit(button.button().character());
                case StationKey.OnHook _ -> cleared();
                case StationKey.SoftKeyEvent event when event.softKey().number() == 9 -> cleared();
                default -> {
                    // Not part of this script.
                }
            }
        }

        private String dialed = "";
        private boolean ringing;

        private boolean isRinging() {
            return ringing;
        }

        private void digit(char digit) {
            dialed += digit;
            if (dialed.length() == 1) {
                say(new ServerAudio.StopTone(1, CALLER, Tone.SILENCE));
            }
            if (dialed.length() == 4) {
                call(dialed);
                dialed = "";
            }
        }

        private void call(String called) {
            var other = peers.get(called);
            if (other == null) {
                say(
                        ServerCall.CallStateMessage.of(CallState.INVALID_NUMBER, 1, CALLER),
                        new ServerAudio.StartTone(Tone.REORDER, ToneDirection.USER, 1, CALLER));
                return;
            }
            say(
                    ServerCall.CallStateMessage.of(CallState.RING_OUT, 1, CALLER),
                    info(CallType.OUTBOUND, CALLER, number, called, CallSecurityStatus.UNKNOWN),
                    new ServerAudio.StartTone(Tone.ALERTING, ToneDirection.USER, 1, CALLER));
            other.ringing = true;
            other.say(
                    ServerCall.CallStateMessage.of(CallState.RING_IN, 1, CALLED),
                    new ServerDisplay.DisplayPromptStatus(
                            0, DisplayText.label(Label.FROM).plus(number), 1, CALLED),
                    info(CallType.INBOUND, CALLED, number, called, CallSecurityStatus.UNKNOWN),
                    new ServerAudio.SetRinger(RingMode.INSIDE, RingDuration.NORMAL, 1, CALLED));
        }

        private ServerCall.CallInfo info(
                CallType type, int reference, String calling, String called, CallSecurityStatus status) {
            return new ServerCall.CallInfo(
                    "Name of " + calling,
                    calling,
                    "Name of " + called,
                    called,
                    1,
                    reference,
                    type,
                    "",
                    "",
                    "",
                    "",
                    RedirectReason.of(0),
                    RedirectReason.of(0),
                    "",
                    "",
                    "",
                    "",
                    1,
                    status,
                    0);
        }

        private void answered() {
            ringing = false;
            say(new ServerAudio.SetRinger(RingMode.OFF, RingDuration.NORMAL, 1, CALLED));
            connected(CALLED);
            other().connected(CALLER);
        }

        private void connected(int reference) {
            say(
                    new ServerAudio.StopTone(1, reference, Tone.SILENCE),
                    ServerCall.CallStateMessage.of(CallState.CONNECTED, 1, reference),
                    new ServerCall.SelectSoftKeys(1, reference, SoftKeySet.CONNECTED, -1),
                    info(
                            reference == CALLED ? CallType.INBOUND : CallType.OUTBOUND,
                            reference,
                            "1001",
                            "1002",
                            encrypted ? CallSecurityStatus.ENCRYPTED : CallSecurityStatus.NOT_AUTHENTICATED),
                    ServerMedia.OpenReceiveChannel.voice(
                            reference, reference, reference, Codec.G711_ULAW_64K, 20, 0, key(reference, false)));
        }

        private SrtpKeyBlock key(int stream, boolean sending) {
            if (!encrypted) {
                return SrtpKeyBlock.NONE;
            }
            var bytes = keys.computeIfAbsent(stream, _ -> {
                var fresh = new byte[30];
                java.util.concurrent.ThreadLocalRandom.current().nextBytes(fresh);
                return fresh;
            });
            var key = java.util.Arrays.copyOf(bytes, 16);
            if (wrongKeys && sending) {
                key[0] ^= 1;
            }
            return SrtpKeyBlock.of(
                    SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32, key, java.util.Arrays.copyOfRange(bytes, 16, 30));
        }

        /** The other phone may send where this one listens. */
        private void opened(StationMedia.OpenReceiveChannelAck ack) {
            int reference = ack.passThroughPartyId() == CALLER ? CALLED : CALLER;
            other().say(ServerMedia.StartMediaTransmission.voice(
                    reference,
                    reference,
                    reference,
                    ack.address(),
                    ack.port(),
                    Codec.G711_ULAW_64K,
                    20,
                    0,
                    key(ack.passThroughPartyId(), true)));
        }

        private Peer other() {
            return peers.values().stream()
                    .filter(peer -> peer != this)
                    .findFirst()
                    .orElseThrow();
        }

        private void cleared() {
            peers.values()
                    .forEach(peer -> List.of(CALLER, CALLED)
                            .forEach(reference -> peer.say(
                                    new ServerMedia.CloseReceiveChannel(
                                            reference,
                                            reference,
                                            reference,
                                            org.keyline.sccp.codec.field.PortHandling.CLOSE),
                                    new ServerMedia.StopMediaTransmission(
                                            reference,
                                            reference,
                                            reference,
                                            org.keyline.sccp.codec.field.PortHandling.CLOSE),
                                    new ServerAudio.SetRinger(RingMode.OFF, RingDuration.NORMAL, 1, reference),
                                    new ServerAudio.StopTone(1, reference, Tone.SILENCE),
                                    ServerCall.CallStateMessage.of(CallState.ON_HOOK, 1, reference))));
        }
    }
}
