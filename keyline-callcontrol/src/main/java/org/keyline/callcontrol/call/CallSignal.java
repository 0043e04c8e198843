package org.keyline.callcontrol.call;

import java.util.Optional;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.model.media.MediaAddress;

/** What happens to a call. */
public sealed interface CallSignal {
    /** The user goes off hook; with {@code digits} the number is known already. The first signal of every call. */
    record Originate(Leg caller, SearchOrder order, Optional<String> digits) implements CallSignal {}

    /** What the calling user does while dialling. */
    sealed interface Dial extends CallSignal {
        CallReference leg();
    }

    /** One more digit. */
    record Digit(CallReference leg, char key) implements Dial {}

    /** The last digit is taken back. */
    record Erase(CallReference leg) implements Dial {}

    /** The number is complete as it stands. */
    record DialNow(CallReference leg) implements Dial {}

    /** A whole number: redial, speed dial, a directory. */
    record DialNumber(CallReference leg, String digits) implements Dial {}

    /** What the called device says to an offer. */
    sealed interface OfferReply extends CallSignal {
        CallReference leg();
    }

    /** It rings. */
    record Alerting(CallReference leg, Terminal terminal) implements OfferReply {}

    /** It cannot take the call. */
    record Rejected(CallReference leg, Cause cause) implements OfferReply {}

    /** The called user answers. */
    record Answer(CallReference leg) implements CallSignal {}

    /** A user holds the call. */
    record Hold(CallReference leg) implements CallSignal {}

    /** A user takes the held call back. */
    record Resume(CallReference leg) implements CallSignal {}

    /** A leg ends. */
    sealed interface LegEnd extends CallSignal {
        CallReference leg();
    }

    /** A user hangs up or ends the call. */
    record Release(CallReference leg) implements LegEnd {}

    /** A device is gone: nothing more can be told to it. */
    record Vanished(CallReference leg) implements LegEnd {}

    /** What phones report of their media. */
    sealed interface MediaReport extends CallSignal {
        CallReference leg();

        MediaStream stream();
    }

    /** The phone listens. */
    record ReceiveOpened(CallReference leg, MediaStream stream, MediaAddress address) implements MediaReport {}

    /** The phone cannot listen. */
    record ReceiveRefused(CallReference leg, MediaStream stream, int status) implements MediaReport {}

    /** The phone cannot send. */
    record TransmitFailed(CallReference leg, MediaStream stream) implements MediaReport {}

    /** What the call waited for did not come. */
    record Expired(CallTimer timer) implements CallSignal {}
}
