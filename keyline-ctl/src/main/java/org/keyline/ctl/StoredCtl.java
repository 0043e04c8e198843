package org.keyline.ctl;

import org.keyline.trust.trustlist.TrustList;

/** What is found where the CTL file belongs. */
public sealed interface StoredCtl {
    /** No file. */
    record None() implements StoredCtl {}

    /**
     * A file with a good signature.
     *
     * @param list its content
     */
    record Sound(TrustList list) implements StoredCtl {}

    /**
     * A file that phones would refuse.
     *
     * @param message what is wrong
     * @param detail where
     */
    record Damaged(CtlMessage message, String detail) implements StoredCtl {}
}
