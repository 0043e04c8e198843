package org.keyline.callcontrol.station;

import java.util.List;
import java.util.Optional;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.Forwards;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * What a station is told. Each is a step of a call as the user sees it; the protocol module turns it into its messages
 * in the order phones expect (for SCCP the flows of the specification, one command a numbered list).
 */
public sealed interface StationCommand {
    /** A new outgoing call with dial tone; {@code speaker} unless the handset is up. */
    record GiveDialTone(LineInstance line, CallReference call, boolean speaker, Purpose purpose)
            implements StationCommand {
        /** For a call of its own. */
        public GiveDialTone(LineInstance line, CallReference call, boolean speaker) {
            this(line, call, speaker, Purpose.CALL);
        }
    }

    /** A new outgoing call whose digits are known already: no dial tone. */
    record StartEnBloc(LineInstance line, CallReference call, boolean speaker) implements StationCommand {}

    /** The first digit arrived: dial tone stops. */
    record FirstDigit(LineInstance line, CallReference call) implements StationCommand {}

    /** The last digit is taken back; with {@code empty} none is left and dial tone returns. */
    record EraseDigit(LineInstance line, CallReference call, boolean empty) implements StationCommand {}

    /** Whatever is dialled now leads outside: the dial tone of there. */
    record OutsideDialTone(LineInstance line, CallReference call) implements StationCommand {}

    /** The number is complete; the user is asked for a code. */
    record AskCode(LineInstance line, CallReference call, CodeKind kind) implements StationCommand {}

    /** The number is complete and on its way. */
    record Proceed(LineInstance line, CallReference call, String dialled, CallParties parties)
            implements StationCommand {}

    /** The far end rings: ring-back. */
    record RingBack(LineInstance line, CallReference call, CallParties parties, Purpose purpose)
            implements StationCommand {
        /** In a call of its own. */
        public RingBack(LineInstance line, CallReference call, CallParties parties) {
            this(line, call, parties, Purpose.CALL);
        }
    }

    /** A call comes in; with {@code waiting} the user is in another call and only hears the waiting tone. */
    record Offer(LineInstance line, CallReference call, CallParties parties, Optional<CallReference> waiting)
            implements StationCommand {}

    /** This phone answered; ringing stops. */
    record Answered(LineInstance line, CallReference call, boolean speaker) implements StationCommand {}

    /** The call is up. */
    record Connected(LineInstance line, CallReference call, CallParties parties, Purpose purpose)
            implements StationCommand {
        /** A call of its own. */
        public Connected(LineInstance line, CallReference call, CallParties parties) {
            this(line, call, parties, Purpose.CALL);
        }
    }

    /** This phone holds the call. */
    record Held(LineInstance line, CallReference call, CallParties parties) implements StationCommand {}

    /**
     * This phone holds the call for long: it rings once.
     *
     * @param active the call that has the user's ear; then a tone in that one instead
     */
    record HoldReverted(LineInstance line, CallReference call, Optional<CallReference> active)
            implements StationCommand {}

    /** It is noted that the call is malicious, as the user said. */
    record MarkedMalicious(LineInstance line, CallReference call) implements StationCommand {}

    /** This phone takes the held call back. */
    record Resumed(LineInstance line, CallReference call, boolean speaker, CallParties parties)
            implements StationCommand {}

    /** The far end holds or resumes the call; while held this phone hears the hold tone. */
    record FarEndHeld(LineInstance line, CallReference call, boolean held) implements StationCommand {}

    /** The call that rang here was taken somewhere else: it is no missed call. */
    record TakenElsewhere(LineInstance line, CallReference call) implements StationCommand {}

    /** Where this phone's call is parked, shown for some seconds. */
    record Parked(LineInstance line, CallReference call, String slot, int seconds) implements StationCommand {}

    /** Who is in the call, or how secure it is, changed. */
    record UpdateParties(LineInstance line, CallReference call, CallParties parties) implements StationCommand {}

    /** The call cannot go on: the tone and text of the cause; the user ends it, or a timer does. */
    record Refuse(LineInstance line, CallReference call, Cause cause) implements StationCommand {}

    /** The call is over at this phone; with {@code lastCall} no other call is left on it. */
    record Clear(LineInstance line, CallReference call, boolean lastCall, boolean otherActive)
            implements StationCommand {}

    /**
     * What a station is told about one media stream of one leg. A key in it is the station's own copy, to be wiped once
     * it is written.
     */
    sealed interface MediaCommand extends StationCommand {
        CallReference call();

        MediaStream stream();
    }

    /** Listen for RTP; the address comes back as {@link StationSignal.ReceiveOpened}. */
    record OpenReceive(
            CallReference call, MediaStream stream, AudioCodec codec, int packetMillis, Optional<MediaKey> key)
            implements MediaCommand {}

    record CloseReceive(CallReference call, MediaStream stream) implements MediaCommand {}

    /** Send RTP to {@code to}. */
    record StartTransmit(
            CallReference call,
            MediaStream stream,
            MediaAddress to,
            AudioCodec codec,
            int packetMillis,
            Optional<MediaKey> key)
            implements MediaCommand {}

    record StopTransmit(CallReference call, MediaStream stream) implements MediaCommand {}

    /**
     * Join a multicast group and hear what is sent to it, in the clear; how it went comes back as
     * {@link StationSignal.GroupJoined} or {@link StationSignal.ReceiveRefused}.
     */
    record JoinGroup(CallReference call, MediaStream stream, MediaAddress group, AudioCodec codec, int packetMillis)
            implements MediaCommand {}

    record LeaveGroup(CallReference call, MediaStream stream) implements MediaCommand {}

    /** Somebody has this call at another appearance of the line. */
    record InUseElsewhere(LineInstance line, CallReference call, CallParties parties, Elsewhere how)
            implements StationCommand {}

    /** Where a line's calls go now; shown with the line, and on the idle phone. */
    record ShowForwards(LineInstance line, Forwards forwards) implements StationCommand {}

    /** What was dialled is done: the tone that confirms it; the user ends the call, or a timer does. */
    record Confirm(LineInstance line, CallReference call) implements StationCommand {}

    /** Whether a line has messages now; shown with the line, on the idle phone, and by the next dial tone. */
    record ShowMessages(LineInstance line, boolean waiting) implements StationCommand {}

    /** Whether the user wants peace now; calls that are offered meanwhile make no sound. */
    record ShowDoNotDisturb(boolean active) implements StationCommand {}

    /** Whether the user keeps calls from others with the same line now. */
    record ShowPrivacy(boolean active) implements StationCommand {}

    /** Whether calls that are hunted ring at this phone now. */
    record ShowHuntGroups(boolean loggedIn) implements StationCommand {}

    /**
     * What the line does that a speed dial watches.
     *
     * @param speedDial the speed dial's index
     */
    record ShowLineStatus(int speedDial, LineStatus status) implements StationCommand {}

    /** A call that rings in the user's pickup group, shown while the phone is idle; none, or none any more. */
    record ShowPickup(Optional<PickupCall> call) implements StationCommand {}

    /**
     * A call rings in the user's pickup group: the idle phone rings once.
     *
     * @param call the call in which a tone sounds instead; none where the phone is idle
     */
    record AlertPickup(LineInstance line, CallReference call) implements StationCommand {}

    /** What became of the user's wish to be called back. */
    record ShowCallBack(CallBackNotice notice) implements StationCommand {}

    /** Why a key did not do what it is for; shown with the call. */
    record Explain(LineInstance line, CallReference call, Phrase phrase) implements StationCommand {}

    /**
     * Who is in the user's conference: a list to look at.
     *
     * @param controls whether the user may send them out
     */
    record ListParticipants(LineInstance line, CallReference call, List<Participant> who, boolean controls)
            implements StationCommand {
        public ListParticipants {
            who = List.copyOf(who);
        }
    }

    /** The user marked the call, or no longer. */
    record Select(LineInstance line, CallReference call, boolean selected) implements StationCommand {}

    /** Somebody barged into the call: a short tone. */
    record BargeTone(LineInstance line, CallReference call) implements StationCommand {}

    /** Ask for the counters of a leg before its media is closed. */
    record RequestStatistics(CallReference call, String number) implements StationCommand {}

    /** A short text for the whole phone, for some seconds. */
    record Notify(String text, int seconds) implements StationCommand {}

    /** Reset or restart the phone, when it is idle. */
    record Reset(Kind kind) implements StationCommand {
        /** How thorough: full reboot, re-registration, or only fetching the configuration. */
        public enum Kind {
            RESET,
            RESTART,
            APPLY_CONFIGURATION
        }
    }
}
