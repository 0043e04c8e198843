package org.keyline.tftp.configuration;

import java.util.List;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.server.Node;

/** The element {@code TVS}: where the phone asks whether it may trust what its lists do not name. */
final class TrustVerificationMembers {
    /** What phones read, with priorities 0 to 4. */
    private static final int MOST = 5;

    /** Of families that know the service, those that do not. */
    private static final List<String> WITHOUT = List.of("6901", "6911", "7985");

    private TrustVerificationMembers() {}

    /** Writes {@code nodes} in the order in which the phone tries them; nothing for a model without the service. */
    static void write(PhoneXml xml, ConfigSnapshot snapshot, List<Node> nodes, PhoneModel model) {
        if (!isKnownTo(model)) {
            return;
        }
        var port = snapshot.parameters().text("tvs.port");
        xml.open("TVS").open("members");
        for (var priority = 0; priority < Math.min(MOST, nodes.size()); priority++) {
            xml.open("member", "priority", Integer.toString(priority))
                    .text("port", port)
                    .text("address", nodes.get(priority).address())
                    .close("member");
        }
        xml.close("members").close("TVS");
    }

    private static boolean isKnownTo(PhoneModel model) {
        return switch (model.family()) {
            case LEGACY, CLASSIC, SMALL, ANALOG, SPA -> false;
            case JAVA, SERIES_69XX, SERIES_89XX, SOFT -> !WITHOUT.contains(model.name());
        };
    }
}
