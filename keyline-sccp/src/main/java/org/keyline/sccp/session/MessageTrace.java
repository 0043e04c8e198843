package org.keyline.sccp.session;

import java.util.List;
import java.util.Map;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.serviceability.trace.SdlTrace;

/**
 * Records messages in the SDL trace. Fields become text only when somebody looks; until then the message itself is
 * kept, with media keys replaced by zeros of the same length. Keepalives are left out: they would push everything else
 * away.
 */
public final class MessageTrace {
    /** The server's name in the trace. */
    public static final String SERVER = "CallManager";

    private final SdlTrace trace;
    private final boolean enabled;

    public MessageTrace(SdlTrace trace) {
        this.trace = trace;
        this.enabled = !trace.equals(SdlTrace.NONE);
    }

    /** A message that came from {@code station} at {@code atNanos}; its session is in {@code state} after it. */
    void received(long atNanos, String station, Decoded message, SessionState state) {
        if (enabled && !(message instanceof StationRegistration.KeepAlive)) {
            record(atNanos, station, SERVER, message, state.name());
        }
    }

    /** A message to {@code station}. */
    void sent(String station, SccpMessage message) {
        if (enabled && !(message instanceof ServerRegistration.KeepAliveAck)) {
            record(System.nanoTime(), SERVER, station, masked(message), "");
        }
    }

    private void record(long atNanos, String from, String to, Decoded message, String state) {
        trace.record(new SdlSignal(atNanos, calls(message), from, to, name(message), () -> fields(message), state));
    }

    private static List<Integer> calls(Decoded message) {
        var call = message instanceof SccpMessage whole ? MessageCalls.of(whole) : 0;
        return call == 0 ? List.of() : List.of(call);
    }

    private static String name(Decoded message) {
        return switch (message) {
            case SccpMessage whole -> SccpMessages.name(whole);
            case Malformed malformed -> "malformed " + SccpMessages.name(malformed.id());
        };
    }

    private static Map<String, String> fields(Decoded message) {
        return SccpText.describe(message).fields();
    }

    private static SccpMessage masked(SccpMessage message) {
        return switch (message) {
            case ServerMedia.OpenReceiveChannel open when open.key().isEncrypted() -> masked(open);
            case ServerMedia.StartMediaTransmission start when start.key().isEncrypted() -> masked(start);
            default -> message;
        };
    }

    private static SccpMessage masked(ServerMedia.OpenReceiveChannel open) {
        return ServerMedia.OpenReceiveChannel.voice(
                open.conferenceId(),
                open.passThroughPartyId(),
                open.callReference(),
                open.codec(),
                open.milliSecondPacketSize(),
                open.rfc2833PayloadType(),
                masked(open.key()));
    }

    private static SccpMessage masked(ServerMedia.StartMediaTransmission start) {
        return ServerMedia.StartMediaTransmission.voice(
                start.conferenceId(),
                start.passThroughPartyId(),
                start.callReference(),
                start.remoteAddress(),
                start.remotePort(),
                start.codec(),
                start.milliSecondPacketSize(),
                start.rfc2833PayloadType(),
                masked(start.key()));
    }

    /** Zeros as long as the key: what is shown of a key is its length. */
    private static SrtpKeyBlock masked(SrtpKeyBlock key) {
        return SrtpKeyBlock.of(key.algorithm(), new byte[16], new byte[14]);
    }
}
