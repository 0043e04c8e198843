package org.keyline.callcontrol.call;

import java.util.List;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.Sound;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.callcontrol.station.Elsewhere;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.model.device.LineInstance;

/** What a call tells the device of one of its legs. */
public sealed interface LegEvent {
    CallReference leg();

    /**
     * A call comes in; the device replies with {@link CallSignal.Alerting} or {@link CallSignal.Rejected}.
     *
     * @param caller whom its media would be with
     */
    record Offered(CallReference leg, LineInstance line, CallParties parties, Terminal caller) implements LegEvent {}

    /** The first digit is taken. */
    record FirstDigitTaken(CallReference leg) implements LegEvent {}

    /** The last digit is taken back; with {@code empty} none is left. */
    record DigitErased(CallReference leg, boolean empty) implements LegEvent {}

    /** All numbers that are still possible lead outside: the dial tone of there. */
    record OutsideDialTone(CallReference leg) implements LegEvent {}

    /** The number is complete; a code is asked for, the digits of which are dialled. */
    record CodeAsked(CallReference leg, CodeKind kind) implements LegEvent {}

    /** A number that was not to be called is complete. */
    record Collected(CallReference leg, String digits) implements LegEvent {}

    /** The number leads somewhere. */
    record Proceeding(CallReference leg, String dialled, CallParties parties) implements LegEvent {}

    /** The called party rings. */
    record FarRinging(CallReference leg, CallParties parties) implements LegEvent {}

    /** The call took this leg's answer. */
    record Answered(CallReference leg) implements LegEvent {}

    /**
     * It rang, and another phone with the same line answered.
     *
     * @param by the leg that answered
     * @param parties what that one shows
     */
    record AnsweredElsewhere(Leg ringing, Leg by, CallParties parties) implements LegEvent {
        @Override
        public CallReference leg() {
            return ringing.reference();
        }
    }

    /**
     * Somebody has a call at another appearance of this line; the device replies to the first with
     * {@link CallSignal.Onlooking} or {@link CallSignal.Rejected}.
     *
     * @param line where it is shown; none where the leg is known already
     */
    record InUseElsewhere(CallReference leg, LineInstance line, CallParties parties, Elsewhere how)
            implements LegEvent {}

    /** The call is up. */
    record Connected(CallReference leg, CallParties parties) implements LegEvent {}

    /** This leg holds the call. */
    record Held(CallReference leg, CallParties parties) implements LegEvent {}

    /** This leg holds the call no more. */
    record Resumed(CallReference leg, CallParties parties) implements LegEvent {}

    /** The other leg holds the call, or no more. */
    record FarHeld(CallReference leg, boolean held) implements LegEvent {}

    /** Who is in the call, or how secure it is, changed. */
    record Updated(CallReference leg, CallParties parties) implements LegEvent {}

    /** The call cannot go on; the tone of the cause plays until the user or a timer ends it. */
    record Refused(CallReference leg, Cause cause) implements LegEvent {}

    /** What was dialled is done; a tone says so, and the call ends. */
    record Confirmed(CallReference leg) implements LegEvent {}

    /** What the user wanted cannot be; all is as it was. */
    record FeatureRefused(CallReference leg, Phrase why) implements LegEvent {}

    /** The user's other call cannot come into this one; both are as they were. */
    record ConferenceRefused(CallReference leg, Phrase why) implements LegEvent {}

    /**
     * Who confers.
     *
     * @param who in the order they came
     * @param controls whether this leg may send them out
     */
    record Participants(CallReference leg, List<Participant> who, boolean controls) implements LegEvent {
        public Participants {
            who = List.copyOf(who);
        }
    }

    /** The far end is parked there now; the leg is cleared next. */
    record Parked(CallReference leg, String slot) implements LegEvent {}

    /** It rang, and somebody took the call at another line; the leg is over, nothing follows. */
    record TakenElsewhere(CallReference leg) implements LegEvent {}

    /**
     * The leg is in another call from now on, which will speak to it; the device replies with {@link CallSignal.Moved}.
     */
    record Moved(CallReference leg) implements LegEvent {}

    /** Its user holds the call for long: a reminder. */
    record HoldReverted(CallReference leg) implements LegEvent {}

    /** What its user said of the call is noted: it is malicious. */
    record MarkedMalicious(CallReference leg) implements LegEvent {}

    /** The leg is over; nothing follows. */
    record Cleared(CallReference leg) implements LegEvent {}

    /** Somebody barged into the call. */
    record BargedIn(CallReference leg) implements LegEvent {}

    /** To a conference bridge: this leg has a seat among those of the same room. */
    record Seated(CallReference leg, int room) implements LegEvent {}

    /**
     * To a media termination point: this leg is one of two ports, each of which sends what the other receives.
     *
     * @param pair the same for both
     */
    record Relaying(CallReference leg, int pair) implements LegEvent {}

    /** To a media resource: this leg plays that, as soon as media is opened. */
    record Playing(CallReference leg, Sound sound) implements LegEvent {}

    /** A step of the leg's media. */
    record Media(CallReference leg, MediaCommand command) implements LegEvent {}
}
