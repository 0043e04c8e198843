package org.keyline.tftp.configuration;

import java.util.List;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;

/**
 * Builds {@code SEP<MAC>.cnf.xml} of a phone. Equal configuration gives equal bytes; any change in it changes the
 * version stamp too. Lines and keys are not in it: SCCP phones get them when they register.
 *
 * @param snapshot the configuration
 * @param node the node whose CAPF the phone shall use
 */
public record PhoneConfiguration(ConfigSnapshot snapshot, Node node) {
    /**
     * The file.
     *
     * @param certificateHash the MD5 of the phone's certificate in lower-case hexadecimal, empty when it is not known
     * @param encrypted whether the file is for encryption
     */
    public byte[] of(Phone phone, Optional<String> certificateHash, boolean encrypted) {
        return VersionStamp.stamped(stamp -> write(phone, certificateHash, encrypted, stamp));
    }

    /**
     * The stub that goes with an encrypted file: nothing but what the phone needs to fetch and decrypt it.
     *
     * @param certificateHash of the certificate the file is encrypted for
     */
    public byte[] stub(Phone phone, String certificateHash) {
        var xml = new PhoneXml()
                .open("device")
                .text("fullConfig", false)
                .text("ipAddressMode", 0)
                .text("loadInformation", phone.load());
        capf(xml, phone, Optional.of(certificateHash), true);
        return xml.close("device").bytes();
    }

    private byte[] write(Phone phone, Optional<String> certificateHash, boolean encrypted, String stamp) {
        var xml = new PhoneXml()
                .open("device")
                .text("fullConfig", true)
                .text("deviceProtocol", "SCCP")
                .text("ipAddressMode", 0);
        devicePool(xml, phone);
        xml.text("loadInformation", phone.load());
        Hardening.write(xml, phone.software().hardening(), phone.model());
        xml.text("versionStamp", stamp);
        locales(xml, phone);
        xml.text("deviceSecurityMode", securityMode(phone));
        new ServiceUrls(snapshot.parameters()).write(xml, node, phone.name());
        AddOnModules.write(xml, phone.keys().modules());
        xml.text("dscpForSCCPPhoneConfig", 96)
                .text("dscpForSCCPPhoneServices", 0)
                .text("dscpForCm2Dvce", 96)
                .text("TLSResumptionTimer", 3600);
        capf(xml, phone, certificateHash, encrypted);
        TrustVerificationMembers.write(xml, snapshot, verifiers(phone), phone.model());
        return xml.close("device").bytes();
    }

    /** The nodes of the phone's group verify; the node that serves the file where there is none. */
    private List<Node> verifiers(Phone phone) {
        var group = Optional.ofNullable(snapshot.devicePools().get(phone.devicePool()))
                .map(DevicePool::callManagerGroup);
        var nodes = group.map(name -> CallManagerMembers.nodes(snapshot, name)).orElse(List.of());
        return nodes.isEmpty() ? List.of(node) : nodes;
    }

    private void devicePool(PhoneXml xml, Phone phone) {
        xml.open("devicePool").text("revertPriority", 0);
        Optional.ofNullable(snapshot.devicePools().get(phone.devicePool())).ifPresent(pool -> {
            dateAndTime(xml, pool);
            CallManagerMembers.write(xml, snapshot, pool.callManagerGroup());
            SrstInfo.write(xml, snapshot, pool.srst());
        });
        xml.text("connectionMonitorDuration", snapshot.parameters().text("enterprise.connectionMonitorDuration"))
                .close("devicePool");
    }

    private static void dateAndTime(PhoneXml xml, DevicePool pool) {
        xml.open("dateTimeSetting")
                .text("dateTemplate", pool.dateTemplate())
                .text("timeZone", PhoneTimeZone.nameOf(pool.timeZone()))
                .text("olsonTimeZone", pool.timeZone())
                .close("dateTimeSetting");
    }

    private static void locales(PhoneXml xml, Phone phone) {
        var locale = PhoneLocale.of(phone.userLocale());
        xml.open("userLocale")
                .text("name", locale.name())
                .text("langCode", locale.langCode())
                .text("winCharSet", "utf-8")
                .close("userLocale")
                .text("networkLocale", "United_States");
    }

    /** {@code deviceSecurityMode}: non-secure in a non-secure cluster, whatever was asked (spec OV-37, PH-020). */
    private int securityMode(Phone phone) {
        return switch (snapshot.effectiveSecurityMode(phone)) {
            case SecurityClass.NON_SECURE -> 1;
            case SecurityClass.AUTHENTICATED -> 2;
            case SecurityClass.ENCRYPTED -> 3;
        };
    }

    private void capf(PhoneXml xml, Phone phone, Optional<String> certificateHash, boolean encrypted) {
        xml.text("capfAuthMode", capfAuthMode(phone))
                .open("capfList")
                .open("capf")
                .text("phonePort", snapshot.parameters().text("enterprise.capfPhonePort"))
                .text("processNodeName", node.address())
                .close("capf")
                .close("capfList")
                .text("certHash", certificateHash.orElse(""))
                .text("encrConfig", encrypted);
    }

    /** Zero unless an operation is pending, or the phone would start CAPF again at each boot. */
    private static int capfAuthMode(Phone phone) {
        return phone.capf().operation() == CertificateOperation.NO_PENDING_OPERATION
                ? 0
                : phone.capf().authentication().value();
    }
}
