package org.keyline.callcontrol.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;

/**
 * The keys for several calls of a line at once: Select marks a call, Join makes one conference of all that are marked,
 * DirTrfr connects the far ends of two.
 *
 * <table>
 * <caption>What they do with the call they mean</caption>
 * <tr><th>key</th><th>the calls</th><th>then</th></tr>
 * <tr><td>Select</td><td>talks or is held here</td><td>it is marked, or no longer</td></tr>
 * <tr><td>Join</td><td>the marked ones, the one meant and the active one are two or more; at most one is a conference,
 * and the user made it</td><td>Confer to the conference, else to the one held first; the others follow</td></tr>
 * <tr><td>DirTrfr</td><td>two are marked, or one beside the one meant; one of them is held</td><td>Transfer</td></tr>
 * <tr><td>all</td><td>else</td><td>Explain</td></tr>
 * </table>
 *
 * <p>What was done with marked calls takes their marks away, also where it could not be.
 */
final class SelectKey {
    private static final int TWO = 2;

    private SelectKey() {}

    static void press(Desk desk, DeviceLeg leg) {
        if (leg.isUp()) {
            select(desk, leg, !leg.selected());
        } else {
            desk.notActive(leg);
        }
    }

    private static void select(Desk desk, DeviceLeg leg, boolean now) {
        desk.become(desk.state().with(leg.selected(now)));
        desk.tellPhone(new StationCommand.Select(leg.line(), leg.reference(), now));
    }

    /** All confer, with the user. */
    static void join(Desk desk, DeviceLeg leg) {
        var calls = calls(desk, leg, one -> one.selected() || one.is(leg.reference()) || one.isActive());
        var host = calls.stream()
                .filter(SelectKey::isConference)
                .findFirst()
                .or(() -> calls.stream()
                        .filter(one -> one.phase() == LegPhase.HELD)
                        .findFirst());
        unselect(desk, leg.line());
        if (host.isEmpty() || calls.size() < TWO || !mayJoin(desk, calls)) {
            desk.explain(leg, Phrase.CANNOT_JOIN);
            return;
        }
        confer(desk, host.get().reference(), calls);
    }

    /** Only one may be a conference, of this user; and nothing else may have the user's ear. */
    private static boolean mayJoin(Desk desk, List<DeviceLeg> calls) {
        return calls.stream().filter(SelectKey::isConference).count() < TWO
                && calls.stream().noneMatch(one -> role(one).equals(Optional.of(ConferenceRole.PARTICIPANT)))
                && desk.state()
                        .active()
                        .filter(active -> calls.stream().noneMatch(one -> one.is(active.reference())))
                        .isEmpty();
    }

    /** The call that has the user's ear goes first: it is there again if it cannot be. */
    private static void confer(Desk desk, CallReference host, List<DeviceLeg> calls) {
        var others = new ArrayList<CallReference>();
        for (var one : calls) {
            if (!one.is(host)) {
                others.add(one.isActive() ? 0 : others.size(), one.reference());
            }
        }
        ConferenceKey.add(desk, host, others);
    }

    /** The far ends of two calls talk to each other. */
    static void directTransfer(Desk desk, DeviceLeg leg) {
        var marked = calls(desk, leg, DeviceLeg::selected);
        var calls = marked.size() == TWO ? marked : calls(desk, leg, one -> one.selected() || one.is(leg.reference()));
        var first = calls.stream()
                .filter(one -> one.phase() == LegPhase.HELD)
                .sorted((one, other) -> Boolean.compare(isConference(other), isConference(one)))
                .findFirst();
        unselect(desk, leg.line());
        if (calls.size() != TWO || first.isEmpty()) {
            desk.explain(leg, Phrase.CANNOT_COMPLETE_TRANSFER);
            return;
        }
        var held = first.get().reference();
        calls.stream()
                .map(DeviceLeg::reference)
                .filter(one -> !one.equals(held))
                .forEach(other -> desk.tellCall(held, new CallSignal.Transfer(held, other)));
    }

    private static List<DeviceLeg> calls(Desk desk, DeviceLeg leg, Predicate<DeviceLeg> which) {
        return desk.state().legs().stream()
                .filter(one -> desk.state().isSameLine(one.line(), leg.line()) && one.isUp())
                .filter(which)
                .toList();
    }

    private static void unselect(Desk desk, LineInstance line) {
        for (var one : desk.state().legs()) {
            if (one.selected() && desk.state().isSameLine(one.line(), line)) {
                select(desk, one, false);
            }
        }
    }

    private static boolean isConference(DeviceLeg leg) {
        return role(leg).isPresent();
    }

    private static Optional<ConferenceRole> role(DeviceLeg leg) {
        return leg.parties().conference();
    }
}
