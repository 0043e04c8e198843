package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Dialogue.Cancelled;

/** An encrypted call was seen since the CTL file was signed. */
record TestCallStep() implements Step {
    private static final String SEEN = "test-call";
    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "testCall";
    }

    @Override
    public List<String> needs() {
        return List.of(CtlStep.ID);
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Seen look(Surroundings here) {
        if (new SecurePhones(here).able().size() < FEWEST) {
            return Seen.notApplicable("nobody");
        }
        var seen = here.memory().get(SEEN);
        return seen.isPresent() && seen.get().startsWith(list(here))
                ? Seen.done("seen", seen.get().substring(list(here).length()).strip())
                : Seen.needsYou("none");
    }

    /** A call counts for the trust list it was made under. */
    private static String list(Surroundings here) {
        return here.ctl() instanceof StoredCtl.Sound(var list)
                ? list.header().created().toString()
                : "none";
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        talk.pause();
        var view = here.view();
        var login = here.login();
        if (view.isPresent() && login.isPresent() && view.get().hasEncryptedCall(login.get())) {
            here.memory().put(SEEN, list(here) + " " + here.now());
        } else {
            talk.say("testCall.nothing");
        }
    }
}
