package org.keyline.node.secure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Dialogue.Cancelled;

/** One step of the checklist. Looking changes nothing; mending may be interrupted anywhere and begun again. */
interface Step {
    /** Its name in catalogues, in JSON and in what is remembered. */
    String id();

    /** The steps that must not be open before this one can be mended. */
    default List<String> needs() {
        return List.of();
    }

    /** Whether the administrator may leave it out for good. */
    default boolean isOptional() {
        return false;
    }

    /** How it stands now. */
    Seen look(Surroundings here) throws IOException;

    /** Does it, or tells exactly what a person has to do. */
    default void mend(Surroundings here, Talk talk)
            throws Cancelled, ProviderException, IOException, GeneralSecurityException {
        talk.pause();
    }
}
