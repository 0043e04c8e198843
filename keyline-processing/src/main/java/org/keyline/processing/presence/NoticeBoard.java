package org.keyline.processing.presence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.model.dial.PickupNotice;

/**
 * The members of pickup groups, the calls that have rung in these for long enough, and what each phone shows of them.
 * Of several calls a phone shows the oldest, which is the one that PickUp takes; none that rings there too, or that it
 * makes itself. Belongs to one actor.
 */
final class NoticeBoard {
    private final Map<GroupMember, Set<String>> members = new HashMap<>();
    private final Map<String, Set<GroupMember>> inGroup = new HashMap<>();
    private final Map<CallReference, Ringing> ringing = new HashMap<>();
    private final Map<GroupMember, PickupCall> shown = new HashMap<>();

    /** A call that rings in a group. */
    private record Ringing(String group, RingingCall call) {
        boolean isSame(Ringing other) {
            return group.equals(other.group) && call.number() == other.call.number();
        }
    }

    /** A phone is in these groups, and in no others. */
    void join(GroupMember member, Set<String> groups, NoticedGroups noticed) {
        strike(member);
        members.put(member, groups);
        groups.forEach(
                group -> inGroup.computeIfAbsent(group, _ -> new HashSet<>()).add(member));
        show(member, noticed);
    }

    /** A phone is in no group any more. */
    void leave(GroupMember member) {
        strike(member);
        if (shown.remove(member) != null) {
            member.ringsInGroup(Optional.empty());
        }
    }

    private void strike(GroupMember member) {
        var groups = members.remove(member);
        if (groups != null) {
            groups.forEach(group -> inGroup.computeIfPresent(group, (_, all) -> without(member, all)));
        }
    }

    private static @Nullable Set<GroupMember> without(GroupMember member, Set<GroupMember> all) {
        all.remove(member);
        return all.isEmpty() ? null : all;
    }

    /** A call has rung in a group for long enough; one that rings at several phones is heard once. */
    void rings(CallReference leg, String group, RingingCall call, NoticedGroups noticed) {
        var now = new Ringing(group, call);
        var first = ringing.values().stream().noneMatch(now::isSame);
        ringing.put(leg, now);
        if (first && noticed.notice(group).filter(PickupNotice::isHeard).isPresent()) {
            of(group).filter(member -> !call.concerns(member.device())).forEach(GroupMember::alertsOfPickup);
        }
        of(group).forEach(member -> show(member, noticed));
    }

    /** It was transferred: somebody else calls there now. */
    void callsNow(CallReference leg, RingingCall call, NoticedGroups noticed) {
        var now = ringing.computeIfPresent(leg, (_, before) -> new Ringing(before.group(), call));
        if (now != null) {
            of(now.group()).forEach(member -> show(member, noticed));
        }
    }

    /** It rings there no more. */
    void silent(CallReference leg, NoticedGroups noticed) {
        var before = ringing.remove(leg);
        if (before != null) {
            of(before.group()).forEach(member -> show(member, noticed));
        }
    }

    /** Groups may be told in another way. */
    void showAll(NoticedGroups noticed) {
        members.keySet().forEach(member -> show(member, noticed));
    }

    private Stream<GroupMember> of(String group) {
        return inGroup.getOrDefault(group, Set.of()).stream();
    }

    private void show(GroupMember member, NoticedGroups noticed) {
        var now = oldest(member, members.getOrDefault(member, Set.of()), noticed);
        var before = now.isPresent() ? shown.put(member, now.get()) : shown.remove(member);
        if (!now.equals(Optional.ofNullable(before))) {
            member.ringsInGroup(now);
        }
    }

    private Optional<PickupCall> oldest(GroupMember member, Collection<String> groups, NoticedGroups noticed) {
        return ringing.values().stream()
                .filter(one -> groups.contains(one.group()) && !one.call().concerns(member.device()))
                .filter(one ->
                        noticed.notice(one.group()).filter(PickupNotice::isSeen).isPresent())
                .min(Comparator.comparing(Ringing::call, RingingCall.BY_AGE))
                .flatMap(one -> noticed.notice(one.group()).map(notice -> seen(one.call(), notice)));
    }

    private static PickupCall seen(RingingCall call, PickupNotice notice) {
        return new PickupCall(
                Optional.of(call.calling()).filter(_ -> notice.showsCalling()),
                Optional.of(call.called()).filter(_ -> notice.showsCalled()));
    }
}
