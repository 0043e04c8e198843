package org.keyline.node.secure;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.node.Patience;
import org.keyline.web.phone.AuthenticationStrings;

/** Phones that can encrypt have a certificate: CAPF issues them, to all phones at once (W1 steps 7 and 8). */
record LscStep() implements Step {
    static final String ID = "lsc";
    private static final String KEY_SIZE = "2048";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(250));
    private static final List<AuthenticationMode> WAYS = List.of(
            AuthenticationMode.BY_NULL_STRING,
            AuthenticationMode.BY_AUTHENTICATION_STRING,
            AuthenticationMode.BY_EXISTING_CERTIFICATE_MIC);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> needs() {
        return List.of("restart");
    }

    @Override
    public Seen look(Surroundings here) {
        var phones = new SecurePhones(here);
        var able = phones.able();
        if (able.isEmpty()) {
            return Seen.notApplicable("nobody");
        }
        var missing = missing(phones);
        if (missing.isEmpty()) {
            return Seen.done("all", able.size());
        }
        var waiting = missing.stream().filter(phone -> isWaiting(here, phone)).count();
        return waiting == missing.size()
                ? Seen.needsYou("waiting", missing.size(), names(missing))
                : Seen.toDo("missing", missing.size(), able.size(), names(missing));
    }

    private static String names(List<Phone> phones) {
        return String.join(
                ", ",
                phones.stream().limit(10).map(phone -> phone.name().text()).toList());
    }

    private static List<Phone> missing(SecurePhones phones) {
        var certified = phones.certified();
        return phones.able().stream()
                .filter(phone -> phone.model().supports(SecurityFeature.LSC))
                .filter(phone -> !certified.contains(phone.name().text()))
                .toList();
    }

    /** Whether CAPF waits for the phone; an operation whose time is over is none. */
    private static boolean isWaiting(Surroundings here, Phone phone) {
        return phone.capf().operation() == CertificateOperation.INSTALL_UPGRADE
                && phone.capf()
                        .completesBy()
                        .filter(end -> end.isAfter(here.now()))
                        .isPresent();
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, ProviderException, IOException {
        var phones = new SecurePhones(here);
        var idle = missing(phones).stream()
                .filter(phone -> !isWaiting(here, phone))
                .toList();
        if (!idle.isEmpty()) {
            order(phones, idle, talk);
            here.awaitInForce();
        }
        CatchUpStep.run(here);
        talk.say("lsc.await", missing(phones).size());
        await(phones);
    }

    private static void order(SecurePhones phones, List<Phone> idle, Talk talk) throws Cancelled {
        var options = WAYS.stream().map(way -> "lsc." + way.name()).toList();
        var way = WAYS.get(talk.choose("lsc.way", options));
        var strings = new LinkedHashMap<String, String>();
        if (way == AuthenticationMode.BY_AUTHENTICATION_STRING) {
            idle.forEach(phone -> strings.put(phone.name().text(), AuthenticationStrings.generate()));
        }
        phones.set(idle, phone -> operation(phone, way, strings), Set.of("operationCompletesBy"), talk);
        if (!strings.isEmpty()) {
            talk.say("lsc.strings");
            strings.forEach((device, string) -> talk.sayLine("  " + device + "  " + string));
        }
    }

    private static Map<String, Value> operation(Phone phone, AuthenticationMode way, Map<String, String> strings) {
        var values = new LinkedHashMap<String, Value>();
        values.put("certificateOperation", Value.of(CertificateOperation.INSTALL_UPGRADE));
        values.put("authenticationMode", Value.of(way));
        values.put("keySize", Value.of(KEY_SIZE));
        var string = strings.get(phone.name().text());
        if (string != null) {
            values.put("authenticationString", Value.of(string));
        }
        return values;
    }

    /** Phones that are switched on and need no string come by themselves, as they were reset. */
    private static void await(SecurePhones phones) {
        PATIENCE.await(() -> missing(phones).stream().noneMatch(LscStep::comesByItself));
    }

    private static boolean comesByItself(Phone phone) {
        return phone.capf().authentication() != AuthenticationMode.BY_AUTHENTICATION_STRING
                && phone.capf().operation() == CertificateOperation.INSTALL_UPGRADE;
    }
}
