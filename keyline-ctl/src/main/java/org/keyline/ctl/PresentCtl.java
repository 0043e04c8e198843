package org.keyline.ctl;

import org.keyline.trust.trustlist.TrustListKind;

/** The CTL file a server has at present, examined. */
public final class PresentCtl {
    private PresentCtl() {}

    /** What {@code server} has; a file it cannot read counts as damaged. */
    public static StoredCtl of(CtlProvider server) throws ProviderException {
        try {
            var where = server.paths().getFirst() + TrustListKind.CTL.fileName();
            return server.ctlFile()
                    .map(file -> CtlFileStore.examine(file, where))
                    .orElse(new StoredCtl.None());
        } catch (ProviderException e) {
            if (e.reason() == CtlMessage.CANNOT_OPEN
                    || e.reason() == CtlMessage.CANNOT_READ
                    || e.reason() == CtlMessage.CANNOT_PARSE) {
                return new StoredCtl.Damaged(e.reason(), e.detail());
            }
            throw e;
        }
    }
}
