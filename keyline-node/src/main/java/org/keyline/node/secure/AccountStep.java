package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Dialogue.Cancelled;

/** Whoever secures the system is one of its administrators (W1 step 4, OV-11). */
record AccountStep() implements Step {
    static final String ID = "account";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> needs() {
        return List.of("node");
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        if (here.configuration().administrators().list().isEmpty()) {
            return Seen.needsYou("none", here.directory().path());
        }
        var login = here.login();
        return login.isPresent()
                ? Seen.done("known", login.get().user())
                : Seen.needsYou("unknown", here.directory().path());
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, ProviderException, IOException {
        var account = talk.ask("account.name", here.given().account());
        here.signIn(account, talk.secret("account.password", account));
    }
}
