package org.keyline.callcontrol.device;

import java.time.Instant;
import java.util.Optional;
import org.keyline.callcontrol.call.FeatureSettings.CallingBack;
import org.keyline.callcontrol.device.CallBacks.Attempt;
import org.keyline.callcontrol.device.CallBacks.Outcome;
import org.keyline.callcontrol.device.CallBacks.Stage;
import org.keyline.callcontrol.device.CallBacks.Waiting;
import org.keyline.callcontrol.device.CallBacks.Wish;
import org.keyline.callcontrol.device.Intent.PlaceCall;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallBackNotice.Choice;
import org.keyline.callcontrol.station.CallBackNotice.Kind;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.NumberKey;

/**
 * The key of call back: a user whose call was busy or not answered is told when the other is free. The call may still
 * ring or play its busy tone, or be over.
 *
 * <table>
 * <caption>What happens</caption>
 * <tr><th>what</th><th>the user</th><th>then</th></tr>
 * <tr><td>the key, the last call was busy or rang in vain</td><td>does not wait</td><td>its line is followed;
 * ACTIVE</td></tr>
 * <tr><td></td><td>waits for the same line</td><td>cancelled</td></tr>
 * <tr><td></td><td>waits for another line</td><td>REPLACE: the user chooses</td></tr>
 * <tr><td>the key, no such call</td><td>waits</td><td>cancelled</td></tr>
 * <tr><td></td><td>does not wait</td><td>the key is not active, or why it cannot be</td></tr>
 * <tr><td>the line is in use</td><td>UNTIL_USED, FREE</td><td>UNTIL_IDLE</td></tr>
 * <tr><td>the line rings, or its user wants peace</td><td>FREE</td><td>UNTIL_IDLE</td></tr>
 * <tr><td>the line is idle</td><td>UNTIL_IDLE</td><td>FREE</td></tr>
 * <tr><td>no phone with the line is registered</td><td>waits</td><td>UNREACHABLE, over</td></tr>
 * <tr><td>the user's phone is idle</td><td>FREE</td><td>AVAILABLE; from then on UNTIL_USED, so that who does not call
 * at once is told again</td></tr>
 * <tr><td>DIAL</td><td>waits</td><td>the number is dialled again, over</td></tr>
 * <tr><td>the called party answers that call</td><td>waits</td><td>over</td></tr>
 * <tr><td>the user's line is gone or the feature is switched off</td><td>waits</td><td>cancelled</td></tr>
 * </table>
 */
final class CallBackKey {
    private CallBackKey() {}

    // The key

    static void press(Desk desk, CallReference call) {
        var waiting = desk.state().callBacks().waiting();
        var attempt = desk.state()
                .callBacks()
                .last()
                .filter(last -> call.isNone() || last.leg().equals(call))
                .filter(last -> last.outcome() != Outcome.BEGUN);
        if (!settings(desk).enabled()) {
            notActive(desk, call);
        } else if (attempt.isEmpty()) {
            waiting.ifPresentOrElse(found -> over(desk, found, Kind.CANCELLED), () -> notActive(desk, call));
        } else {
            wish(desk, attempt.get())
                    .ifPresentOrElse(
                            wish -> wants(desk, wish, waiting),
                            () -> waiting.filter(_ -> call.isNone())
                                    .ifPresentOrElse(
                                            found -> over(desk, found, Kind.CANCELLED),
                                            () -> refuse(desk, attempt.get())));
        }
    }

    private static void notActive(Desk desk, CallReference call) {
        desk.state().leg(call).ifPresentOrElse(desk::notActive, desk::notActive);
    }

    private static void wants(Desk desk, Wish wish, Optional<Waiting> waiting) {
        if (waiting.isEmpty()) {
            begin(desk, wish);
        } else if (waiting.get().wish().line().equals(wish.line())) {
            over(desk, waiting.get(), Kind.CANCELLED);
        } else {
            desk.become(desk.state().with(desk.state().callBacks().asking(wish)));
            show(
                    desk,
                    CallBackNotice.replacing(waiting.get().who(), wish.attempt().who()));
        }
    }

    private static void begin(Desk desk, Wish wish) {
        become(desk, Optional.of(Waiting.begun(wish)));
        desk.add(new DeviceEffect.Follow(wish.line(), settings(desk).atMost()));
        show(desk, CallBackNotice.of(Kind.ACTIVE, wish.attempt().who()));
    }

    /** What the user chose on the display; what comes too late changes nothing. */
    static void choose(Desk desk, Choice choice) {
        var all = desk.state().callBacks();
        switch (choice) {
            case DIAL -> all.waiting().ifPresent(waiting -> dial(desk, waiting));
            case CANCEL -> all.waiting().ifPresent(waiting -> over(desk, waiting, Kind.CANCELLED));
            case REPLACE -> all.asked().filter(_ -> settings(desk).enabled()).ifPresent(wish -> begin(desk, wish));
        }
    }

    private static void dial(Desk desk, Waiting waiting) {
        over(desk, waiting, Kind.OVER);
        desk.want(new PlaceCall(
                waiting.wish().from().instance(),
                Optional.of(waiting.wish().attempt().dialled()),
                UserActions.speaker(desk),
                Purpose.CALL_BACK,
                Optional.empty()));
    }

    // Whom it may be for

    private static Optional<Wish> wish(Desk desk, Attempt attempt) {
        return desk.state()
                .phone()
                .line(attempt.line())
                .flatMap(from -> destination(desk, attempt, from)
                        .filter(to -> obstacle(desk, attempt, to).isEmpty())
                        .map(to -> new Wish(attempt, from, to.line().key(), attempt.outcome() == Outcome.BUSY)));
    }

    private static void refuse(Desk desk, Attempt attempt) {
        var why = desk.state()
                .phone()
                .line(attempt.line())
                .flatMap(from -> route(desk, attempt, from))
                .map(route -> route.target() instanceof Destination to
                        ? obstacle(desk, attempt, to).orElse(Kind.UNREACHABLE)
                        : Kind.NO_LINE)
                .orElse(Kind.UNKNOWN_NUMBER);
        show(desk, CallBackNotice.of(why, attempt.who()));
    }

    private static Optional<Kind> obstacle(Desk desk, Attempt attempt, Destination to) {
        if (to.appearances().stream()
                .anyMatch(at -> at.device().equals(desk.state().phone().name()))) {
            return Optional.of(Kind.OWN_LINE);
        }
        if (attempt.outcome() == Outcome.FAILED || to.appearances().isEmpty()) {
            return Optional.of(Kind.UNREACHABLE);
        }
        return attempt.called().number().equals(to.line().number().digits())
                ? Optional.empty()
                : Optional.of(Kind.FORWARDED);
    }

    private static Optional<Destination> destination(Desk desk, Attempt attempt, LineAppearance from) {
        return route(desk, attempt, from)
                .filter(route -> route.target() instanceof Destination)
                .map(route -> (Destination) route.target());
    }

    private static Optional<Route> route(Desk desk, Attempt attempt, LineAppearance from) {
        if (attempt.dialled().isEmpty()) {
            return Optional.empty();
        }
        return desk.context()
                .dialPlan()
                .analyse(desk.searchOrder(from), attempt.dialled())
                .now();
    }

    // What the other line does

    /** The line does that; news of another line come too late. */
    static void hear(Desk desk, NumberKey line, LineStatus status, Instant at) {
        of(desk, line).ifPresent(waiting -> {
            if (!settings(desk).enabled()) {
                over(desk, waiting, Kind.CANCELLED);
            } else if (status == LineStatus.UNKNOWN) {
                over(desk, waiting, Kind.UNREACHABLE);
            } else {
                become(desk, Optional.of(next(waiting, status, at)));
            }
        });
    }

    private static Waiting next(Waiting waiting, LineStatus status, Instant at) {
        return switch (waiting.stage()) {
            case UNTIL_USED -> status == LineStatus.IN_USE ? waiting.in(Stage.UNTIL_IDLE) : waiting;
            case UNTIL_IDLE -> status == LineStatus.IDLE ? waiting.freeSince(at) : waiting;
            case FREE -> status == LineStatus.IDLE ? waiting : waiting.in(Stage.UNTIL_IDLE);
        };
    }

    /** The line was followed for as long as it may be. */
    static void expired(Desk desk, NumberKey line) {
        of(desk, line).ifPresent(waiting -> over(desk, waiting, Kind.EXPIRED));
    }

    private static Optional<Waiting> of(Desk desk, NumberKey line) {
        return desk.state()
                .callBacks()
                .waiting()
                .filter(waiting -> waiting.wish().line().equals(line));
    }

    /** Tells the user, once the other is free and the user has no call. */
    static void settle(Desk desk) {
        desk.state()
                .callBacks()
                .waiting()
                .filter(waiting -> waiting.stage() == Stage.FREE && desk.state().isIdle())
                .ifPresent(waiting -> {
                    become(desk, Optional.of(waiting.in(Stage.UNTIL_USED)));
                    show(desk, CallBackNotice.available(waiting.who(), waiting.free()));
                });
    }

    // Its end

    /** The user's line may be gone. */
    static void configured(Desk desk) {
        desk.state()
                .callBacks()
                .waiting()
                .filter(waiting -> !isThere(desk, waiting))
                .ifPresent(waiting -> over(desk, waiting, Kind.CANCELLED));
    }

    private static boolean isThere(Desk desk, Waiting waiting) {
        var from = waiting.wish().from();
        return desk.state()
                .phone()
                .line(from.instance())
                .filter(from::isSameLine)
                .isPresent();
    }

    /** The phone is gone. */
    static void gone(Desk desk) {
        desk.state().callBacks().waiting().ifPresent(_ -> desk.add(new DeviceEffect.Unfollow()));
        desk.become(desk.state().with(CallBacks.NONE));
    }

    static void over(Desk desk, Waiting waiting, Kind why) {
        become(desk, Optional.empty());
        desk.add(new DeviceEffect.Unfollow());
        show(desk, CallBackNotice.of(why, waiting.who()));
    }

    private static void become(Desk desk, Optional<Waiting> waiting) {
        desk.become(desk.state().with(desk.state().callBacks().waiting(waiting)));
    }

    private static void show(Desk desk, CallBackNotice notice) {
        desk.tellPhone(new StationCommand.ShowCallBack(notice));
    }

    private static CallingBack settings(Desk desk) {
        return desk.context().features().callBack();
    }
}
