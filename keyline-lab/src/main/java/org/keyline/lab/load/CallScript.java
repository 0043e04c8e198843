package org.keyline.lab.load;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One call of a team, written down before it begins: stage by stage what has to come, and what is done then. */
final class CallScript {
    private final List<CallMember> members;
    private final CallManner manner;
    private final CallTimes times;
    private final Queue<CallStage> stages = new ArrayDeque<>();
    private long keyAt;
    private long answeredAt;

    /** @param members who calls, who is called, and who comes later if anybody does */
    CallScript(List<CallMember> members, CallManner manner, CallTimes times) {
        this.members = members;
        this.manner = manner;
        this.times = times;
    }

    CallMember caller() {
        return members.get(0);
    }

    CallMember called() {
        return members.get(1);
    }

    CallMember third() {
        return members.get(2);
    }

    /** What comes next; nothing at the end. */
    Optional<CallStage> next() {
        return Optional.ofNullable(stages.poll());
    }

    /** When something has come, something is done at once. */
    CallScript when(String awaited, BooleanSupplier come, Runnable then) {
        stages.add(new CallStage(awaited, come, then, 0));
        return this;
    }

    /** From off hook, or the whole number, to the called phone's answer. */
    CallScript placed(CallMember caller, String digits, CallMember called) {
        return dialled(caller, digits).answered(called);
    }

    CallScript dialled(CallMember caller, String digits) {
        return manner.enBloc()
                ? when("nothing", () -> true, () -> {
                    keyAt = System.nanoTime();
                    caller.dialsAtOnce(digits);
                })
                : when("nothing", () -> true, () -> {
                            keyAt = System.nanoTime();
                            caller.lifts();
                        })
                        .afterDialTone(caller, () -> digits);
    }

    /** Who pressed a key to ask a third has dial tone, dials, and is answered. */
    CallScript consulted(CallMember caller, CallMember called) {
        return afterDialTone(caller, called::number).answered(called);
    }

    /** Where one parked the call another dials. */
    CallScript takenBack(CallMember parker, CallMember other) {
        return when("the call is parked", () -> parker.parkedAt().isPresent(), () -> {
                    keyAt = System.nanoTime();
                    other.lifts();
                })
                .afterDialTone(other, () -> parker.parkedAt().orElseThrow());
    }

    private CallScript afterDialTone(CallMember caller, Supplier<String> digits) {
        return when("dial tone", caller::hasDialTone, () -> {
            times.dialTone().add(System.nanoTime() - keyAt);
            caller.dials(digits.get());
        });
    }

    CallScript answered(CallMember called) {
        return when("a phone rings", called::isRinging, () -> {
            answeredAt = System.nanoTime();
            times.ring().add(answeredAt - keyAt);
            called.answers();
        });
    }

    /** Two hear each other, and talk for a while. */
    CallScript talk(CallMember one, CallMember other, Runnable then) {
        return talk("two hear each other", () -> hear(one, other), then);
    }

    /** All three speak to a bridge, and talk for a while. */
    CallScript conference(Runnable then) {
        return talk("all speak to a bridge", this::isConference, then);
    }

    private CallScript talk(String awaited, BooleanSupplier come, Runnable then) {
        stages.add(new CallStage(
                awaited,
                () -> come.getAsBoolean() && noted(),
                () -> {
                    keyAt = System.nanoTime();
                    then.run();
                },
                manner.talkMillis()));
        return this;
    }

    private boolean noted() {
        if (answeredAt != 0) {
            times.media().add(System.nanoTime() - answeredAt);
            answeredAt = 0;
        }
        return true;
    }

    private boolean hear(CallMember one, CallMember other) {
        if (!one.isSpeakingTo(other) || !other.isSpeakingTo(one)) {
            return false;
        }
        if (!one.understands(other) || !other.understands(one)) {
            throw new CallFault("the two phones have different keys");
        }
        return protectedAsDue(one);
    }

    private boolean isConference() {
        return members.stream().allMatch(this::speaksToBridge) && protectedAsDue(caller());
    }

    private boolean speaksToBridge(CallMember member) {
        return member.isSpeaking() && members.stream().noneMatch(member::isSpeakingTo) && protectedAsDue(member);
    }

    private boolean protectedAsDue(CallMember member) {
        if (member.isSpeakingEncrypted() != manner.encrypted()) {
            throw new CallFault(manner.encrypted() ? "the call has no keys" : "keys over a connection without TLS");
        }
        return true;
    }
}
