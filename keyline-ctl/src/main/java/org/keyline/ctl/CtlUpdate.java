package org.keyline.ctl;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.trustlist.CtlFile;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListReader;
import org.keyline.trust.trustlist.TrustListRecord;
import org.keyline.trust.trustlist.TrustListVariant;
import org.keyline.trust.trustlist.UnfitTrustListException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one act behind the CTL client: makes a new CTL file, has a token sign it, verifies it, puts it in its place as a
 * whole, and then sets the cluster security mode.
 *
 * <p>A token may sign only if the present file names it, because only then do phones accept the new file. Calls block
 * on the disk and the token; one runs at a time.
 */
public final class CtlUpdate {
    private static final Logger log = LoggerFactory.getLogger(CtlUpdate.class);
    private static final int FEWEST_TOKENS = 2;

    private final CtlFileStore store;
    private final ClusterSecurity security;
    private final TrustListVariant variant;
    private final Clock clock;

    /** Works on the file in {@code store} and the mode in {@code security}, for phones of {@code variant}. */
    public CtlUpdate(CtlFileStore store, ClusterSecurity security, TrustListVariant variant, Clock clock) {
        this.store = store;
        this.security = security;
        this.variant = variant;
        this.clock = clock;
    }

    /** Does what {@code request} asks. */
    public synchronized CtlOutcome run(CtlRequest request) {
        try {
            var mode = request.choice().modeAfter(security.mode());
            return keep(build(request, mode), mode);
        } catch (CtlRefusal refusal) {
            return logged(refusal.outcome());
        }
    }

    private TrustList build(CtlRequest request, ClusterSecurityMode mode) throws CtlRefusal {
        var now = clock.instant();
        var present = present(request);
        var tokens = tokens(request, present);
        checkServers(request.servers());
        for (var certificate : certificates(tokens, request.servers())) {
            CertificateCheck.require(certificate, now);
        }
        var created = present.map(list -> later(now, list)).orElse(now);
        return verified(sign(request, tokens, mode, created), request.signer());
    }

    /** The present file's content, or nothing when there is none or it is given up. */
    private Optional<TrustList> present(CtlRequest request) throws CtlRefusal {
        return switch (store.read()) {
            case StoredCtl.Sound(var list) -> Optional.of(list);
            case StoredCtl.None _ when request.choice() != CtlChoice.UPDATE -> Optional.empty();
            case StoredCtl.None _ ->
                throw new CtlRefusal(
                        security.mode() == ClusterSecurityMode.MIXED
                                ? CtlMessage.NO_FILE_IN_MIXED_MODE
                                : CtlMessage.NO_FILE,
                        "It should be " + store.file());
            case StoredCtl.Damaged _ when request.recreate() -> Optional.empty();
            case StoredCtl.Damaged(var message, var detail) ->
                throw new CtlRefusal(message, detail + " — " + CtlMessage.MUST_RECREATE.text());
        };
    }

    private static List<X509Certificate> tokens(CtlRequest request, Optional<TrustList> present) throws CtlRefusal {
        var tokens = new ArrayList<X509Certificate>();
        if (present.isPresent()) {
            tokens.addAll(tokensIn(present.get()));
        }
        var signer = request.signer().certificate();
        if (tokens.isEmpty()) {
            tokens.add(signer);
        } else if (!tokens.contains(signer)) {
            throw new CtlRefusal(
                    isAdded(request, signer) ? CtlMessage.NEW_TOKEN_CANNOT_SIGN : CtlMessage.TOKEN_CANNOT_SIGN,
                    "It is " + request.signer().name());
        }
        for (var token : request.addedTokens()) {
            if (tokens.contains(token.certificate())) {
                throw new CtlRefusal(CtlMessage.TOKEN_EXISTS, "It is " + token.name());
            }
            tokens.add(token.certificate());
        }
        if (tokens.size() < FEWEST_TOKENS) {
            throw new CtlRefusal(CtlMessage.TWO_TOKENS_NEEDED, "There is " + tokens.size());
        }
        return tokens;
    }

    private static boolean isAdded(CtlRequest request, X509Certificate signer) {
        return request.addedTokens().stream().map(SecurityToken::certificate).anyMatch(signer::equals);
    }

    private static List<X509Certificate> tokensIn(TrustList list) throws CtlRefusal {
        var tokens = new ArrayList<X509Certificate>();
        for (var record : list.with(Role.SAST).toList()) {
            try {
                record.x509().ifPresent(tokens::add);
            } catch (MalformedFileException e) {
                throw new CtlRefusal(CtlMessage.CANNOT_PARSE, String.valueOf(e.getMessage()));
            }
        }
        return tokens;
    }

    private static void checkServers(List<ClusterServer> servers) throws CtlRefusal {
        if (servers.isEmpty()) {
            throw new CtlRefusal(CtlMessage.CALLMANAGER_NEEDED, "No server was named");
        }
        var names = new HashSet<String>();
        var certificates = new HashSet<X509Certificate>();
        for (var server : servers) {
            if (!names.add(server.name().dnsName())) {
                throw new CtlRefusal(
                        CtlMessage.SERVER_EXISTS, "It is " + server.name().dnsName());
            }
            for (var certificate : server.certificates().toList()) {
                if (!certificates.add(certificate)) {
                    throw new CtlRefusal(
                            CtlMessage.CERTIFICATE_EXISTS, "It is " + DistinguishedNameText.subject(certificate));
                }
            }
        }
    }

    private static List<X509Certificate> certificates(List<X509Certificate> tokens, List<ClusterServer> servers) {
        var all = new ArrayList<>(tokens);
        servers.forEach(server -> server.certificates().forEach(all::add));
        return all;
    }

    /** A phone might refuse a file that is not newer than the one it has. */
    private static Instant later(Instant now, TrustList present) {
        var after = present.header().created().plusSeconds(1);
        return now.isAfter(after) ? now : after;
    }

    private TrustList sign(CtlRequest request, List<X509Certificate> tokens, ClusterSecurityMode mode, Instant created)
            throws CtlRefusal {
        var servers = request.servers().stream()
                .flatMap(server -> server.records().stream())
                .toList();
        try {
            return switch (mode) {
                case MIXED -> CtlFile.build(tokens, servers, request.signer(), variant, created);
                case NON_SECURE -> CtlFile.buildNonSecure(tokens, servers, request.signer(), variant, created);
            };
        } catch (SigningException e) {
            throw new CtlRefusal(CtlMessage.CANNOT_SIGN, String.valueOf(e.getMessage()));
        } catch (UnfitTrustListException e) {
            throw new CtlRefusal(
                    e.reason() == UnfitTrustListException.Reason.TOO_MANY_RECORDS
                            ? CtlMessage.TOO_MANY_RECORDS
                            : CtlMessage.CANNOT_CREATE_ENTRY,
                    String.valueOf(e.getMessage()));
        }
    }

    /** Reads the file as a phone would and checks the signature with the signing token's certificate. */
    private static TrustList verified(TrustList list, SecurityToken signer) throws CtlRefusal {
        try {
            var read = TrustListReader.read(list.bytes());
            if (read.isSignedBy(signer.certificate()) && read.integrity() instanceof TrustList.Integrity.Intact) {
                return read;
            }
            throw new CtlRefusal(CtlMessage.CANNOT_VERIFY, "The signature of " + signer.name() + " does not fit");
        } catch (MalformedFileException e) {
            throw new CtlRefusal(CtlMessage.CANNOT_VERIFY, String.valueOf(e.getMessage()));
        }
    }

    /** The file first: a mode without its file would leave phones that cannot connect. */
    private CtlOutcome keep(TrustList list, ClusterSecurityMode mode) {
        try {
            store.write(list);
        } catch (IOException e) {
            return logged(new CtlOutcome.Failed(CtlMessage.NOT_WRITTEN, store.file() + ": " + e.getMessage()));
        }
        try {
            security.set(mode);
        } catch (IOException e) {
            return logged(new CtlOutcome.Failed(CtlMessage.MODE_NOT_SET, String.valueOf(e.getMessage())));
        }
        return logged(new CtlOutcome.Done(list, mode));
    }

    private static CtlOutcome logged(CtlOutcome outcome) {
        switch (outcome) {
            case CtlOutcome.Done(var list, var mode) ->
                log.atInfo()
                        .addKeyValue("mode", mode)
                        .addKeyValue("signer", list.header().signerName())
                        .addKeyValue(
                                "records",
                                list.records().stream()
                                        .map(TrustListRecord::role)
                                        .toList())
                        .log("CTL file created");
            case CtlOutcome.Refused(var message, var detail) ->
                log.atWarn()
                        .addKeyValue("reason", message)
                        .addKeyValue("detail", detail)
                        .log("CTL file not created");
            case CtlOutcome.Failed(var message, var detail) ->
                log.atError()
                        .addKeyValue("reason", message)
                        .addKeyValue("detail", detail)
                        .log("CTL file operation failed");
        }
        return outcome;
    }
}
