package org.keyline.node.secure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.config.store.SaveResult;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.model.device.Phone;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.web.phone.PhoneQuery;

/** Phones that can encrypt and have their certificate are asked to encrypt (W1 step 9). */
record DeviceModeStep() implements Step {
    @Override
    public String id() {
        return "deviceMode";
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
        var certified = certified(new SecurePhones(here));
        if (certified.isEmpty()) {
            return Seen.notApplicable("nobody");
        }
        var open = open(here, certified).size();
        return open == 0 ? Seen.done("all", certified.size()) : Seen.toDo("open", open, certified.size());
    }

    private static List<Phone> certified(SecurePhones phones) {
        var certified = phones.certified();
        return phones.able().stream()
                .filter(phone -> certified.contains(phone.name().text()))
                .toList();
    }

    private static List<Phone> open(Surroundings here, List<Phone> certified) {
        return certified.stream()
                .filter(phone -> PhoneQuery.asked(here.snapshot(), phone) != DeviceSecurityMode.ENCRYPTED)
                .toList();
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        var phones = new SecurePhones(here);
        if (talk.choose("deviceMode.how", List.of("deviceMode.each", "deviceMode.system")) == 1) {
            setDefault(here);
        }
        var open = open(here, certified(phones));
        phones.set(open, _ -> Map.of("securityMode", Value.of(DeviceSecurityMode.ENCRYPTED)), Set.of(), talk);
        here.awaitInForce();
    }

    private static void setDefault(Surroundings here) {
        var result = here.configuration()
                .store()
                .setParameter(
                        Kinds.get("enterprise"),
                        "deviceSecurityMode",
                        Value.of(DeviceSecurityMode.ENCRYPTED),
                        here.author());
        if (result instanceof SaveResult.Invalid(var problems)) {
            throw new IllegalStateException("The system default was refused: " + problems);
        }
    }
}
