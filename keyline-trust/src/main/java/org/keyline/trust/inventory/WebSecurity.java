package org.keyline.trust.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.keyline.trust.inventory.CertificateProblem.Reason;

/**
 * Who runs this node, as its web certificate says it (spec SEC-33): the words of {@code set web-security}.
 *
 * @param unit organisational unit, not blank
 * @param organisation organisation, not blank
 * @param locality town; may be empty
 * @param state state or province; may be empty
 * @param country two capital letters of ISO 3166; may be empty
 */
public record WebSecurity(String unit, String organisation, String locality, String state, String country) {
    private static final int LONGEST = 64;
    private static final int LONGEST_PLACE = 128;

    /** These words, checked against the bounds of X.520. */
    public static Outcome<WebSecurity> of(
            String unit, String organisation, String locality, String state, String country) {
        var words = new WebSecurity(unit.strip(), organisation.strip(), locality.strip(), state.strip(), country);
        return words.wrong()
                .<Outcome<WebSecurity>>map(word -> Outcome.refused(Reason.WRONG_SUBJECT, word))
                .orElseGet(() -> Outcome.done(words));
    }

    private Optional<String> wrong() {
        var names = Map.of("OU", unit, "O", organisation);
        var places = Map.of("L", locality, "ST", state);
        return names.entrySet().stream()
                .filter(name -> name.getValue().isEmpty() || !fits(name.getValue(), LONGEST))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .or(() -> places.entrySet().stream()
                        .filter(place -> !fits(place.getValue(), LONGEST_PLACE))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .findFirst())
                .or(() -> country.isEmpty() || country.matches("[A-Z]{2}") ? Optional.empty() : Optional.of("C"));
    }

    private static boolean fits(String text, int longest) {
        return text.length() <= longest && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The subject of a certificate for the host {@code commonName}. */
    X500Name subject(String commonName) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName);
        add(name, List.of(BCStyle.OU, BCStyle.O, BCStyle.L, BCStyle.ST, BCStyle.C));
        return name.build();
    }

    private void add(X500NameBuilder name, List<ASN1ObjectIdentifier> types) {
        var values = List.of(unit, organisation, locality, state, country);
        for (int i = 0; i < types.size(); i++) {
            if (!values.get(i).isEmpty()) {
                name.addRDN(types.get(i), values.get(i));
            }
        }
    }
}
