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
        var phones = new SecurePhones(here);
        var certified = phones.certified();
        var able = phones.able().stream()
                .filter(phone -> certified.contains(phone.name().text()))
                .count();
        if (able == 0) {
            return Seen.notApplicable("nobody");
        }
        var open = open(phones).size();
        return open == 0 ? Seen.done("all", able) : Seen.toDo("open", open, able);
    }

    private static List<Phone> open(SecurePhones phones) {
        var certified = phones.certified();
        return phones.able().stream()
                .filter(phone -> certified.contains(phone.name().text()))
                .filter(phone -> PhoneQuery.asked(phones.here().snapshot(), phone) != DeviceSecurityMode.ENCRYPTED)
                .toList();
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        var phones = new SecurePhones(here);
        if (talk.choose("deviceMode.how", List.of("deviceMode.each", "deviceMode.system")) == 1) {
            setDefault(here);
        }
        phones.set(open(phones), _ -> Map.of("securityMode", Value.of(DeviceSecurityMode.ENCRYPTED)), Set.of(), talk);
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
