package org.keyline.node.secure;

import java.util.stream.Collectors;
import org.keyline.model.server.SrstReference;

/** Gateways that take over are secure, and their certificates accepted (W1 step 12). */
record SrstStep() implements Step {
    @Override
    public String id() {
        return "srst";
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Seen look(Surroundings here) {
        var references = here.snapshot().srstReferences().values();
        if (references.isEmpty()) {
            return Seen.notApplicable("none");
        }
        var open = references.stream()
                .filter(reference ->
                        !reference.secure() || reference.certificate().isEmpty())
                .map(SrstReference::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? Seen.done("secure", references.size()) : Seen.needsYou("open", open);
    }
}
