package org.keyline.trust.token;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The subject in a token's certificate. */
final class TokenSubject {
    private static final String UNIT = "Security Token";

    private TokenSubject() {}

    static X500Name of(String commonName, String organisation) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.OU, UNIT)
                .addRDN(BCStyle.O, organisation)
                .build();
    }
}
