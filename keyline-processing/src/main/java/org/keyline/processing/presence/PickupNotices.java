package org.keyline.processing.presence;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.PickupGroup;
import org.keyline.processing.engine.Engine;

/**
 * Tells the members of pickup groups of calls that ring in them for a while. Phones in groups that want that report
 * what rings to its actor and go on; others report nothing. Safe from any thread; nothing blocks.
 */
public final class PickupNotices {
    private final Function<CallReference, Optional<RingingCall>> calls;
    private final ActorRef<Word> actor;
    private volatile NoticedGroups noticed = NoticedGroups.NONE;

    /** What the actor hears. */
    private sealed interface Word {}

    /** A phone has lines in these groups. */
    private record Joined(GroupMember member, Set<String> groups) implements Word {}

    /** It has none any more, or is gone. */
    private record Left(GroupMember member) implements Word {}

    private record Rings(CallReference leg, String group) implements Word {}

    /** Somebody else calls: the call was transferred. */
    private record CallsNow(CallReference leg) implements Word {}

    private record Silent(CallReference leg) implements Word {}

    /** It has rung for as long as its group waits. */
    private record Due(CallReference leg, String group) implements Word {}

    /** Groups may be told in another way. */
    private record Configured() implements Word {}

    /** @param calls the call that rings at a leg; empty when it rings there no more */
    public PickupNotices(Engine engine, Function<CallReference, Optional<RingingCall>> calls) {
        this.calls = calls;
        this.actor = engine.spawn(Behaviors.withTimers(this::behavior));
    }

    /** Keeps to a new configuration; whether other lines or groups count from now on. */
    public boolean configured(Collection<PickupGroup> groups, Collection<Line> lines) {
        var now = NoticedGroups.of(groups, lines);
        if (now.equals(noticed)) {
            return false;
        }
        noticed = now;
        actor.tell(new Configured());
        return true;
    }

    /** The groups whose members are told. */
    NoticedGroups noticed() {
        return noticed;
    }

    /** A phone has lines in these groups, and in no others. */
    void joined(GroupMember member, Set<String> groups) {
        actor.tell(new Joined(member, groups));
    }

    /** A phone has no lines in such groups any more, or is gone. */
    void left(GroupMember member) {
        actor.tell(new Left(member));
    }

    /** A call begins to ring in a group. */
    void rings(CallReference leg, String group) {
        actor.tell(new Rings(leg, group));
    }

    /** Somebody else calls there now. */
    void callsNow(CallReference leg) {
        actor.tell(new CallsNow(leg));
    }

    /** It rings there no more. */
    void silent(CallReference leg) {
        actor.tell(new Silent(leg));
    }

    private Behavior<Word> behavior(TimerScheduler<Word> timers) {
        var board = new NoticeBoard();
        return Behaviors.receiveMessage(word -> {
            switch (word) {
                case Joined(var member, var groups) -> board.join(member, groups, noticed);
                case Left(var member) -> board.leave(member);
                case Rings(var leg, var group) ->
                    noticed.notice(group)
                            .ifPresent(notice -> timers.startSingleTimer(leg, new Due(leg, group), notice.after()));
                case CallsNow(var leg) -> calls.apply(leg).ifPresent(call -> board.callsNow(leg, call, noticed));
                case Silent(var leg) -> {
                    timers.cancel(leg);
                    board.silent(leg, noticed);
                }
                case Due(var leg, var group) ->
                    calls.apply(leg).ifPresent(call -> board.rings(leg, group, call, noticed));
                case Configured() -> board.showAll(noticed);
            }
            return Behaviors.same();
        });
    }
}
