package org.keyline.tftp.configuration;

import java.util.Comparator;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.server.CallManagerGroup;

/**
 * Builds {@code XMLDefault.cnf.xml}, which phones without a file of their own read. A CallManager group stands in it
 * only when one auto-registers phones, which none does in a mixed-mode cluster (spec CTL3-55); without one a phone
 * learns no server to register with.
 */
public final class DefaultConfiguration {
    private DefaultConfiguration() {}

    /** The file. */
    public static byte[] of(ConfigSnapshot snapshot) {
        var xml = new PhoneXml().open("Default");
        var registersUnknown = snapshot.clusterSecurityMode() == ClusterSecurityMode.NON_SECURE;
        snapshot.callManagerGroups().values().stream()
                .filter(group -> group.autoRegistration() && registersUnknown)
                .min(Comparator.comparing(CallManagerGroup::name))
                .ifPresent(group -> CallManagerMembers.write(xml, snapshot, group.name()));
        new ServiceUrls(snapshot.parameters()).write(xml);
        PhoneModels.all().forEach(model -> load(xml, model));
        return xml.close("Default").bytes();
    }

    /** No load is named: a phone keeps the firmware it has until it has a file of its own. */
    private static void load(PhoneXml xml, PhoneModel model) {
        xml.text("loadInformation" + model.deviceType(), "", "model", model.name());
    }
}
