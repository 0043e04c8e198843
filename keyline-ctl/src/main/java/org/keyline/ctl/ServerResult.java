package org.keyline.ctl;

import java.util.Optional;

/**
 * How a server took the new CTL file (CTL3-47, CTL9-30).
 *
 * @param server its name
 * @param path the directory of the file there
 * @param trouble why it has it not; empty when it has it
 */
public record ServerResult(String server, String path, Optional<ProviderException> trouble) {}
