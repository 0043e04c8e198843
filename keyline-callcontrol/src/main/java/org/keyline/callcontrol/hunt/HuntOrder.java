package org.keyline.callcontrol.hunt;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Target.Group;
import org.keyline.callcontrol.hunt.MemberState.Busy;
import org.keyline.callcontrol.hunt.MemberState.Idle;
import org.keyline.callcontrol.hunt.MemberState.LoggedOut;
import org.keyline.callcontrol.hunt.MemberState.NotAvailable;

/** In which order a line group's members are tried, each once; those who are logged out are not. */
final class HuntOrder {
    private HuntOrder() {}

    static List<Destination> of(Group group, Members members) {
        var present = group.members().stream()
                .distinct()
                .filter(member -> !group.isLoggedOut(member) && !(members.state(member) instanceof LoggedOut))
                .toList();
        return switch (group.group().distribution()) {
            case TOP_DOWN, BROADCAST -> present;
            case CIRCULAR -> afterTheLast(group, present, members);
            case LONGEST_IDLE ->
                present.stream()
                        .sorted(Comparator.comparing(member -> idleSince(members.state(member))))
                        .toList();
        };
    }

    /** Begins after the member last offered, also when that one is logged out by now. */
    private static List<Destination> afterTheLast(Group group, List<Destination> present, Members members) {
        var last = members.lastOffered(group.group().name()).map(offered -> index(offered, group.members()));
        if (last.isEmpty()) {
            return present;
        }
        var all = group.members();
        return Stream.concat(all.subList(last.get() + 1, all.size()).stream(), all.subList(0, last.get() + 1).stream())
                .distinct()
                .filter(present::contains)
                .toList();
    }

    /** Where a line stands among the members; -1 where it is none of them any more. */
    private static int index(Destination line, List<Destination> members) {
        for (var at = 0; at < members.size(); at++) {
            if (members.get(at).isSameLine(line)) {
                return at;
            }
        }
        return -1;
    }

    /** Who is not idle comes last. */
    private static Instant idleSince(MemberState state) {
        return switch (state) {
            case Idle(var since) -> since;
            case Busy _, NotAvailable _, LoggedOut _ -> Instant.MAX;
        };
    }
}
