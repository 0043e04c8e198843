package org.keyline.node.secure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.node.secure.Checklist.Line;

/** Goes through the checklist with the administrator: says how each step stands and why it is there, and does it. */
final class Guide {
    private static final String DO_IT = "option.do";
    private static final String LATER = "option.later";
    private static final String NEVER = "option.never";

    private final Surroundings here;
    private final Talk talk;
    private final Wording wording;
    private final Function<Exception, String> trouble;

    /** @param trouble says what went wrong, as a user reads it */
    Guide(Surroundings here, Talk talk, Function<Exception, String> trouble) {
        this.here = here;
        this.talk = talk;
        this.wording = new Wording(talk.texts());
        this.trouble = trouble;
    }

    /** Goes through all steps; whether none is open at the end. */
    boolean run() throws IOException {
        talk.say("title", here.directory().path());
        try {
            walk();
        } catch (Cancelled stopped) {
            talk.say("stopped");
            return false;
        }
        return ends();
    }

    private void walk() throws Cancelled, IOException {
        var open = new HashSet<String>();
        for (var step : Checklist.steps()) {
            var line = Checklist.look(step, here, open);
            talk.sayLine(wording.line(line));
            while (line.isOpen() && line.waitsFor().isEmpty() && isTried(step)) {
                line = Checklist.look(step, here, open);
                talk.sayLine(wording.line(line));
                if (talk.isUnattended()) {
                    break;
                }
            }
        }
    }

    /** Offers the step; false when it is put off. */
    private boolean isTried(Step step) throws Cancelled, IOException {
        talk.say(step.id() + ".why");
        var options = new ArrayList<>(List.of(DO_IT, LATER));
        if (step.isOptional()) {
            options.add(NEVER);
        }
        return switch (options.get(talk.choose("option", options))) {
            case DO_IT -> isMended(step);
            case NEVER -> {
                here.memory().leaveOut(step.id(), here.now());
                yield true;
            }
            default -> false;
        };
    }

    /** Does it; false when nobody is there to say what only a person can. */
    private boolean isMended(Step step) throws Cancelled {
        try {
            step.mend(here, talk);
        } catch (Cancelled cancelled) {
            if (!talk.isUnattended()) {
                throw cancelled;
            }
            return false;
        } catch (ProviderException refused) {
            talk.sayLine(refused.text(talk.texts().locale()));
        } catch (IOException | GeneralSecurityException failed) {
            talk.sayLine(trouble.apply(failed));
        }
        return true;
    }

    private boolean ends() throws IOException {
        var lines = Checklist.look(here);
        talk.say("end");
        lines.stream().filter(Line::isOpen).forEach(line -> talk.sayLine(wording.line(line)));
        var view = here.view();
        var login = here.login();
        if (view.isPresent() && login.isPresent()) {
            PostureStep.lines(view.get().posture(login.get()), talk.texts()).forEach(talk::sayLine);
        }
        talk.sayLine(wording.totals(lines));
        return lines.stream().noneMatch(Line::isOpen);
    }
}
