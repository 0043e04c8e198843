package org.keyline.lab.load;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.wire.MediaAddress;

/** One phone of a team: what its user does, and what the server told it in the present call. */
final class CallMember {
    /** Above the ports of the server's own media resources, so that a bridge is not taken for a phone. */
    private static final int FIRST_PORT = 40_000;

    private static final int PORTS = 8_192;
    private static final int LINE = 1;

    private final LoadPhone phone;
    private final Set<Integer> calls = new LinkedHashSet<>();
    private int current;
    private int ringing;
    private boolean handset;
    private boolean dialTone;
    private String refused = "";
    private String slot = "";
    private SrtpKeyBlock listens = SrtpKeyBlock.NONE;
    private SrtpKeyBlock speaks = SrtpKeyBlock.NONE;
    private int speaksTo;
    private int speaksAs;

    CallMember(LoadPhone phone) {
        this.phone = phone;
    }

    /** Forgets the call before. */
    void forget() {
        calls.clear();
        current = 0;
        ringing = 0;
        dialTone = false;
        refused = "";
        slot = "";
        silent();
        listens = SrtpKeyBlock.NONE;
    }

    private void silent() {
        speaks = SrtpKeyBlock.NONE;
        speaksTo = 0;
        speaksAs = 0;
    }

    String number() {
        return phone.number();
    }

    /** The port it says it listens on: a number of its own, so that crossed wires are noticed. */
    int port() {
        return FIRST_PORT + 2 * (phone.index() % PORTS);
    }

    void lifts() {
        dialTone = false;
        handset = true;
        phone.say(new StationKey.OffHook(0, 0));
    }

    void answers() {
        handset = true;
        phone.say(new StationKey.OffHook(LINE, ringing));
        ringing = 0;
    }

    void dials(String digits) {
        digits.chars().forEach(key -> phone.say(new StationKey.KeypadButton(KeypadKey.of((char) key), LINE, current)));
    }

    void dialsAtOnce(String digits) {
        phone.say(new StationKey.EnblocCall(digits, LINE));
    }

    void presses(SoftKey key) {
        dialTone = false;
        phone.say(new StationKey.SoftKeyEvent(key, LINE, current));
    }

    void hangsUp() {
        handset = false;
        phone.say(new StationKey.OnHook(LINE, current));
    }

    void hear(ServerMessage message) {
        switch (message) {
            case ServerCall.CallStateMessage state -> state(state.callReference(), state.state());
            case ServerAudio.StartTone tone ->
                dialTone = dialTone || tone.tone().equals(Tone.INSIDE_DIAL);
            case ServerMedia.OpenReceiveChannel open -> open(open);
            case ServerMedia.CloseReceiveChannel _ -> listens = SrtpKeyBlock.NONE;
            case ServerMedia.StartMediaTransmission start -> start(start);
            case ServerMedia.StopMediaTransmission stop -> {
                if (stop.passThroughPartyId() == speaksAs) {
                    silent();
                }
            }
            case ServerDisplay.DisplayNotify note -> noted(note.text().value());
            case ServerDisplay.DisplayDynamicNotify note -> noted(note.text().value());
            default -> {
                // Everything else is for people.
            }
        }
    }

    private void state(int call, CallState state) {
        if (state == CallState.ON_HOOK) {
            calls.remove(call);
            ringing = ringing == call ? 0 : ringing;
            current = current == call ? calls.stream().findFirst().orElse(0) : current;
            if (calls.isEmpty() && handset) {
                hangsUp();
            }
            return;
        }
        calls.add(call);
        current = state == CallState.HOLD ? current : call;
        ringing = state == CallState.RING_IN ? call : ringing;
        if (state == CallState.BUSY || state == CallState.CONGESTION || state == CallState.INVALID_NUMBER) {
            refused = state.toString();
        }
    }

    private void open(ServerMedia.OpenReceiveChannel open) {
        listens = open.key();
        phone.say(new StationMedia.OpenReceiveChannelAck(
                MediaStatus.OK,
                MediaAddress.of(phone.address()),
                port(),
                open.passThroughPartyId(),
                open.callReference()));
    }

    private void start(ServerMedia.StartMediaTransmission start) {
        speaks = start.key();
        speaksTo = start.remotePort();
        speaksAs = start.passThroughPartyId();
    }

    /** Where it parked its call is the only note in which a number follows a label. */
    private void noted(String text) {
        if (text.startsWith(Label.CALL_PARK_AT.code())) {
            slot = text.substring(Label.CALL_PARK_AT.code().length()).strip();
        }
    }

    boolean hasDialTone() {
        return dialTone;
    }

    boolean isRinging() {
        return ringing != 0;
    }

    boolean isOnHook() {
        return calls.isEmpty();
    }

    boolean isSpeaking() {
        return speaksTo != 0;
    }

    boolean isSpeakingTo(CallMember other) {
        return speaksTo == other.port();
    }

    boolean isSpeakingEncrypted() {
        return speaks.isEncrypted();
    }

    /** Whether what the other says can be understood here. */
    boolean understands(CallMember other) {
        return listens.equals(other.speaks);
    }

    /** What the server refused its call with. */
    Optional<String> refused() {
        return refused.isEmpty() ? Optional.empty() : Optional.of(refused);
    }

    /** Where it parked its call. */
    Optional<String> parkedAt() {
        return slot.isEmpty() ? Optional.empty() : Optional.of(slot);
    }
}
