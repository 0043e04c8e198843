package org.keyline.sccp;

import java.io.IOException;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.wire.MediaAddress;

/** What users do with their phones, and what they wait for before they go on. */
final class CallSteps {
    private CallSteps() {}

    static int dials(RawPhone caller, String number) throws IOException {
        caller.send(new StationKey.SoftKeyEvent(SoftKey.NEW_CALL, 1, 0));
        var call = caller.await(ServerCall.CallStateMessage.class).callReference();
        caller.await(ServerAudio.StartTone.class, tone -> tone.tone().equals(Tone.INSIDE_DIAL));
        for (var i = 0; i < number.length(); i++) {
            caller.send(new StationKey.KeypadButton(KeypadKey.of(number.charAt(i)), 1, call));
        }
        caller.await(ServerAudio.StartTone.class, tone -> tone.tone().equals(Tone.ALERTING));
        return call;
    }

    static int answers(RawPhone called) throws IOException {
        var call = called.await(ServerCall.CallStateMessage.class, state -> state.state() == CallState.RING_IN)
                .callReference();
        called.await(ServerAudio.SetRinger.class, ringer -> ringer.ringMode() == RingMode.INSIDE);
        called.send(new StationKey.SoftKeyEvent(SoftKey.ANSWER, 1, call));
        return call;
    }

    static ServerMedia.OpenReceiveChannel listens(RawPhone phone, int address, int port) throws IOException {
        var open = phone.await(ServerMedia.OpenReceiveChannel.class);
        phone.send(new StationMedia.OpenReceiveChannelAck(
                MediaStatus.OK, MediaAddress.ipv4(address), port, open.passThroughPartyId(), open.callReference()));
        return open;
    }
}
