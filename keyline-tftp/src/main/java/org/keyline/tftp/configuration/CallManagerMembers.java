package org.keyline.tftp.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.server.Node;

/** The element {@code callManagerGroup}: the nodes in the order in which the phone tries them. */
final class CallManagerMembers {
    private CallManagerMembers() {}

    static void write(PhoneXml xml, ConfigSnapshot snapshot, String group) {
        var nodes = nodes(snapshot, group);
        xml.open("callManagerGroup").text("name", group).open("members");
        for (var priority = 0; priority < nodes.size(); priority++) {
            member(xml, priority, nodes.get(priority));
        }
        xml.close("members").close("callManagerGroup");
    }

    /** The nodes of a group in its order. */
    static List<Node> nodes(ConfigSnapshot snapshot, String group) {
        return Optional.ofNullable(snapshot.callManagerGroups().get(group)).stream()
                .flatMap(found -> found.nodes().stream())
                .map(name -> snapshot.nodes().get(name))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The secure port has no element: phones add 443 to the phone port. */
    private static void member(PhoneXml xml, int priority, Node node) {
        xml.open("member", "priority", Integer.toString(priority))
                .open("callManager")
                .text("name", node.name())
                .open("ports")
                .text("ethernetPhonePort", node.ethernetPhonePort())
                .close("ports")
                .text("processNodeName", node.address())
                .close("callManager")
                .close("member");
    }
}
