package org.keyline.tftp.configuration;

import org.keyline.config.snapshot.ConfigSnapshot;

/** Builds the files that tell phones and applications how to treat dialled digits. */
public final class DialRules {
    private DialRules() {}

    /** {@code AppDialRules.xml} and {@code DirLookupDialRules.xml}: no digits are changed. */
    public static byte[] application() {
        return new PhoneXml().open("DialRules").close("DialRules").bytes();
    }

    /** {@code dialplan.xml}: any number, sent when the user pauses for the inter-digit time (T302). */
    public static byte[] template(ConfigSnapshot snapshot) {
        var seconds = Math.max(1, snapshot.parameters().integer("callmanager.t302") / 1_000);
        return new PhoneXml()
                .open("DIALTEMPLATE")
                .empty("TEMPLATE", "match", "*", "timeout", Integer.toString(seconds))
                .close("DIALTEMPLATE")
                .bytes();
    }
}
