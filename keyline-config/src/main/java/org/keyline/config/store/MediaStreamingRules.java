package org.keyline.config.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/** RTP has even ports (RFC 3550 section 11). */
record MediaStreamingRules() implements Rules {
    private static final String PORT = "multicastPort";

    @Override
    public List<Problem> check(
            ConfigObject parameters, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        return parameters.number(PORT) % 2 == 0
                ? List.of()
                : List.of(new Problem(
                        parameters.kind().name(),
                        parameters.key(),
                        PORT,
                        parameters.text(PORT),
                        "problem.evenPort",
                        List.of()));
    }
}
