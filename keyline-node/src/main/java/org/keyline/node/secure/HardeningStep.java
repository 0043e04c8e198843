package org.keyline.node.secure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneHardening.SettingsAccess;
import org.keyline.model.device.PhoneHardening.WebAccess;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.schema.Value;

/** Functions of phones that help an attacker are switched off, as far as the models let them (W1 step 10). */
record HardeningStep() implements Step {
    @Override
    public String id() {
        return "hardening";
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Seen look(Surroundings here) {
        var phones = here.snapshot().phones().values();
        if (phones.isEmpty()) {
            return Seen.notApplicable("nobody");
        }
        var open = open(here).size();
        return open == 0 ? Seen.done("all", phones.size()) : Seen.toDo("open", open, phones.size());
    }

    private static List<Phone> open(Surroundings here) {
        return here.snapshot().phones().values().stream()
                .filter(phone -> !wishes(phone).isEmpty())
                .toList();
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, IOException {
        if (talk.confirms("hardening.confirm")) {
            new SecurePhones(here).set(open(here), HardeningStep::wishes, Set.of(), talk);
            here.awaitInForce();
        }
    }

    /** What is still on and may be switched off. The computer port stays: people work there. */
    private static Map<String, Value> wishes(Phone phone) {
        var wishes = new LinkedHashMap<String, Value>();
        var now = phone.software().hardening();
        var model = phone.model();
        if (now.gratuitousArp() && model.supports(SecurityFeature.GRATUITOUS_ARP)) {
            wishes.put("gratuitousArp", Value.of(false));
        }
        if (now.pcVoiceVlanAccess() && model.supports(SecurityFeature.PC_VOICE_VLAN_ACCESS)) {
            wishes.put("pcVoiceVlanAccess", Value.of(false));
        }
        if (now.settingsAccess() == SettingsAccess.ENABLED && model.supports(SecurityFeature.SETTINGS_ACCESS)) {
            wishes.put("settingsAccess", Value.of(SettingsAccess.RESTRICTED));
        }
        if (now.webAccess() == WebAccess.ENABLED && model.supports(SecurityFeature.WEB_ACCESS)) {
            wishes.put("webAccess", Value.of(WebAccess.DISABLED));
        }
        return wishes;
    }
}
