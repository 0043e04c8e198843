package org.keyline.processing.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.call.Call;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.CallState.Barged;
import org.keyline.callcontrol.call.CallState.Conferring;
import org.keyline.callcontrol.call.CallState.Dialling;
import org.keyline.callcontrol.call.CallState.Ended;
import org.keyline.callcontrol.call.CallState.EnteringCode;
import org.keyline.callcontrol.call.CallState.Failed;
import org.keyline.callcontrol.call.CallState.Fetching;
import org.keyline.callcontrol.call.CallState.Idle;
import org.keyline.callcontrol.call.CallState.Joining;
import org.keyline.callcontrol.call.CallState.Leaving;
import org.keyline.callcontrol.call.CallState.Offering;
import org.keyline.callcontrol.call.CallState.OnHold;
import org.keyline.callcontrol.call.CallState.Parked;
import org.keyline.callcontrol.call.CallState.Reserving;
import org.keyline.callcontrol.call.CallState.Ringing;
import org.keyline.callcontrol.call.CallState.Talking;
import org.keyline.callcontrol.call.Conference;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.presence.RingingCall;
import org.keyline.processing.view.CallView;
import org.keyline.processing.view.CallView.End;
import org.keyline.processing.view.CallView.State;
import org.keyline.processing.view.EndedCall;

/** A call in progress as others may look at it: its actor writes the state, anybody reads it. */
final class OngoingCall {
    private final int number;
    private final Clock clock;
    private final Instant since;
    private volatile Call call = Call.IDLE;
    private volatile Optional<Instant> connected = Optional.empty();
    private volatile Optional<CallView> last = Optional.empty();
    private volatile @Nullable Parties spoke;

    OngoingCall(int number, Clock clock) {
        this.number = number;
        this.clock = clock;
        this.since = clock.instant();
    }

    int number() {
        return number;
    }

    Instant since() {
        return since;
    }

    /** A leg that rings among those asked for. */
    Optional<CallReference> ringsAt(Predicate<Leg> asked) {
        return state() instanceof Ringing ringing
                ? ringing.rings().ringing().stream()
                        .filter(asked)
                        .map(Leg::reference)
                        .findFirst()
                : Optional.empty();
    }

    /** How it rings at a leg; empty when it rings there no more. */
    Optional<RingingCall> ringing(CallReference leg) {
        return state() instanceof Ringing ringing
                ? ringing.rings().ringing().stream()
                        .filter(one -> one.reference().equals(leg))
                        .findFirst()
                        .map(one -> ringing(ringing, one))
                : Optional.empty();
    }

    private RingingCall ringing(Ringing ringing, Leg at) {
        return new RingingCall(
                number,
                since,
                ringing.caller().terminal().device(),
                ringing.routing().calling(),
                at.terminal().party(),
                ringing.rings().ringing().stream()
                        .map(leg -> leg.terminal().device())
                        .collect(Collectors.toSet()));
    }

    Call call() {
        return call;
    }

    CallState state() {
        return call.state();
    }

    void become(Call changed) {
        var next = changed.state();
        if (next instanceof Talking && connected.isEmpty()) {
            connected = Optional.of(clock.instant());
        }
        if (next instanceof Talking talking && talking.media().isUp()) {
            spoke = talking.parties();
        }
        if (next instanceof Ended || next instanceof Leaving) {
            last = view().or(() -> last);
        }
        call = changed;
    }

    /** Its class while both ends hear each other; empty before, while it is held, and when it is over. */
    Optional<SecurityClass> active() {
        return state() instanceof Talking talking && talking.media().isUp()
                ? Optional.of(talking.parties().security())
                : Optional.empty();
    }

    /** Its class when its ends last heard each other; empty when they never did. */
    Optional<SecurityClass> spoken() {
        return Optional.ofNullable(spoke).map(Parties::security);
    }

    /** Who spoke last; nobody when nobody ever did. */
    Optional<Parties> spoke() {
        return Optional.ofNullable(spoke);
    }

    /** How it ended, for those who look at it later; empty for a call that never came to anything. */
    Optional<EndedCall> ended() {
        return last.map(view -> new EndedCall(view, connected, clock.instant()));
    }

    Optional<CallView> view() {
        return switch (state()) {
            case Idle _, Leaving _, Ended _ -> Optional.empty();
            case Dialling dialling -> Optional.of(alone(State.DIALLING, dialling.caller(), dialling.digits()));
            case EnteringCode entering ->
                Optional.of(alone(
                        State.DIALLING, entering.caller(), entering.dialling().digits()));
            case Offering offering ->
                Optional.of(alone(
                        State.DIALLING, offering.caller(), offering.routing().dialled()));
            case Ringing ringing -> Optional.of(between(ringing.parties(), State.RINGING, Optional.empty(), false));
            case Talking(var parties, var media, var _) ->
                Optional.of(between(parties, State.CONNECTED, Optional.of(media.codec()), media.isUp()));
            case Barged barged ->
                Optional.of(between(
                                barged.talking().parties(),
                                State.CONNECTED,
                                Optional.of(barged.talking().media().codec()),
                                true)
                        .secured(barged.seenFrom(Side.CALLING).security()));
            case OnHold(var parties, var _, var _) ->
                Optional.of(between(parties, State.HELD, Optional.empty(), false));
            case Conferring(var conference) ->
                conference.seats().isEmpty() ? Optional.empty() : Optional.of(among(conference));
            case Joining joining ->
                Optional.of(between(joining.before().parties(), State.HELD, Optional.empty(), false));
            case Fetching fetching -> Optional.of(alone(State.DIALLING, fetching.caller(), ""));
            case Reserving(var caller, var slot) -> Optional.of(alone(State.DIALLING, caller, slot.number()));
            case Parked parked ->
                Optional.of(alone(State.HELD, parked.leg(), parked.slot().number()));
            case Failed failed -> Optional.of(alone(State.REFUSED, failed.legs().getFirst(), ""));
        };
    }

    private CallView alone(State where, Leg caller, String dialled) {
        return new CallView(
                number, where, since, connected, end(caller), List.of(), dialled, Optional.empty(), Optional.empty());
    }

    private CallView between(Parties parties, State where, Optional<AudioCodec> codec, boolean mediaUp) {
        var called = parties.called();
        return new CallView(
                number,
                where,
                since,
                connected,
                end(parties.calling()),
                List.of(end(called)),
                called.terminal().party().number(),
                where == State.RINGING ? Optional.empty() : parties.shown(mediaUp),
                codec);
    }

    private CallView among(Conference conference) {
        var seats = conference.seats();
        var first = seats.getFirst();
        return new CallView(
                number,
                State.CONFERENCE,
                since,
                connected,
                end(first.leg()),
                seats.stream().skip(1).map(seat -> end(seat.leg())).toList(),
                conference.meetMe().map(MeetMe::number).orElse(""),
                conference.shownTo(first),
                first.media().map(MediaSession::codec));
    }

    private static End end(Leg leg) {
        return new End(leg.terminal().device(), leg.terminal().party());
    }
}
