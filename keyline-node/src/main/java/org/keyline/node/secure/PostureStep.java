package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;
import org.keyline.ctl.client.Dialogue.Cancelled;
import tools.jackson.databind.JsonNode;

/** Every phone is as secure as it was asked to be; those that are not are named with what mends them. */
record PostureStep() implements Step {
    private static final int SHOWN = 20;

    @Override
    public String id() {
        return "posture";
    }

    @Override
    public List<String> needs() {
        return List.of(CtlStep.ID);
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        var view = here.view();
        var login = here.login();
        if (view.isEmpty() || login.isEmpty()) {
            return Seen.needsYou("unseen");
        }
        var totals = view.get().posture(login.get()).path("totals");
        var different = count(totals, "DIFFERENT");
        return different == 0
                ? Seen.done("all", count(totals, "ENCRYPTED"), count(totals, "AUTHENTICATED"), count(totals, "ALL"))
                : Seen.needsYou("different", different, count(totals, "ALL"), count(totals, "ENCRYPTED"));
    }

    private static int count(JsonNode totals, String part) {
        return totals.path(part).asInt(0);
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        var view = here.view();
        var login = here.login();
        if (view.isPresent() && login.isPresent()) {
            lines(view.get().posture(login.get()), talk.texts()).forEach(talk::sayLine);
        }
        talk.pause();
    }

    /** A line for each phone that needs somebody. */
    static List<String> lines(JsonNode posture, SecureTexts texts) {
        return posture.path("different")
                .valueStream()
                .limit(SHOWN)
                .map(device -> "  " + device.path("name").asString("") + "  "
                        + texts.text("posture.why." + device.path("finding").asString("")))
                .toList();
    }
}
