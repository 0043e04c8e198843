package org.keyline.trust.inventory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change that was made.
 *
 * @param certificates the certificates it was about, as they are now
 * @param after what must be done for it to take effect, in this order
 */
public record Changed(List<CertificateEntry> certificates, Set<FollowUp> after) {
    public Changed {
        certificates = List.copyOf(certificates);
        after = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(after));
    }
}
