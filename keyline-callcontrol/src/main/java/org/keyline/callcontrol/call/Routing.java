package org.keyline.callcontrol.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.call.Aim.ToLine;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Redirection.Reason;
import org.keyline.model.dial.Line;

/**
 * The way of a call.
 *
 * @param dialled what the caller dialled; empty where the caller dialled nothing, but comes from elsewhere
 * @param calling the caller as the called side sees them
 * @param aim where it goes now
 * @param redirection how it came there, unless the caller dialled it
 * @param passed the lines it was forwarded from, in order
 * @param hops how often it was sent on, by lines or by hunt pilots
 * @param generation of the caller's last media session, so that the next one is told apart from it
 * @param back to whom it goes back where it is in vain
 */
public record Routing(
        String dialled,
        Party calling,
        Aim aim,
        Optional<Redirection> redirection,
        List<Line> passed,
        int hops,
        int generation,
        Optional<Back> back) {
    public Routing {
        passed = List.copyOf(passed);
    }

    /** It goes back to nobody. */
    public Routing(
            String dialled,
            Party calling,
            Aim aim,
            Optional<Redirection> redirection,
            List<Line> passed,
            int hops,
            int generation) {
        this(dialled, calling, aim, redirection, passed, hops, generation, Optional.empty());
    }

    /**
     * Somebody who diverted the call.
     *
     * @param to their line, at their phone alone
     * @param why the call came back to them; empty until it does
     */
    public record Back(Destination to, Optional<Phrase> why) {}

    /** Where the caller's digits lead. */
    static Routing to(Aim aim, String dialled, Party calling) {
        return new Routing(dialled, calling, aim, Optional.empty(), List.of(), 0, 0);
    }

    /** Somebody who talked before goes there; their last media session had this generation. */
    static Routing of(Party calling, Aim aim, int generation) {
        return new Routing("", calling, aim, Optional.empty(), List.of(), 0, generation);
    }

    /** The same way, one step further at the same pilot. */
    Routing at(Aim next) {
        return new Routing(dialled, calling, next, redirection, passed, hops, generation, back);
    }

    /** It is sent on. */
    Routing forwarded(Reason reason, Aim next) {
        var lines = new ArrayList<>(passed);
        line().ifPresent(lines::add);
        return new Routing(
                dialled, calling, next, Optional.of(redirected(called(), reason)), lines, hops + 1, generation, back);
    }

    /** Somebody else calls instead, whose last media session had this generation. */
    Routing transferred(Party by, Party newCaller, int newGeneration) {
        return new Routing(
                dialled, newCaller, aim, Optional.of(redirected(by, Reason.TRANSFER)), passed, hops, newGeneration);
    }

    /** It goes there because of {@code by}; who is there may send it back. */
    Routing redirectedTo(Aim next, Party by, Reason reason) {
        return new Routing(dialled, calling, next, Optional.of(redirected(by, reason)), passed, hops, generation);
    }

    /** It goes there in this way. */
    Routing redirectedTo(Aim next, Redirection how) {
        return new Routing(dialled, calling, next, Optional.of(how), passed, hops, generation);
    }

    /** The same way; where it is in vain the call goes back. */
    Routing backTo(Back diverting) {
        return new Routing(dialled, calling, aim, redirection, passed, hops, generation, Optional.of(diverting));
    }

    /** How it came there, with this further step. */
    Redirection redirected(Party by, Reason reason) {
        return redirection.map(before -> before.then(by, reason)).orElseGet(() -> Redirection.from(by, reason));
    }

    /** The caller as this aim is told. */
    Party shownCalling() {
        return aim instanceof Aim.ToTrunk trunk ? trunk.calling() : calling;
    }

    /** The line it goes to, if it goes to one. */
    Optional<Line> line() {
        return aim instanceof ToLine(var destination) ? Optional.of(destination.line()) : Optional.empty();
    }

    /** The called party before anybody answers. */
    Party called() {
        return aim.called();
    }

    /** The alerting name while it rings; where a line has none, the name at the phone. */
    Party called(Terminal terminal) {
        return aim instanceof ToLine && aim.called().name().isEmpty() ? terminal.party() : aim.called();
    }
}
