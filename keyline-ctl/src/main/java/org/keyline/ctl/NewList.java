package org.keyline.ctl;

import java.security.cert.X509Certificate;
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

/**
 * The CTL file that a request makes of the present one: which tokens and servers it names, signed and verified.
 *
 * @param request what the administrator wants
 * @param present the present file's content, when there is one that counts
 * @param mode the mode it is for
 */
record NewList(CtlRequest request, Optional<TrustList> present, ClusterSecurityMode mode) {
    /**
     * Builds, signs and verifies it.
     *
     * @throws CtlRefusal when a rule of the catalogue forbids it; nothing has been changed
     */
    TrustList build(TrustListVariant variant, Instant now) throws CtlRefusal {
        var tokens = tokens();
        checkServers(request.servers());
        var alternates = alternates();
        checkAlternates(alternates);
        for (var certificate : certificates(tokens)) {
            CertificateCheck.require(certificate, now);
        }
        var created = present.map(list -> later(now, list)).orElse(now);
        return verified(sign(tokens, alternates, variant, created));
    }

    private List<X509Certificate> tokens() throws CtlRefusal {
        var tokens = new ArrayList<X509Certificate>();
        if (present.isPresent()) {
            tokens.addAll(tokensIn(present.get()));
        }
        var signer = request.signer().certificate();
        if (tokens.isEmpty()) {
            tokens.add(signer);
        } else if (!tokens.contains(signer)) {
            throw new CtlRefusal(
                    isAdded(signer) ? CtlMessage.NEW_TOKEN_CANNOT_SIGN : CtlMessage.TOKEN_CANNOT_SIGN,
                    "It is " + request.signer().name());
        }
        for (var token : request.addedTokens()) {
            if (tokens.contains(token.certificate())) {
                throw new CtlRefusal(CtlMessage.TOKEN_EXISTS, "It is " + token.name());
            }
            tokens.add(token.certificate());
        }
        delete(tokens, signer);
        if (tokens.size() < PostedFile.FEWEST_TOKENS) {
            throw new CtlRefusal(CtlMessage.TWO_TOKENS_NEEDED, "There is " + tokens.size());
        }
        return tokens;
    }

    /** The signer stays: without it in the file nobody could check the file. */
    private void delete(List<X509Certificate> tokens, X509Certificate signer) throws CtlRefusal {
        for (var deleted : request.manual().deletedTokens()) {
            if (deleted.equals(signer)) {
                throw new CtlRefusal(
                        CtlMessage.TOKEN_CANNOT_SIGN,
                        "It is to be deleted: " + request.signer().name());
            }
            if (!tokens.remove(deleted)) {
                throw new CtlRefusal(
                        CtlMessage.SELECT_ITEM, "Not in the file: " + DistinguishedNameText.subject(deleted));
            }
        }
    }

    private boolean isAdded(X509Certificate signer) {
        return request.addedTokens().stream()
                .map(CtlRequest.NamedToken::certificate)
                .anyMatch(signer::equals);
    }

    private static List<X509Certificate> tokensIn(TrustList list) throws CtlRefusal {
        try {
            return PostedFile.tokens(list);
        } catch (ProviderException e) {
            throw new CtlRefusal(e.reason(), e.detail());
        }
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

    /** Those of the present file, without the deleted, with the added ones. */
    private List<TrustListRecord> alternates() throws CtlRefusal {
        var entries = new ArrayList<TrustListRecord>();
        present.ifPresent(list -> entries.addAll(list.with(Role.TFTP).toList()));
        for (var deleted : request.manual().deletedTftp()) {
            if (!entries.removeIf(entry -> entry.dnsName().equals(Optional.of(deleted)))) {
                throw new CtlRefusal(CtlMessage.SELECT_ITEM, "Not in the file: " + deleted);
            }
        }
        for (var added : request.manual().addedTftp()) {
            entries.add(TrustListRecord.full(Role.TFTP, added.certificate(), added.name()));
        }
        return entries;
    }

    private void checkAlternates(List<TrustListRecord> alternates) throws CtlRefusal {
        var names = new HashSet<String>();
        request.servers().forEach(server -> names.add(server.name().dnsName()));
        for (var entry : alternates) {
            var name = entry.dnsName().orElse("");
            if (!names.add(name)) {
                throw new CtlRefusal(CtlMessage.SERVER_EXISTS, "It is " + name);
            }
            if (mode == ClusterSecurityMode.MIXED && !entry.hasCertificate()) {
                throw new CtlRefusal(CtlMessage.ALTERNATE_TFTP_INVALID, "It is " + name);
            }
            for (var server : request.servers()) {
                if (server.certificates().anyMatch(entry::isFor)) {
                    throw new CtlRefusal(CtlMessage.CERTIFICATE_EXISTS, "It is " + entry.subjectName());
                }
            }
        }
    }

    private List<X509Certificate> certificates(List<X509Certificate> tokens) {
        var all = new ArrayList<>(tokens);
        request.servers().forEach(server -> server.certificates().forEach(all::add));
        request.manual().addedTftp().forEach(alternate -> all.add(alternate.certificate()));
        return all;
    }

    /** A phone might refuse a file that is not newer than the one it has. */
    private static Instant later(Instant now, TrustList present) {
        var after = present.header().created().plusSeconds(1);
        return now.isAfter(after) ? now : after;
    }

    private TrustList sign(
            List<X509Certificate> tokens, List<TrustListRecord> alternates, TrustListVariant variant, Instant created)
            throws CtlRefusal {
        var servers = new ArrayList<TrustListRecord>();
        request.servers().forEach(server -> servers.addAll(server.records()));
        servers.addAll(alternates);
        try {
            return switch (mode) {
                case MIXED -> CtlFile.build(tokens, servers, request.signer(), variant, created);
                case NON_SECURE -> CtlFile.buildNonSecure(tokens, servers, request.signer(), variant, created);
            };
        } catch (SigningException e) {
            throw new CtlRefusal(CtlMessage.CANNOT_SIGN, CtlMessage.CANNOT_SIGN_MESSAGE.text() + " " + e.getMessage());
        } catch (UnfitTrustListException e) {
            throw new CtlRefusal(
                    e.reason() == UnfitTrustListException.Reason.TOO_MANY_RECORDS
                            ? CtlMessage.TOO_MANY_RECORDS
                            : CtlMessage.CANNOT_CREATE_ENTRY,
                    String.valueOf(e.getMessage()));
        }
    }

    /** Reads the file as a phone would and checks the signature with the signing token's certificate. */
    private TrustList verified(TrustList list) throws CtlRefusal {
        SecurityToken signer = request.signer();
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
}
