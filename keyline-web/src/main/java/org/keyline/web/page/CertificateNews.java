package org.keyline.web.page;

import java.util.List;

/**
 * What the page of certificates says after something was asked of it.
 *
 * @param done what was done; empty when nothing was
 * @param after what must be done now
 * @param problem why nothing was done; empty when something was
 */
public record CertificateNews(String done, List<String> after, String problem) {
    static final CertificateNews NONE = new CertificateNews("", List.of(), "");

    public CertificateNews {
        after = List.copyOf(after);
    }

    static CertificateNews problem(String text) {
        return new CertificateNews("", List.of(), text);
    }
}
