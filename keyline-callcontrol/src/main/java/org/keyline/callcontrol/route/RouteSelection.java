package org.keyline.callcontrol.route;

import java.util.List;
import java.util.stream.Stream;
import org.keyline.callcontrol.digits.Target.Choice;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.dial.RouteGroup;

/**
 * The order in which devices of a route list are tried. Those that are not registered or have no free circuit are
 * passed; one that was tried in vain is followed by the next, unless others would find the same.
 */
public final class RouteSelection {
    private final List<Choice> choices;
    private final Trunks trunks;

    private RouteSelection(List<Choice> choices, Trunks trunks) {
        this.choices = choices;
        this.trunks = trunks;
    }

    /** Which device is tried first. */
    public static RouteStep begin(List<Choice> choices, Trunks trunks) {
        return new RouteSelection(choices, trunks).next(RoutePosition.start());
    }

    /** Which device is tried after the last one was so in vain. */
    public static RouteStep onward(
            List<Choice> choices, RoutePosition from, Cause why, StopRouting stop, Trunks trunks) {
        return stop.at(why)
                ? new RouteStep.Stopped(why)
                : new RouteSelection(choices, trunks).next(new RoutePosition(from.choice(), from.remaining(), why));
    }

    private RouteStep next(RoutePosition from) {
        var at = from;
        while (true) {
            if (at.remaining().isEmpty()) {
                var following = at.choice() + 1;
                if (following >= choices.size()) {
                    return new RouteStep.Exhausted(at.cause());
                }
                at = new RoutePosition(following, order(choices.get(following).group()), at.cause());
                continue;
            }
            var device = at.remaining().getFirst();
            var rest = at.remaining().subList(1, at.remaining().size());
            switch (trunks.state(device)) {
                case FREE -> {
                    return new RouteStep.Try(device, new RoutePosition(at.choice(), rest, at.cause()));
                }
                case NO_CIRCUIT -> at = new RoutePosition(at.choice(), rest, Cause.NO_CIRCUIT);
                case NOT_REGISTERED -> at = new RoutePosition(at.choice(), rest, at.cause());
            }
        }
    }

    private List<String> order(RouteGroup group) {
        return switch (group.distribution()) {
            case TOP_DOWN -> group.devices();
            case CIRCULAR ->
                trunks.lastUsed(group.name())
                        .map(last -> after(group.devices(), last))
                        .orElse(group.devices());
        };
    }

    private static List<String> after(List<String> devices, String last) {
        var from = devices.indexOf(last) + 1;
        return Stream.concat(devices.subList(from, devices.size()).stream(), devices.subList(0, from).stream())
                .toList();
    }
}
