package org.keyline.node.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.config.Configuration;
import org.keyline.config.accounts.Settings.Setting;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.control.Activation;
import org.keyline.serviceability.control.ServiceProblem;
import org.keyline.serviceability.control.ServiceProblem.Reason;

/**
 * Which services a node has, kept in the database under the node's name. A node that was never asked has all of them,
 * but for those of the first node.
 *
 * @param configuration where it is kept
 * @param node the node's name
 */
public record NodeActivation(Configuration configuration, String node) implements Activation {
    private static final String PREFIX = "service.";
    private static final String FIRST_NODE = "cluster.firstNode";

    /**
     * Notes which node was the first of the cluster, once and for good; of a database from before, the first by name.
     */
    public static void noteFirstNode(Configuration configuration) {
        var settings = configuration.settings();
        if (settings.get(FIRST_NODE).isEmpty()) {
            settings.put(FIRST_NODE, firstByName(configuration));
        }
    }

    private static String firstByName(Configuration configuration) {
        return configuration.snapshots().current().nodes().keySet().stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** The node that is asked for what a cluster has once; a renamed one is found again when it is alone. */
    private String firstNode() {
        return configuration
                .settings()
                .get(FIRST_NODE)
                .filter(configuration.snapshots().current().nodes()::containsKey)
                .orElseGet(() -> firstByName(configuration));
    }

    @Override
    public boolean isActivated(NodeService service) {
        return obstacle(service).isEmpty()
                && configuration
                        .settings()
                        .get(name(service))
                        .map(Boolean::parseBoolean)
                        .orElse(true);
    }

    private String name(NodeService service) {
        return PREFIX + node + "." + service.id();
    }

    @Override
    public Optional<ServiceProblem> obstacle(NodeService service) {
        return service.isOfFirstNode() && !node.equals(firstNode())
                ? Optional.of(ServiceProblem.of(Reason.FIRST_NODE_ONLY, service.title(), firstNode()))
                : Optional.empty();
    }

    /** With its activation the CTL Provider gets its usual port back (spec CTL3-19). */
    @Override
    public void keep(NodeService service, boolean activated, String administrator) {
        List<Edit> edits = activated && service == NodeService.CTL_PROVIDER ? List.of(usualPort()) : List.of();
        configuration
                .store()
                .apply(
                        edits,
                        Author.administrator(administrator),
                        new Setting(name(service), Boolean.toString(activated)))
                .orThrow();
    }

    private static Edit usualPort() {
        return new Edit.Change(Kinds.get("ctlProvider"), "ctlProvider", Map.of(), Set.of("portNumber"));
    }
}
