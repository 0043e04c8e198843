package org.keyline.callcontrol.call;

import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.media.MediaAddress;

/** What happens to a call. */
public sealed interface CallSignal {
    /**
     * The user goes off hook; with {@code digits} the number is known already. The first signal of every call; the
     * other appearances of the line are shown it.
     */
    record Originate(Leg caller, SearchOrder order, Optional<String> digits, List<Appearance> sharing, Purpose purpose)
            implements CallSignal {
        public Originate {
            sharing = List.copyOf(sharing);
        }
    }

    /** What the device of a leg says. */
    sealed interface LegSignal extends CallSignal {
        CallReference leg();
    }

    /** What the calling user does while dialling. */
    sealed interface Dial extends LegSignal {}

    /** One more digit. */
    record Digit(CallReference leg, char key) implements Dial {}

    /** The last digit is taken back. */
    record Erase(CallReference leg) implements Dial {}

    /** The number is complete as it stands. */
    record DialNow(CallReference leg) implements Dial {}

    /** A whole number: redial, speed dial, a directory. */
    record DialNumber(CallReference leg, String digits) implements Dial {}

    /** Nothing is dialled yet, and the user wants the call for something else. */
    record BeginFor(CallReference leg, Purpose purpose) implements Dial {}

    /** What the called device says to an offer. */
    sealed interface OfferReply extends LegSignal {}

    /** It rings. */
    record Alerting(CallReference leg, Terminal terminal) implements OfferReply {}

    /** It cannot take the call. */
    record Rejected(CallReference leg, Cause cause) implements OfferReply {}

    /** It shows a call that somebody has at another appearance of its line. */
    record Onlooking(CallReference leg, Terminal terminal) implements LegSignal {}

    /** The called user answers. */
    record Answer(CallReference leg) implements LegSignal {}

    /**
     * The call is held.
     *
     * @param network whether a feature holds it, as a transfer does, and not its user
     */
    record Hold(CallReference leg, boolean network) implements LegSignal {
        /** A user holds the call. */
        public Hold(CallReference leg) {
            this(leg, false);
        }
    }

    /** A user takes the held call back. */
    record Resume(CallReference leg) implements LegSignal {}

    /** A user who holds this call transfers it to where their other call leads. */
    record Transfer(CallReference leg, CallReference consulted) implements LegSignal {}

    /**
     * A user adds the far end of their call {@code other} to this one: from then on all confer.
     *
     * @param next which calls come after it, if this one does
     */
    record Confer(CallReference leg, CallReference other, List<CallReference> next) implements LegSignal {
        public Confer {
            next = List.copyOf(next);
        }

        /** One call. */
        public Confer(CallReference leg, CallReference other) {
            this(leg, other, List.of());
        }

        /** Several calls, one after the other; at least one. */
        public static Confer all(CallReference leg, List<CallReference> others) {
            return new Confer(leg, others.getFirst(), others.subList(1, others.size()));
        }

        /** What comes after it. */
        static List<Confer> after(CallReference leg, List<CallReference> next) {
            return next.isEmpty() ? List.of() : List.of(all(leg, next));
        }
    }

    /** The controller sends somebody out of the conference: who came last, where nobody is named. */
    record Drop(CallReference leg, Optional<CallReference> participant) implements LegSignal {}

    /** Somebody in a conference wants to see who else is. */
    record ListParticipants(CallReference leg) implements LegSignal {}

    /**
     * An onlooker wants to come into the call.
     *
     * @param conference through a conference bridge, not through the bridge of the phone they look at
     */
    record Barge(CallReference leg, boolean conference) implements LegSignal {}

    /**
     * A user parks the far end.
     *
     * @param order where a free slot is found, unless the user chose one
     * @param chosen the slot the user chose
     */
    record Park(CallReference leg, SearchOrder order, Optional<ParkSlot> chosen) implements LegSignal {
        /** In any slot. */
        public Park(CallReference leg, SearchOrder order) {
            this(leg, order, Optional.empty());
        }
    }

    /**
     * A user sends the far end to voice mail, whose number is found in {@code order}.
     *
     * @param mailbox whose mailbox; empty where it is the user's own, or that of whom the caller wanted at first
     */
    record Divert(CallReference leg, SearchOrder order, Optional<Party> mailbox) implements LegSignal {}

    /** A user says that the call is malicious. */
    record MarkMalicious(CallReference leg) implements LegSignal {}

    /** The user of a leg keeps their calls from others with the same line from now on, or no longer. */
    record PrivacyChanged(CallReference leg) implements LegSignal {}

    /** A leg ends. */
    sealed interface LegEnd extends LegSignal {}

    /** A user hangs up or ends the call. */
    record Release(CallReference leg) implements LegEnd {}

    /** A device is gone: nothing more can be told to it. */
    record Vanished(CallReference leg) implements LegEnd {}

    /** What phones report of their media. */
    sealed interface MediaReport extends LegSignal {
        MediaStream stream();
    }

    /** The phone listens. */
    record ReceiveOpened(CallReference leg, MediaStream stream, MediaAddress address) implements MediaReport {}

    /** The phone cannot listen. */
    record ReceiveRefused(CallReference leg, MediaStream stream, int status) implements MediaReport {}

    /** The phone cannot send. */
    record TransmitFailed(CallReference leg, MediaStream stream) implements MediaReport {}

    /** What becomes of a multicast group that a phone was asked to join. */
    sealed interface GroupReport extends LegSignal {
        MediaStream stream();
    }

    /** The phone hears the group. */
    record GroupJoined(CallReference leg, MediaStream stream) implements GroupReport {}

    /** So far the phone should have said whether it hears the group; {@link CallEffect.AwaitReport}. */
    record ReportDue(CallReference leg, MediaStream stream) implements GroupReport {}

    /** What the call waited for did not come. */
    record Expired(CallTimer timer) implements CallSignal {}

    /** What makes a leg move from one call to another; see {@link HandOvers}. */
    sealed interface BetweenCalls extends CallSignal {}

    /**
     * The call of {@code leg} shall hand over its other leg to the call of {@code to}: the one who talks to it, or
     * calls it; where it has no other, being parked, this one.
     *
     * @param ringing whether legs that only ring are wanted too
     */
    record HandOver(CallReference leg, CallReference to, boolean ringing) implements BetweenCalls {}

    /** To the call of {@code to}: what was asked of the call of {@code from}. */
    record HandedOver(CallReference to, CallReference from, Arrival arrival) implements BetweenCalls {}

    /** To the call of {@code to}: the call of {@code from} has no leg to hand over. */
    record HandOverRefused(CallReference to, CallReference from) implements BetweenCalls {}

    /** To the call of {@code from}: what it handed over has arrived. */
    record TakenOver(CallReference from) implements BetweenCalls {}

    /**
     * To the call of {@code room}: the call of {@code from} asks whether its caller may come in; see {@link MeetMes}.
     */
    record Enter(CallReference room, CallReference from) implements BetweenCalls {}

    /** To the call of {@code to}: its caller may come into the room. */
    record EntryGranted(CallReference to, CallReference room) implements BetweenCalls {}

    /** To the call of {@code to}: its caller may not. */
    record EntryRefused(CallReference to, CallReference room, Phrase why) implements BetweenCalls {}

    /** From the leg's device: it heard of the move, and says nothing more of it here. */
    record Moved(CallReference leg) implements BetweenCalls {}
}
