package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.dial.Line;

/**
 * The way of a call.
 *
 * @param dialled what the caller dialled
 * @param calling the caller as the called side sees them
 * @param destination where it goes now
 * @param redirection how it came there, unless the caller dialled it
 * @param passed the lines it was forwarded from, in order
 */
public record Routing(
        String dialled, Party calling, Destination destination, Optional<Redirection> redirection, List<Line> passed) {
    public Routing {
        passed = List.copyOf(passed);
    }

    /** Where the caller's digits lead. */
    static Routing to(Destination destination, String dialled, Party calling) {
        return new Routing(dialled, calling, destination, Optional.empty(), List.of());
    }

    /** The line forwards it. */
    Routing forwarded(Reason reason, Destination next) {
        var lines = new ArrayList<>(passed);
        lines.add(destination.line());
        return new Routing(dialled, calling, next, Optional.of(redirected(called(), reason)), lines);
    }

    /** Somebody else calls instead. */
    Routing transferred(Party by, Party newCaller) {
        return new Routing(dialled, newCaller, destination, Optional.of(redirected(by, Reason.TRANSFER)), passed);
    }

    private Redirection redirected(Party by, Reason reason) {
        return redirection.map(before -> before.then(by, reason)).orElseGet(() -> Redirection.from(by, reason));
    }

    /** The called party before anybody answers. */
    Party called() {
        return new Party(
                destination.line().number().digits(), destination.line().alertingName());
    }

    /** The alerting name while it rings; where there is none, the name on the line. */
    Party called(Terminal terminal) {
        return destination.line().alertingName().isEmpty() ? terminal.party() : called();
    }
}
