package org.keyline.callcontrol.digits;

import java.util.List;
import java.util.Optional;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.RouteList;

/**
 * Where digits lead, and what became of them on the way.
 *
 * @param dialled what the caller dialled
 * @param called the number after all translations; {@code dialled} where there were none
 * @param hops the patterns that changed something, in order
 * @param codes what the caller must enter before the call may go on; nothing on the way to an emergency number
 * @param emergency whether help is called
 * @param target where it ends
 */
public record Route(String dialled, String called, List<Hop> hops, CodeDemand codes, boolean emergency, Target target) {
    public Route {
        hops = List.copyOf(hops);
    }

    /**
     * A pattern the digits went through.
     *
     * @param before the digits it took
     * @param after what it made of them
     * @param calling how it changes the caller's number
     */
    public record Hop(String pattern, String partition, String before, String after, CallingTransformation calling) {}

    /** The same way for a caller who entered what was asked for. */
    public Route granted() {
        return new Route(dialled, called, hops, CodeDemand.NONE, emergency, target);
    }

    /**
     * The caller's number as the called side shall see it.
     *
     * @param number the caller's directory number
     * @param externalMask the external phone number mask of the caller's line, if it has one
     */
    public String calling(String number, Optional<String> externalMask) {
        return calling(number, externalMask, hops);
    }

    /** The number as a route list's member sends it: its own change of the digits that matched, or the pattern's. */
    public String called(Target.Outside outside, RouteList.Member member) {
        return member.called()
                .map(change ->
                        Rewriting.called(change, outside.form(), hops.getLast().before()))
                .orElse(called);
    }

    /** The caller's number as a route list's member sends it: by its own change, or the pattern's. */
    public String calling(RouteList.Member member, String number, Optional<String> externalMask) {
        var before = calling(number, externalMask, hops.subList(0, hops.size() - 1));
        return Rewriting.calling(member.calling().orElse(hops.getLast().calling()), before, externalMask);
    }

    private static String calling(String number, Optional<String> externalMask, List<Hop> through) {
        var shown = number;
        for (var hop : through) {
            shown = Rewriting.calling(hop.calling(), shown, externalMask);
        }
        return shown;
    }
}
