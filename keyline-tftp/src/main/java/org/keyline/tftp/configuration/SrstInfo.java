package org.keyline.tftp.configuration;

import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.server.SrstFallback;
import org.keyline.model.server.SrstReference;

/**
 * The element {@code srstInfo}: where the phone goes when no node answers.
 *
 * <p>In a mixed cluster it says whether the gateway is secure and carries the certificate an administrator accepted; in
 * a non-secure one neither, whatever the reference has stored (spec SRST-14, SRST-15). Whether the phone then tries TLS
 * is its own decision, which its device security mode takes part in (spec SRST-13).
 */
final class SrstInfo {
    /**
     * Holds the certificate, DER in Base64. No public description of the file names this element: see the decision "The
     * element of the SRST certificate".
     */
    static final String CERTIFICATE = "srstCertificate";

    /** The file has room for three gateways; one reference names one. */
    private static final int PLACES = 3;

    private SrstInfo() {}

    static void write(PhoneXml xml, ConfigSnapshot snapshot, SrstFallback fallback) {
        switch (fallback) {
            case SrstFallback.Disabled _ -> none(xml, "Disable", "Disable");
            case SrstFallback.DefaultGateway _ -> none(xml, "Use Default Gateway", "Enable");
            case SrstFallback.Reference(var name) ->
                Optional.ofNullable(snapshot.srstReferences().get(name))
                        .ifPresentOrElse(
                                reference -> gateway(xml, reference, snapshot.clusterSecurityMode()),
                                () -> none(xml, "Disable", "Disable"));
        }
    }

    private static void none(PhoneXml xml, String name, String option) {
        open(xml, name, option);
        addresses(xml, "ipAddr", "port", "", 2000);
        addresses(xml, "sipIpAddr", "sipPort", "", 5060);
        xml.text("isSecure", false).close("srstInfo");
    }

    private static void gateway(PhoneXml xml, SrstReference reference, ClusterSecurityMode mode) {
        boolean secure = reference.secure() && mode == ClusterSecurityMode.MIXED;
        open(xml, reference.name(), "Enable");
        addresses(xml, "ipAddr", "port", reference.address(), reference.port());
        addresses(xml, "sipIpAddr", "sipPort", reference.sipAddress().orElse(""), reference.sipPort());
        xml.text("isSecure", secure);
        reference.certificate().filter(_ -> secure).ifPresent(der -> xml.text(CERTIFICATE, der));
        xml.close("srstInfo");
    }

    private static void open(PhoneXml xml, String name, String option) {
        xml.open("srstInfo").text("name", name).text("srstOption", option).text("userModifiable", false);
    }

    private static void addresses(PhoneXml xml, String address, String port, String first, int firstPort) {
        for (var place = 1; place <= PLACES; place++) {
            xml.text(address + place, place == 1 ? first : "").text(port + place, firstPort);
        }
    }
}
