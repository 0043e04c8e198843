package org.keyline.callcontrol.station;

import java.util.List;
import org.keyline.model.device.LineInstance;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/** What a station reports. Lines and calls may be unknown ({@code NONE}): call control then chooses. */
public sealed interface StationSignal {
    /** The handset is lifted or a line chosen; with a ringing {@code call} it answers. */
    record OffHook(LineInstance line, CallReference call) implements StationSignal {}

    /** The handset is put back; without a call it ends the active one. May arrive twice. */
    record OnHook(LineInstance line, CallReference call) implements StationSignal {}

    /** One of {@code 0-9 * # A-D +}, dialled or, in a call, as DTMF. */
    record Digit(char key, LineInstance line, CallReference call) implements StationSignal {}

    /** A whole number dialled at once while on hook. */
    record EnBloc(String digits, LineInstance line) implements StationSignal {}

    /** A softkey, or the button that means the same. */
    record Press(Softkey key, LineInstance line, CallReference call) implements StationSignal {}

    /** The user chose somebody of a conference's list to send out. */
    record RemoveParticipant(CallReference call, CallReference participant) implements StationSignal {}

    /** What the user chose where call back is shown. */
    record ChooseCallBack(CallBackNotice.Choice choice) implements StationSignal {}

    /** A line button. */
    record LineKey(LineInstance line) implements StationSignal {}

    /** The key that calls voice mail. */
    record MessagesKey() implements StationSignal {}

    /** A speed-dial button. */
    record SpeedDialKey(int instance) implements StationSignal {}

    /** The phone listens for RTP at {@code address}. */
    record ReceiveOpened(MediaStream stream, MediaAddress address) implements StationSignal {}

    /** The phone hears the multicast group it was asked to join. */
    record GroupJoined(MediaStream stream) implements StationSignal {}

    /** The phone cannot receive: no channel, no codec, no port, no group. */
    record ReceiveRefused(MediaStream stream, int status) implements StationSignal {}

    /** The phone could not send RTP. */
    record TransmitFailed(MediaStream stream) implements StationSignal {}

    /** Which codecs the phone has, best first. */
    record Capabilities(List<AudioCodec> codecs) implements StationSignal {
        public Capabilities {
            codecs = List.copyOf(codecs);
        }
    }

    /**
     * Counters of a leg that ended; may come long after it.
     *
     * @param quality how it sounded, in the phone's own words, such as {@code MLQK=4.5;CCR=0.0}; may be empty
     */
    record Statistics(
            CallReference call,
            long packetsSent,
            long octetsSent,
            long packetsReceived,
            long octetsReceived,
            long packetsLost,
            long jitterMillis,
            long latencyMillis,
            String quality)
            implements StationSignal {}

    /** The connection is gone or the device unregistered; its calls end. */
    record Gone(String reason) implements StationSignal {}
}
