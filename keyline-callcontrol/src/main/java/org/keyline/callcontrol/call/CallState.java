package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.CallSignal.LegSignal;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.media.Media;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.security.BargeRules;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/** Where a call stands. */
public sealed interface CallState {
    /** Nothing happened yet. */
    record Idle() implements CallState {}

    /**
     * The caller dials.
     *
     * @param outside after how many digits the outside dial tone was given; 0 before
     */
    record Dialling(Leg caller, SearchOrder order, String digits, Purpose purpose, int outside) implements CallState {
        /** Before the outside dial tone. */
        public Dialling(Leg caller, SearchOrder order, String digits, Purpose purpose) {
            this(caller, order, digits, purpose, 0);
        }

        Dialling with(String number) {
            return new Dialling(caller, order, number, purpose, outside);
        }

        Dialling begunFor(Purpose other) {
            return new Dialling(caller, order, digits, other, outside);
        }

        /** The outside dial tone is given now, or is yet to come. */
        Dialling outside(boolean now) {
            return new Dialling(caller, order, digits, purpose, now ? digits.length() : 0);
        }

        /** Whether the outside dial tone sounds. */
        boolean hearsOutside() {
            return outside > 0 && outside == digits.length();
        }
    }

    /**
     * The number is complete, and its caller is asked for a code; see {@link CodeEntries}.
     *
     * @param route where the number leads
     * @param kind what is asked for
     * @param entered the digits so far
     * @param billing what was entered before
     */
    record EnteringCode(Dialling dialling, Route route, CodeKind kind, String entered, Billing billing)
            implements CallState {
        /** Who is asked. */
        public Leg caller() {
            return dialling.caller();
        }

        EnteringCode with(String digits) {
            return new EnteringCode(dialling, route, kind, digits, billing);
        }

        /** Masks the code. */
        @Override
        public String toString() {
            return "EnteringCode[" + dialling + ", " + kind + ", " + entered.length() + " digits]";
        }
    }

    /** Devices were asked and none rings yet. */
    record Offering(Leg caller, Routing routing, Rings rings) implements CallState {}

    /** The called phone rings, or several with the called line do. */
    record Ringing(Leg caller, Routing routing, Rings rings) implements CallState {
        Ringing with(Rings others) {
            return new Ringing(caller, routing, others);
        }

        /** The caller and the first who rings. */
        public Parties parties() {
            return between(rings.ringing().getFirst());
        }

        Parties between(Leg called) {
            return new Parties(caller, called, routing.redirection());
        }
    }

    /** The call is up; its media is, or is about to be. */
    record Talking(Parties parties, Media media, Optional<AudioCodec> refused) implements CallState {}

    /** The call is up and held by one side or both; no media runs. */
    record OnHold(Parties parties, Set<Side> holders, int generation) implements CallState {
        public OnHold {
            holders = Set.copyOf(holders);
        }

        OnHold between(Parties others) {
            return new OnHold(others, holders, generation);
        }
    }

    /**
     * Held, it waits for a leg of another call; see {@link Transfers} and {@link Conferences}.
     *
     * @param before how it stands until then
     * @param purpose what becomes of it
     * @param leg whose user joins the two calls
     * @param other that user's leg in the other call
     * @param next which calls of that user shall come after it, if it does
     * @param gone who left meanwhile
     * @param waiting what users did meanwhile; it takes effect when the call knows how it stands
     */
    record Joining(
            OnHold before,
            Purpose purpose,
            CallReference leg,
            CallReference other,
            List<CallReference> next,
            Set<CallReference> gone,
            List<LegSignal> waiting)
            implements CallState {
        public Joining {
            next = List.copyOf(next);
            gone = Set.copyOf(gone);
            waiting = List.copyOf(waiting);
        }

        /** Begins to wait. */
        Joining(OnHold before, Purpose purpose, CallReference leg, CallReference other, List<CallReference> next) {
            this(before, purpose, leg, other, next, Set.of(), List.of());
        }

        boolean awaits(CallReference from) {
            return other.equals(from);
        }

        /** The leg that stays when the joining user is out of the call. */
        Leg stays() {
            return before.parties().leg(before.parties().side(leg).orElseThrow().other());
        }

        /** The same, standing so until then. */
        Joining standing(OnHold other) {
            return new Joining(other, purpose, leg, this.other, next, gone, waiting);
        }

        Joining without(CallReference left) {
            var more = new HashSet<>(gone);
            more.add(left);
            return new Joining(before, purpose, leg, other, next, more, waiting);
        }

        Joining waitingFor(LegSignal signal) {
            var more = new ArrayList<>(waiting);
            more.add(signal);
            return new Joining(before, purpose, leg, other, next, gone, more);
        }
    }

    /**
     * Somebody with the line of one of the two is in the call, through that one's phone; see {@link Barges}.
     *
     * @param talking the call between the two
     * @param guest who came in
     * @param side whose phone mixes
     * @param media between guest and that phone
     * @param shown the class everybody sees
     */
    record Barged(Talking talking, Leg guest, Side side, MediaSession media, BargeRules.Allowed shown)
            implements CallState {
        /** Whose phone mixes. */
        Leg host() {
            return talking.parties().leg(side);
        }

        Barged with(Talking other) {
            return new Barged(other, guest, side, media, shown);
        }

        Barged with(MediaSession other) {
            return new Barged(talking, guest, side, other, shown);
        }

        /** What one of the two shows. */
        public CallParties seenFrom(Side of) {
            return talking.parties().seenFrom(of, true).secured(Optional.of(shown.others()));
        }

        /** What the guest shows. */
        public CallParties seenByGuest() {
            var security =
                    Optional.of(shown.initiator()).filter(found -> media.isUp() || found != SecurityClass.ENCRYPTED);
            return talking.parties().seenFrom(side, true).secured(security);
        }
    }

    /** Three or more confer; see {@link Conferences}. */
    record Conferring(Conference conference) implements CallState {}

    /**
     * A caller waits for somebody from another call; see {@link Fetches}.
     *
     * @param caller who wants them
     * @param wanted whom
     * @param other the leg whose call was asked for them
     * @param left whether the caller has hung up meanwhile
     */
    record Fetching(Leg caller, Wanted wanted, CallReference other, boolean left) implements CallState {
        boolean awaits(CallReference from) {
            return other.equals(from);
        }

        Fetching leaving() {
            return new Fetching(caller, wanted, other, true);
        }
    }

    /**
     * One side is parked, the other is gone; see {@link Parks}.
     *
     * @param parties as they were
     * @param side who is parked
     * @param slot where
     * @param held whether who is parked holds the call too
     * @param generation of the last media session
     */
    record Parked(Parties parties, Side side, ParkSlot slot, boolean held, int generation) implements CallState {
        /** Who is parked. */
        public Leg leg() {
            return parties.leg(side);
        }

        /** Who parked them. */
        Leg parker() {
            return parties.leg(side.other());
        }

        boolean isOf(CallReference reference) {
            return leg().reference().equals(reference);
        }

        Parked holding(boolean now) {
            return new Parked(parties, side, slot, now, generation);
        }
    }

    /** A caller has a free slot, to which another of their calls is to be transferred; see {@link Parks}. */
    record Reserving(Leg caller, ParkSlot slot) implements CallState {}

    /**
     * It gave its last leg to another call; see {@link HandOvers}.
     *
     * @param legs the legs that move: one that talks, or all that ring
     * @param to a leg of the call they move to
     * @param taken whether that call has them
     * @param unmoved those whose devices do not know yet
     * @param doubtful whether the other call has been silent for long
     */
    record Leaving(List<Leg> legs, CallReference to, boolean taken, Set<CallReference> unmoved, boolean doubtful)
            implements CallState {
        /** It has just given them. */
        public Leaving(List<Leg> legs, CallReference to, boolean taken, Set<CallReference> unmoved) {
            this(legs, to, taken, unmoved, false);
        }

        public Leaving {
            legs = List.copyOf(legs);
            unmoved = Set.copyOf(unmoved);
        }

        Leaving whenTaken() {
            return new Leaving(legs, to, true, unmoved, doubtful);
        }

        Leaving whenMoved(CallReference leg) {
            var left = new HashSet<>(unmoved);
            left.remove(leg);
            return new Leaving(legs, to, taken, left, doubtful);
        }

        Leaving inDoubt() {
            return new Leaving(legs, to, taken, unmoved, true);
        }

        boolean moves(CallReference leg) {
            return legs.stream().anyMatch(moving -> moving.reference().equals(leg));
        }

        boolean isOver() {
            return taken && unmoved.isEmpty();
        }
    }

    /** The call cannot go on; these legs hear why until they end. */
    record Failed(List<Leg> legs, Cause cause) implements CallState {
        public Failed {
            legs = List.copyOf(legs);
        }
    }

    /** Over. */
    record Ended() implements CallState {}
}
