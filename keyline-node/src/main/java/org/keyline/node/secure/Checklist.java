package org.keyline.node.secure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyline.model.server.NodeService;

/** Every step in the order it is taken, and how each stands. */
final class Checklist {
    private static final List<Step> STEPS = List.of(
            new NodeStep(),
            new ClockStep(),
            new AccountStep(),
            new CertificatesStep(),
            new ServiceStep("capf", NodeService.CAPF, "enterprise.capfPhonePort"),
            new ServiceStep("ctlProvider", NodeService.CTL_PROVIDER, "ctlProvider.portNumber"),
            new TokensStep(),
            new CtlStep(),
            new CatchUpStep("restart", List.of(CtlStep.ID, AccountStep.ID)),
            new LscStep(),
            new ExpiredMicStep(),
            new DeviceModeStep(),
            new HardeningStep(),
            new CatchUpStep("reset", List.of("restart")),
            new TlsProfileStep(),
            new AbsentStep("voiceMail"),
            new SrstStep(),
            new AbsentStep("gateways"),
            new PostureStep(),
            new TestCallStep(),
            new KeptAway(),
            new BackupStep());

    private Checklist() {}

    /**
     * A step and how it stands.
     *
     * @param step the step
     * @param seen what it saw
     * @param waitsFor open steps that come first
     */
    record Line(Step step, Seen seen, List<Step> waitsFor) {
        boolean isOpen() {
            return seen.state().isOpen();
        }
    }

    static List<Step> steps() {
        return STEPS;
    }

    /** How every step stands now. */
    static List<Line> look(Surroundings here) throws IOException {
        var lines = new ArrayList<Line>();
        var open = new HashSet<String>();
        for (var step : STEPS) {
            lines.add(look(step, here, open));
        }
        return lines;
    }

    /** How one step stands; where it is open, it joins {@code open}. */
    static Line look(Step step, Surroundings here, Set<String> open) throws IOException {
        var waitsFor = STEPS.stream()
                .filter(other -> step.needs().contains(other.id()) && open.contains(other.id()))
                .toList();
        var leftOut = here.memory().leftOut(step.id());
        var seen = leftOut.isPresent() ? Seen.notApplicable("", leftOut.get()) : step.look(here);
        if (seen.state().isOpen()) {
            open.add(step.id());
        } else {
            open.remove(step.id());
        }
        return new Line(step, seen, seen.state().isOpen() ? waitsFor : List.of());
    }
}
