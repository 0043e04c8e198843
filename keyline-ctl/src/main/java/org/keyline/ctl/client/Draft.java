package org.keyline.ctl.client;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.AlternateTftp;
import org.keyline.ctl.ClusterServer;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlVersion;
import org.keyline.ctl.ManualEntries;
import org.keyline.ctl.ProviderException;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;

/** The CTL Entries window: what the file will name, before it is signed. */
public final class Draft {
    private static final int FEWEST_TOKENS = 2;

    private final CtlChoice choice;
    private final boolean recreate;
    private final Optional<String> base;
    private final List<ClusterServer> servers;
    private final List<Entry> present = new ArrayList<>();
    private final List<Entry.Token> addedTokens = new ArrayList<>();
    private final List<AlternateTftp> addedTftp = new ArrayList<>();
    private final List<X509Certificate> deletedTokens = new ArrayList<>();
    private final List<String> deletedTftp = new ArrayList<>();

    /** One line of the window. */
    public sealed interface Entry {
        /**
         * A token.
         *
         * @param name its file or slot, or what the file says of it
         * @param certificate its certificate
         */
        record Token(String name, X509Certificate certificate) implements Entry {}

        /**
         * A TFTP server of another cluster.
         *
         * @param host its name
         * @param subject the subject of its certificate
         * @param issuer the issuer of its certificate
         */
        record Alternate(String host, String subject, String issuer) implements Entry {}

        /**
         * A server of this cluster in one role.
         *
         * @param host its name
         * @param role the role
         * @param certificate its certificate
         */
        record Server(String host, Role role, X509Certificate certificate) implements Entry {}
    }

    private Draft(CtlChoice choice, boolean recreate, Optional<String> base, List<ClusterServer> servers) {
        this.choice = choice;
        this.recreate = recreate;
        this.base = base;
        this.servers = List.copyOf(servers);
    }

    /**
     * Begins with an empty file, or one that is given up.
     *
     * @param base the MD5 of that one, empty for none
     */
    public static Draft anew(CtlChoice choice, List<ClusterServer> servers, String base) {
        return new Draft(choice, true, Optional.of(base), servers);
    }

    /** Begins with the tokens and alternate TFTP servers of the present file. */
    public static Draft of(CtlChoice choice, List<ClusterServer> servers, TrustList list) throws ProviderException {
        var draft = new Draft(
                choice, false, Optional.of(CtlVersion.of(list.encoded()).md5()), servers);
        for (var record : list.with(Role.SAST).toList()) {
            try {
                record.x509()
                        .ifPresent(
                                certificate -> draft.present.add(new Entry.Token(record.subjectName(), certificate)));
            } catch (MalformedFileException e) {
                throw new ProviderException(CtlMessage.CANNOT_PARSE, String.valueOf(e.getMessage()), e);
            }
        }
        list.with(Role.TFTP)
                .forEach(record -> draft.present.add(
                        new Entry.Alternate(record.dnsName().orElse(""), record.subjectName(), record.issuerName())));
        return draft;
    }

    /**
     * What was entered here, on top of a file that somebody else put there meanwhile (CTL3-50). What the other one did
     * too is not done twice.
     */
    public Draft onto(TrustList newer) throws ProviderException {
        var rebased = of(choice, servers, newer);
        for (var token : addedTokens) {
            if (!rebased.tokensOfPresent().contains(token.certificate())) {
                rebased.addedTokens.add(token);
            }
        }
        for (var alternate : addedTftp) {
            if (rebased.isFree(alternate.name().dnsName())) {
                rebased.addedTftp.add(alternate);
            }
        }
        deletedTokens.stream()
                .filter(rebased.tokensOfPresent()::contains)
                .forEach(certificate -> rebased.forget(certificate));
        deletedTftp.stream().filter(host -> !rebased.isFree(host)).forEach(rebased::forget);
        return rebased;
    }

    private boolean isFree(String host) {
        return entries().stream().noneMatch(entry -> host.equals(host(entry)));
    }

    private void forget(X509Certificate token) {
        present.removeIf(entry ->
                entry instanceof Entry.Token known && known.certificate().equals(token));
        deletedTokens.add(token);
    }

    private void forget(String alternate) {
        present.removeIf(
                entry -> entry instanceof Entry.Alternate known && known.host().equals(alternate));
        deletedTftp.add(alternate);
    }

    /** All lines, in the order of the file. */
    public List<Entry> entries() {
        var all = new ArrayList<Entry>();
        present.stream().filter(Entry.Token.class::isInstance).forEach(all::add);
        all.addAll(addedTokens);
        for (var server : servers) {
            all.add(new Entry.Server(server.name().dnsName(), Role.CCM_TFTP, server.callManager()));
            server.capf()
                    .ifPresent(capf -> all.add(new Entry.Server(server.name().dnsName(), Role.CAPF, capf)));
        }
        present.stream().filter(Entry.Alternate.class::isInstance).forEach(all::add);
        addedTftp.forEach(added -> all.add(new Entry.Alternate(
                added.name().dnsName(),
                DistinguishedNameText.subject(added.certificate()),
                DistinguishedNameText.issuer(added.certificate()))));
        return all;
    }

    /** The tokens among them. */
    public List<Entry.Token> tokens() {
        return entries().stream()
                .filter(Entry.Token.class::isInstance)
                .map(Entry.Token.class::cast)
                .toList();
    }

    /** The mode after it, where {@code present} is in force now. */
    public ClusterSecurityMode modeAfter(ClusterSecurityMode present) {
        return choice.modeAfter(present);
    }

    /** Whether the present file names this token, so that it may sign. */
    public boolean maySign(X509Certificate token) {
        return tokensOfPresent().isEmpty() || tokensOfPresent().contains(token);
    }

    private List<X509Certificate> tokensOfPresent() {
        return present.stream()
                .filter(Entry.Token.class::isInstance)
                .map(Entry.Token.class::cast)
                .map(Entry.Token::certificate)
                .toList();
    }

    /** Add Tokens. */
    public void addToken(String name, X509Certificate certificate) throws ProviderException {
        if (tokens().stream().map(Entry.Token::certificate).anyMatch(certificate::equals)) {
            throw new ProviderException(CtlMessage.TOKEN_EXISTS, name);
        }
        addedTokens.add(new Entry.Token(name, certificate));
    }

    /** Add TFTP Server. */
    public void addTftp(AlternateTftp alternate) throws ProviderException {
        var host = alternate.name().dnsName();
        if (!isFree(host)) {
            throw new ProviderException(CtlMessage.SERVER_EXISTS, host);
        }
        for (var server : servers) {
            if (server.callManager().equals(alternate.certificate())) {
                throw new ProviderException(CtlMessage.CERTIFICATE_EXISTS, host);
            }
        }
        addedTftp.add(alternate);
    }

    private static String host(Entry entry) {
        return switch (entry) {
            case Entry.Token _ -> "";
            case Entry.Alternate alternate -> alternate.host();
            case Entry.Server server -> server.host();
        };
    }

    /** Delete Selected: tokens and alternate TFTP servers only (CTL9-18, CTL3-64 to CTL3-66). */
    public void delete(Entry entry) throws ProviderException {
        switch (entry) {
            case Entry.Server server -> throw new ProviderException(CtlMessage.CANNOT_DELETE, server.host());
            case Entry.Token token -> {
                if (!addedTokens.remove(token)) {
                    if (tokens().size() <= FEWEST_TOKENS) {
                        throw new ProviderException(CtlMessage.TWO_TOKENS_NEEDED, token.name());
                    }
                    present.remove(token);
                    deletedTokens.add(token.certificate());
                }
            }
            case Entry.Alternate alternate -> {
                if (!addedTftp.removeIf(added -> added.name().dnsName().equals(alternate.host()))) {
                    present.remove(alternate);
                    deletedTftp.add(alternate.host());
                }
            }
        }
    }

    /** What Finish demands before anything is signed (CTL9-20). */
    public Optional<CtlMessage> obstacle() {
        if (tokens().size() < FEWEST_TOKENS) {
            return Optional.of(CtlMessage.TWO_TOKENS_NEEDED);
        }
        return servers.isEmpty() ? Optional.of(CtlMessage.CALLMANAGER_NEEDED) : Optional.empty();
    }

    /** The request, to be signed by {@code signer}. */
    public CtlRequest request(SecurityToken signer) {
        var isNew = tokensOfPresent().isEmpty() && deletedTokens.isEmpty();
        var named = addedTokens.stream()
                .filter(token -> !isNew || !token.certificate().equals(signer.certificate()))
                .map(token -> new CtlRequest.NamedToken(token.name(), token.certificate()))
                .toList();
        return new CtlRequest(
                choice,
                signer,
                named,
                servers,
                new ManualEntries(addedTftp, deletedTftp, deletedTokens),
                recreate,
                base);
    }
}
