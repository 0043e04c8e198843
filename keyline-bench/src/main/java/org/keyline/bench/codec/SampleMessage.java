package org.keyline.bench.codec;

import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.RedirectReason;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.ToneDirection;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerAudio.StartTone;
import org.keyline.sccp.codec.message.ServerCall.CallInfoDynamic;
import org.keyline.sccp.codec.message.ServerCall.CallStateMessage;
import org.keyline.sccp.codec.message.StationKey.KeypadButton;
import org.keyline.sccp.codec.message.StationMedia.OpenReceiveChannelAck;
import org.keyline.sccp.codec.wire.MediaAddress;

/** The messages a call is made of, small and large. */
public enum SampleMessage {
    /** Three words. */
    KEYPAD_BUTTON,
    /** Six words, three enumerations. */
    CALL_STATE,
    /** Four words. */
    START_TONE,
    /** An address among words. */
    OPEN_RECEIVE_CHANNEL_ACK,
    /** Eight words and twelve or fifteen strings. */
    CALL_INFO_DYNAMIC;

    SccpMessage message() {
        return switch (this) {
            case KEYPAD_BUTTON -> new KeypadButton(KeypadKey.of('7'), 1, 5);
            case CALL_STATE -> CallStateMessage.of(CallState.CONNECTED, 1, 5);
            case START_TONE -> new StartTone(Tone.ALERTING, ToneDirection.USER, 1, 5);
            case OPEN_RECEIVE_CHANNEL_ACK ->
                new OpenReceiveChannelAck(MediaStatus.OK, MediaAddress.ipv4(0xC0000215), 16384, 0x01010001, 5);
            case CALL_INFO_DYNAMIC -> callInfo();
        };
    }

    private static CallInfoDynamic callInfo() {
        return new CallInfoDynamic(
                1,
                5,
                CallType.INBOUND,
                RedirectReason.NONE,
                RedirectReason.NONE,
                1,
                CallSecurityStatus.ENCRYPTED,
                0,
                "1003",
                "",
                "1001",
                "1001",
                "",
                "",
                "",
                "",
                "",
                "Bob Miller",
                "Alice Smith",
                "Alice Smith",
                "",
                "",
                "");
    }
}
