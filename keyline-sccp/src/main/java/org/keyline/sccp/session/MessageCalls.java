package org.keyline.sccp.session;

import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;

/** Which call a message belongs to. */
final class MessageCalls {
    private MessageCalls() {}

    /** The message's call reference, or 0 when it belongs to no call. */
    static int of(SccpMessage message) {
        return switch (message) {
            case StationKey key -> of(key);
            case StationMedia media -> of(media);
            case ServerCall call -> of(call);
            case ServerAudio audio -> of(audio);
            case ServerDisplay display -> of(display);
            case ServerMedia media -> of(media);
            default -> 0;
        };
    }

    private static int of(StationKey key) {
        return switch (key) {
            case StationKey.KeypadButton m -> m.callReference();
            case StationKey.Stimulus m -> m.callReference();
            case StationKey.OffHook m -> m.callReference();
            case StationKey.OnHook m -> m.callReference();
            case StationKey.HookFlash m -> m.callReference();
            case StationKey.SoftKeyEvent m -> m.callReference();
            case StationKey.EnblocCall _,
                    StationKey.OffHookWithCgpn _,
                    StationKey.HeadsetStatus _,
                    StationKey.MediaPathEvent _ -> 0;
        };
    }

    private static int of(StationMedia media) {
        return switch (media) {
            case StationMedia.OpenReceiveChannelAck m -> m.callReference();
            case StationMedia.StartMediaTransmissionAck m -> m.callReference();
            case StationMedia.ConnectionStatisticsRes m -> m.callReference();
            case StationMedia.MediaTransmissionFailure m -> m.callReference();
            default -> 0;
        };
    }

    private static int of(ServerCall call) {
        return switch (call) {
            case ServerCall.CallStateMessage m -> m.callReference();
            case ServerCall.CallInfo m -> m.callReference();
            case ServerCall.CallInfoDynamic m -> m.callReference();
            case ServerCall.SelectSoftKeys m -> m.callReference();
            case ServerCall.DialedNumber m -> m.callReference();
            case ServerCall.BackSpaceRes m -> m.callReference();
            default -> 0;
        };
    }

    private static int of(ServerAudio audio) {
        return switch (audio) {
            case ServerAudio.StartTone m -> m.callReference();
            case ServerAudio.StopTone m -> m.callReference();
            case ServerAudio.SetRinger m -> m.callReference();
            default -> 0;
        };
    }

    private static int of(ServerDisplay display) {
        return switch (display) {
            case ServerDisplay.DisplayPromptStatus m -> m.callReference();
            case ServerDisplay.DisplayDynamicPromptStatus m -> m.callReference();
            case ServerDisplay.ClearPromptStatus m -> m.callReference();
            default -> 0;
        };
    }

    private static int of(ServerMedia media) {
        return switch (media) {
            case ServerMedia.OpenReceiveChannel m -> m.callReference();
            case ServerMedia.StartMediaTransmission m -> m.callReference();
            case ServerMedia.CloseReceiveChannel m -> m.callReference();
            case ServerMedia.StopMediaTransmission m -> m.callReference();
            case ServerMedia.ConnectionStatisticsReq m -> m.callReference();
            default -> 0;
        };
    }
}
