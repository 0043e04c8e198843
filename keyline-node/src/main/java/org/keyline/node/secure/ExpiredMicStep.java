package org.keyline.node.secure;

import java.io.IOException;
import org.keyline.config.store.SaveResult;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.ExpiredMicPolicy;

/** Manufacturer certificates whose date is past count no longer than phones need them to get an LSC. */
record ExpiredMicStep() implements Step {
    private static final String POLICY = "enterprise.expiredMics";

    @Override
    public String id() {
        return "expiredMics";
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Seen look(Surroundings here) {
        var policy = ExpiredMicPolicy.valueOf(here.snapshot().parameters().text(POLICY));
        if (policy == ExpiredMicPolicy.OFF) {
            return Seen.done("off");
        }
        var phones = new SecurePhones(here);
        var certified = phones.withLsc();
        var needing = phones.able().stream()
                .filter(phone -> !certified.contains(phone.name().text()))
                .count();
        return needing > 0 ? Seen.done("needed", policy, needing) : Seen.toDo("needless", policy);
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        if (talk.confirms("expiredMics.confirm")
                && here.configuration()
                                .store()
                                .setParameter(
                                        Kinds.get("enterprise"),
                                        "expiredMics",
                                        Value.of(ExpiredMicPolicy.OFF),
                                        here.author())
                        instanceof SaveResult.Saved) {
            here.awaitInForce();
        }
    }
}
