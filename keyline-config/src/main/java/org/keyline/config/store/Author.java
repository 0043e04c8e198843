package org.keyline.config.store;

import org.keyline.model.schema.Permission;

/** Who changes something, for the change log, and what they may change. */
public record Author(String name, Permission permission) {
    /** An administrator's account. */
    public static Author administrator(String account) {
        return new Author(account, Permission.ADMINISTRATOR);
    }

    /** A part of the system, for example {@code CAPF}; may change everything. */
    public static Author system(String part) {
        return new Author(part, Permission.SYSTEM);
    }

    /** The CTL client, which alone sets the cluster security mode. */
    public static Author ctlClient() {
        return new Author("CTL client", Permission.CTL_CLIENT);
    }
}
