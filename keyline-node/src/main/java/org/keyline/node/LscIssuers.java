package org.keyline.node;

import java.security.cert.X509Certificate;
import java.util.List;
import org.keyline.capf.authority.IssuerStore;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store CAPF-trust of this node, for CAPF. */
record LscIssuers(CertificateInventory inventory) implements IssuerStore {
    private static final Logger LOG = LoggerFactory.getLogger(LscIssuers.class);

    @Override
    public List<X509Certificate> trusted() {
        return inventory.trusted(TrustPurpose.LSC_ISSUERS);
    }

    @Override
    public void keep(X509Certificate issuer) {
        if (trusted().contains(issuer)) {
            return;
        }
        var name = DistinguishedNameText.subject(issuer);
        switch (inventory.trust(TrustPurpose.LSC_ISSUERS, name, Certificates.der(issuer))) {
            case Outcome.Done<?> _ -> LOG.atInfo().addKeyValue("issuer", name).log("Issuer of phone certificates kept");
            case Outcome.Refused<?>(var problem) -> {
                if (!trusted().contains(issuer)) {
                    throw new IllegalStateException("An issuer of phone certificates was not kept: " + problem);
                }
            }
        }
    }
}
