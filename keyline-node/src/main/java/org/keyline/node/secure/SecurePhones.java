package org.keyline.node.secure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;

/**
 * The configured phones as the steps look at them.
 *
 * @param here the system
 */
record SecurePhones(Surroundings here) {
    private static final int PORTION = 50;

    /** The phones whose model can encrypt a call. */
    List<Phone> able() {
        return here.snapshot().phones().values().stream()
                .filter(phone -> phone.model().supports(SecurityFeature.SIGNALLING_ENCRYPTION)
                        && phone.model().supports(SecurityFeature.MEDIA_ENCRYPTION))
                .toList();
    }

    /** The devices with a certificate that is valid now. */
    Set<String> certified() {
        var found = new HashSet<String>();
        for (var certificate : here.configuration().phoneCertificates().list()) {
            if (certificate.notAfter().isAfter(here.now())) {
                found.add(certificate.device());
            }
        }
        return found;
    }

    /** The devices with an LSC that is valid now. */
    Set<String> withLsc() {
        var found = new HashSet<String>();
        for (var certificate : here.configuration().phoneCertificates().list()) {
            if (certificate.kind() == PhoneCertificate.Kind.LSC
                    && certificate.notAfter().isAfter(here.now())) {
                found.add(certificate.device());
            }
        }
        return found;
    }

    /** What shall be set of a phone. */
    interface Wish {
        Map<String, Value> of(Phone phone);
    }

    /** Sets fields of these phones, some at a time; each portion is done as a whole. */
    void set(List<Phone> phones, Wish wish, Set<String> cleared, Talk talk) {
        for (int at = 0; at < phones.size(); at += PORTION) {
            var edits = new ArrayList<Edit>();
            for (var phone : phones.subList(at, Math.min(phones.size(), at + PORTION))) {
                edits.add(new Edit.Change(Kinds.PHONE, phone.name().text(), wish.of(phone), cleared));
            }
            if (here.configuration().store().apply(edits, here.author()) instanceof SaveResult.Invalid(var problems)) {
                var texts = Texts.in(talk.texts().locale());
                problems.forEach(problem -> talk.sayLine(problem.key() + ": " + problem.sentence(texts)));
            }
        }
    }
}
