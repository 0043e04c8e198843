package org.keyline.callcontrol.hunt;

import java.util.List;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Target.Group;
import org.keyline.callcontrol.hunt.MemberState.Busy;
import org.keyline.callcontrol.hunt.MemberState.Idle;
import org.keyline.callcontrol.hunt.MemberState.LoggedOut;
import org.keyline.callcontrol.hunt.MemberState.NotAvailable;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;

/**
 * The order of hunting. Members that are busy or not there are passed as their group says for that case; those that are
 * logged out are passed silently. Where a group's members are used up, the case of the last one decides whether the
 * next group is hunted.
 */
public final class Hunt {
    private final List<Group> groups;
    private final Members members;

    private Hunt(List<Group> groups, Members members) {
        this.groups = groups;
        this.members = members;
    }

    /** Why a member was offered the call, or would have been, in vain. */
    public enum Vain {
        NO_ANSWER,
        BUSY,
        NOT_AVAILABLE;

        private Onward onward(LineGroup group) {
            return switch (this) {
                case NO_ANSWER -> group.onNoAnswer();
                case BUSY -> group.onBusy();
                case NOT_AVAILABLE -> group.onNotAvailable();
            };
        }
    }

    /** Who is offered the call first. */
    public static HuntStep begin(List<Group> groups, Members members) {
        return new Hunt(groups, members).group(0, false);
    }

    /** Who is offered the call after those last offered were so in vain. */
    public static HuntStep onward(List<Group> groups, HuntPosition from, Vain why, Members members) {
        var rang = new HuntPosition(from.group(), from.remaining(), from.somebodyRang() || why == Vain.NO_ANSWER);
        return new Hunt(groups, members).after(rang, why);
    }

    private HuntStep group(int index, boolean somebodyRang) {
        if (index >= groups.size()) {
            return new HuntStep.Exhausted(somebodyRang);
        }
        var group = groups.get(index);
        var order = HuntOrder.of(group, members);
        var all = new HuntPosition(index, order, somebodyRang);
        if (order.isEmpty()) {
            return group(index + 1, somebodyRang);
        }
        return group.group().distribution() == Distribution.BROADCAST ? broadcast(all) : member(all);
    }

    /** The first of the remaining members; there is one. */
    private HuntStep member(HuntPosition at) {
        var first = at.remaining().getFirst();
        var next = new HuntPosition(
                at.group(), at.remaining().subList(1, at.remaining().size()), at.somebodyRang());
        return switch (members.state(first)) {
            case Idle _ -> offer(List.of(first), next);
            case Busy _ -> after(next, Vain.BUSY);
            case NotAvailable _ -> after(next, Vain.NOT_AVAILABLE);
            case LoggedOut _ -> next.remaining().isEmpty() ? group(at.group() + 1, at.somebodyRang()) : member(next);
        };
    }

    private HuntStep broadcast(HuntPosition all) {
        var idle = all.remaining().stream().filter(this::isIdle).toList();
        var none = new HuntPosition(all.group(), List.of(), all.somebodyRang());
        if (!idle.isEmpty()) {
            return offer(idle, none);
        }
        var anyBusy = all.remaining().stream().anyMatch(member -> members.state(member) instanceof Busy);
        return after(none, anyBusy ? Vain.BUSY : Vain.NOT_AVAILABLE);
    }

    private boolean isIdle(Destination member) {
        return members.state(member) instanceof Idle;
    }

    private HuntStep offer(List<Destination> offered, HuntPosition from) {
        return new HuntStep.Offer(offered, groups.get(from.group()).group().noAnswerAfter(), from);
    }

    private HuntStep after(HuntPosition at, Vain why) {
        return switch (why.onward(groups.get(at.group()).group())) {
            case NEXT_MEMBER_THEN_NEXT_GROUP ->
                at.remaining().isEmpty() ? group(at.group() + 1, at.somebodyRang()) : member(at);
            case NEXT_MEMBER_NOT_NEXT_GROUP ->
                at.remaining().isEmpty() ? new HuntStep.Exhausted(at.somebodyRang()) : member(at);
            case NEXT_GROUP -> group(at.group() + 1, at.somebodyRang());
            case STOP -> new HuntStep.Exhausted(at.somebodyRang());
        };
    }
}
