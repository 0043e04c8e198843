package org.keyline.model.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services of a node, in the order in which they start, under the names that tools expect. */
public enum NodeService {
    CALLMANAGER("Cisco CallManager", "callmanager"),
    TFTP("Cisco Tftp", "tftp"),
    CAPF("Cisco Certificate Authority Proxy Function", "capf"),
    TVS("Cisco Trust Verification Service", "tvs"),
    CTL_PROVIDER("Cisco CTL Provider", "ctlProvider"),
    /** Conference bridge, music on hold and announcements. */
    MEDIA_STREAMING("Cisco IP Voice Media Streaming App", "mediaStreaming"),
    PHONE_SERVICES("Cisco IP Phone Services", "ipPhoneServices"),
    WEB("Cisco Tomcat", ""),
    /** Performance counters for this machine. */
    METRICS("Cisco RIS Data Collector", "");

    private static final String BRAND = "cisco ";

    private final String title;
    private final String parameters;

    NodeService(String title, String parameters) {
        this.title = title;
        this.parameters = parameters;
    }

    /** The name in pages, logs and tools: {@code Cisco CallManager}. */
    public String title() {
        return title;
    }

    /** The name in commands, addresses and stored settings: {@code ctl-provider}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of its service parameters; empty where it has none. */
    public Optional<String> parameters() {
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters);
    }

    /** Whether an administrator decides that a node has it; the web is on every node. */
    public boolean isFeature() {
        return this != WEB;
    }

    /** Whether only the first node of a cluster may have it (spec CAPF-023). */
    public boolean isOfFirstNode() {
        return this == CAPF;
    }

    /** The service that somebody calls so: by its name, with or without the brand, or its id, in any case. */
    public static Optional<NodeService> named(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(service -> wanted.equals(service.id())
                        || wanted.equals(service.title.toLowerCase(Locale.ROOT))
                        || (BRAND + wanted).equals(service.title.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
