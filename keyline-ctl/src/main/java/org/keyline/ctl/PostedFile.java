package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListKind;
import org.keyline.trust.trustlist.TrustListWriter;

/** What a server demands of a CTL file before it replaces its own: all that its phones will demand, and the limits. */
final class PostedFile {
    /** A CTL file names at least two tokens, so that one can be lost (CTL3-66). */
    static final int FEWEST_TOKENS = 2;

    private PostedFile() {}

    /**
     * The list in {@code file}.
     *
     * @throws ProviderException when phones with the present file would refuse it, or it breaks a limit
     */
    static TrustList check(Octets file, StoredCtl present, boolean recreate) throws ProviderException {
        if (file.length() > TrustListKind.CTL.mostBytes()) {
            throw new ProviderException(CtlMessage.CANNOT_CREATE_ENTRY, file.length() + " bytes");
        }
        return switch (CtlFileStore.examine(file, "The posted file")) {
            case StoredCtl.Sound(var list) -> {
                requireWhole(list);
                requireSuccession(list, present, recreate);
                yield list;
            }
            case StoredCtl.None _ -> throw new ProviderException(CtlMessage.FILE_INVALID, "It is empty");
            case StoredCtl.Damaged(var message, var detail)
            when message == CtlMessage.CANNOT_PARSE -> throw new ProviderException(CtlMessage.FILE_INVALID, detail);
            case StoredCtl.Damaged(var message, var detail) -> throw new ProviderException(message, detail);
        };
    }

    private static void requireWhole(TrustList list) throws ProviderException {
        if (list.records().size() > TrustListWriter.MOST_RECORDS) {
            throw new ProviderException(
                    CtlMessage.TOO_MANY_RECORDS, list.records().size() + " records");
        }
        if (tokens(list).size() < FEWEST_TOKENS) {
            throw new ProviderException(CtlMessage.TWO_TOKENS_NEEDED, "The posted file");
        }
        if (list.with(Role.CCM_TFTP).findAny().isEmpty()
                && list.with(Role.CCM).findAny().isEmpty()) {
            throw new ProviderException(CtlMessage.CALLMANAGER_NEEDED, "The posted file");
        }
    }

    private static void requireSuccession(TrustList list, StoredCtl present, boolean recreate)
            throws ProviderException {
        switch (present) {
            case StoredCtl.None _ -> {}
            case StoredCtl.Damaged(var message, var detail) -> {
                if (!recreate) {
                    throw new ProviderException(message, detail);
                }
            }
            case StoredCtl.Sound(var before) -> requireTrusted(list, before);
        }
    }

    private static void requireTrusted(TrustList list, TrustList before) throws ProviderException {
        if (list.encoded().equals(before.encoded())) {
            return;
        }
        if (tokens(before).stream().noneMatch(list::isSignedBy)) {
            throw new ProviderException(
                    CtlMessage.TOKEN_CANNOT_SIGN, "It is " + list.header().signerName());
        }
        if (!list.header().created().isAfter(before.header().created())) {
            throw new ProviderException(
                    CtlMessage.OLDER_FILE, "Signed " + list.header().created());
        }
    }

    /** The certificates of the tokens in {@code list}. */
    static List<X509Certificate> tokens(TrustList list) throws ProviderException {
        var tokens = new ArrayList<X509Certificate>();
        for (var record : list.with(Role.SAST).toList()) {
            try {
                record.x509().ifPresent(tokens::add);
            } catch (MalformedFileException e) {
                throw new ProviderException(CtlMessage.CANNOT_PARSE, String.valueOf(e.getMessage()), e);
            }
        }
        return tokens;
    }
}
