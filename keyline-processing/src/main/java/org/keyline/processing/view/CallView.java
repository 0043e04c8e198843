package org.keyline.processing.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/**
 * A call in progress.
 *
 * @param call its number: the reference of its first leg, under which the trace finds it
 * @param state where it stands
 * @param since when it began
 * @param connected when it was answered; empty before that
 * @param calling who calls
 * @param called who is called, as soon as that is known; in a conference everybody else
 * @param dialled the digits so far
 * @param security its class as the phones show it; empty while media is not up
 * @param codec what is spoken, while media is up
 */
public record CallView(
        int call,
        State state,
        Instant since,
        Optional<Instant> connected,
        End calling,
        List<End> called,
        String dialled,
        Optional<SecurityClass> security,
        Optional<AudioCodec> codec) {
    public CallView {
        called = List.copyOf(called);
    }

    /** The same, shown with another class. */
    public CallView secured(Optional<SecurityClass> other) {
        return new CallView(call, state, since, connected, calling, called, dialled, other, codec);
    }

    /** One end of it. */
    public record End(DeviceName device, Party party) {}

    /** Where a call stands, in the user's words. */
    public enum State {
        DIALLING,
        RINGING,
        CONNECTED,
        HELD,
        CONFERENCE,
        REFUSED
    }
}
