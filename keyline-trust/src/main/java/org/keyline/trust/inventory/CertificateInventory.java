package org.keyline.trust.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.inventory.CertificateProblem.Reason;

/**
 * The certificates of one node: its own, those it had before, and those it trusts, each purpose with a store of its
 * own.
 *
 * <p>Safe for use by any thread, and by several processes on one directory: changes wait for each other, and
 * {@link #reload} takes over what another process did. A change that cannot be written leaves everything as it was.
 */
public final class CertificateInventory {
    private final InventoryDirectory directory;
    private final NodeIdentity node;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Contents contents;
    private volatile Function<CertificateEntry.Trusted, Optional<String>> users = _ -> Optional.empty();

    /** What is there at one moment. */
    private record Contents(NodeCertificates own, Map<TrustPurpose, List<X509Certificate>> trusted) {}

    private CertificateInventory(InventoryDirectory directory, NodeIdentity node, Clock clock) throws IOException {
        this.directory = directory;
        this.node = node;
        this.clock = clock;
        this.contents = read();
    }

    /**
     * Opens the inventory in {@code directory}; own certificates that are missing are made.
     *
     * @param node whom new certificates name
     * @throws IOException when the directory cannot be read or written, or a file in it is damaged
     */
    public static CertificateInventory open(Path directory, NodeIdentity node, Clock clock) throws IOException {
        return new CertificateInventory(new InventoryDirectory(directory), node, clock);
    }

    private Contents read() throws IOException {
        var trusted = new EnumMap<TrustPurpose, List<X509Certificate>>(TrustPurpose.class);
        for (var purpose : TrustPurpose.values()) {
            trusted.put(purpose, directory.store(purpose).list());
        }
        return new Contents(NodeCertificates.openOrCreate(directory.path(), node, clock), trusted);
    }

    /** The node's own certificates and keys as they are on the disk. */
    public NodeCertificates own() {
        return contents.own();
    }

    /** The certificates trusted for {@code purpose}. */
    public List<X509Certificate> trusted(TrustPurpose purpose) {
        return contents.trusted().getOrDefault(purpose, List.of());
    }

    /** Everything: own, former, trusted. */
    public List<CertificateEntry> list() {
        var now = contents;
        var all = new ArrayList<CertificateEntry>();
        now.own().certificates().forEach((purpose, one) -> all.add(new CertificateEntry.Own(purpose, one)));
        for (var purpose : CertificatePurpose.values()) {
            now.own().former(purpose).forEach(one -> all.add(new CertificateEntry.Former(purpose, one)));
        }
        now.trusted()
                .forEach((purpose, some) -> some.forEach(one -> all.add(new CertificateEntry.Trusted(purpose, one))));
        return all;
    }

    /** The certificate of this name, in any case; also by the other names the web certificate has. */
    public Outcome<CertificateEntry> find(String name) {
        var own = purpose(name).map(purpose -> (CertificateEntry)
                new CertificateEntry.Own(purpose, contents.own().of(purpose).certificate()));
        return own.or(() -> list().stream()
                        .filter(entry -> entry.name().equalsIgnoreCase(name))
                        .findFirst())
                .map(Outcome::done)
                .orElseGet(() -> unknown(name));
    }

    /** The purpose of an own certificate by its operator's name, in any case. */
    public static Optional<CertificatePurpose> purpose(String name) {
        return Arrays.stream(CertificatePurpose.values())
                .filter(purpose -> purpose.operatorName().equalsIgnoreCase(name)
                        || purpose.name().equalsIgnoreCase(name)
                        || purpose.publicFileName().equalsIgnoreCase(name))
                .findFirst();
    }

    private <T> Outcome<T> unknown(String name) {
        return Outcome.refused(
                Reason.UNKNOWN_NAME,
                name,
                list().stream().map(CertificateEntry::name).collect(Collectors.joining(", ")));
    }

    private static <T> Outcome<T> noOwn(String name) {
        return Outcome.refused(
                Reason.UNKNOWN_NAME,
                name,
                Arrays.stream(CertificatePurpose.values())
                        .map(CertificatePurpose::operatorName)
                        .collect(Collectors.joining(", ")));
    }

    /** The certificate and as much of its certification path as is known here. */
    public List<X509Certificate> path(CertificateEntry entry) {
        var known = Stream.concat(
                        Stream.of(CertificatePurpose.values())
                                .flatMap(purpose -> contents.own().of(purpose).issuers().stream()),
                        contents.trusted().values().stream().flatMap(List::stream))
                .toList();
        return CertificateChain.asFarAsKnown(entry.certificate(), known);
    }

    /** Puts a new key and a self-signed certificate in force; the former certificate is kept (spec SEC-28, SEC-32). */
    public Outcome<Changed> regenerate(String name) {
        return purpose(name).map(this::regenerate).orElseGet(() -> noOwn(name));
    }

    private Outcome<Changed> regenerate(CertificatePurpose purpose) {
        return change(() -> {
            if (contents.own().next(purpose).isPresent()) {
                return inForce(purpose, contents.own().renew(purpose, node));
            }
            var profile = new CertificateProfile(clock);
            var words = purpose == CertificatePurpose.HTTPS ? directory.webSecurity() : Optional.<WebSecurity>empty();
            var next = words.map(
                            known -> profile.create(purpose, node, known.subject(node.hostName()), KeyType.RSA_2048))
                    .orElseGet(() -> profile.create(purpose, node, KeyType.RSA_2048));
            return replace(purpose, next);
        });
    }

    /** Keeps who runs this node, and makes a web certificate that says so (spec SEC-33). */
    public Outcome<Changed> setWebSecurity(WebSecurity words) {
        return change(() -> {
                    directory.keep(words);
                    return Outcome.done(new Changed(List.of(), FollowUp.of(CertificatePurpose.HTTPS)));
                })
                .then(_ -> regenerate(CertificatePurpose.HTTPS));
    }

    /**
     * Makes a new key and a request for a certificate of it, in PEM (PKCS #10). The certificate in force stays until
     * the answer is installed; another request for the same purpose takes the place of this one.
     */
    public Outcome<byte[]> request(String name) {
        return purpose(name).map(this::request).orElseGet(() -> noOwn(name));
    }

    private Outcome<byte[]> request(CertificatePurpose purpose) {
        return change(() -> {
            var present = contents.own().of(purpose).certificate();
            var subject = X500Name.getInstance(present.getSubjectX500Principal().getEncoded());
            var request = SigningRequest.make(subject, CertificateProfile.requested(purpose, node));
            request.write(directory.path(), purpose);
            return Outcome.done(request.pem());
        });
    }

    /** The request for this purpose that waits for its answer, in PEM. */
    public Optional<byte[]> requested(CertificatePurpose purpose) {
        try {
            return SigningRequest.read(directory.path(), purpose).map(SigningRequest::pem);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Installs the answer to a request: the signed certificate, with the certificates of its issuers in the same file
     * or in the store of authorities.
     *
     * @param file the file's name, for problems
     */
    public Outcome<Changed> install(String name, String file, byte[] content) {
        return purpose(name)
                .map(purpose -> CertificateFile.read(file, content).then(found -> install(purpose, found)))
                .orElseGet(() -> noOwn(name));
    }

    private Outcome<Changed> install(CertificatePurpose purpose, List<X509Certificate> found) {
        return change(() -> {
            var request = SigningRequest.read(directory.path(), purpose);
            if (request.isEmpty()) {
                return Outcome.refused(Reason.NO_REQUEST, purpose.operatorName());
            }
            var key = request.get().key();
            var leaf = found.stream()
                    .filter(one -> PemKeyFile.belongTogether(key, one))
                    .findFirst();
            if (leaf.isEmpty()) {
                return Outcome.refused(
                        Reason.WRONG_KEY, DistinguishedNameText.subject(found.getFirst()), purpose.operatorName());
            }
            return fit(purpose, leaf.get(), found)
                    .then(path ->
                            installed(purpose, new KeyMaterial(key, path.getFirst(), path.subList(1, path.size()))));
        });
    }

    private Outcome<List<X509Certificate>> fit(
            CertificatePurpose purpose, X509Certificate leaf, List<X509Certificate> found) {
        var subject = DistinguishedNameText.subject(leaf);
        if (purpose == CertificatePurpose.CAPF && !CertificateChain.isAuthority(leaf)) {
            return Outcome.refused(Reason.NOT_AN_AUTHORITY, subject);
        }
        if (!CertificateChain.isForServers(leaf)) {
            return Outcome.refused(Reason.NOT_FOR_SERVERS, subject);
        }
        var known = Stream.concat(found.stream(), trusted(TrustPurpose.AUTHORITIES).stream())
                .toList();
        return CertificateChain.checked(leaf, known, clock.instant());
    }

    private Outcome<Changed> installed(CertificatePurpose purpose, KeyMaterial next) {
        try {
            var outcome = replace(purpose, next);
            SigningRequest.remove(directory.path(), purpose);
            return outcome;
        } catch (IOException e) {
            return unwritable(e);
        }
    }

    private Outcome<Changed> replace(CertificatePurpose purpose, KeyMaterial next) throws IOException {
        return inForce(purpose, contents.own().replace(purpose, next, node));
    }

    private Outcome<Changed> inForce(CertificatePurpose purpose, NodeCertificates changed) {
        contents = new Contents(changed, contents.trusted());
        var own = new CertificateEntry.Own(purpose, changed.of(purpose).certificate());
        return Outcome.done(new Changed(List.of(own), FollowUp.of(purpose)));
    }

    /**
     * Trusts the certificates of a file for a purpose.
     *
     * @param file the file's name, for problems
     */
    public Outcome<Changed> trust(TrustPurpose purpose, String file, byte[] content) {
        return CertificateFile.read(file, content).then(found -> change(() -> trust(purpose, found)));
    }

    private Outcome<Changed> trust(TrustPurpose purpose, List<X509Certificate> found) throws IOException {
        var there = trusted(purpose);
        var problem = found.stream()
                .flatMap(one -> unfit(purpose, one, there).stream())
                .findFirst();
        if (problem.isPresent()) {
            return new Outcome.Refused<>(problem.get());
        }
        if (there.size() + found.size() > TrustStore.MOST) {
            return Outcome.refused(Reason.STORE_FULL, purpose.operatorName(), TrustStore.MOST);
        }
        for (var certificate : found) {
            directory.store(purpose).add(certificate);
        }
        contents = read();
        var added = found.stream()
                .map(one -> (CertificateEntry) new CertificateEntry.Trusted(purpose, one))
                .toList();
        return Outcome.done(new Changed(added, purpose.after()));
    }

    private Optional<CertificateProblem> unfit(
            TrustPurpose purpose, X509Certificate certificate, List<X509Certificate> there) {
        var subject = DistinguishedNameText.subject(certificate);
        if (there.contains(certificate)) {
            return Optional.of(CertificateProblem.of(Reason.ALREADY_THERE, subject, purpose.operatorName()));
        }
        if (purpose.isForAuthorities() && !CertificateChain.isAuthority(certificate)) {
            return Optional.of(CertificateProblem.of(Reason.NOT_AN_AUTHORITY, subject));
        }
        return CertificateChain.validity(certificate, clock.instant())
                .filter(problem -> problem.reason() != Reason.EXPIRED || !purpose.admitsExpired());
    }

    /** From now on a trusted certificate is not removed while {@code user} names what goes by it. */
    public void keepWhileUsed(Function<CertificateEntry.Trusted, Optional<String>> user) {
        users = user;
    }

    /** Trusts a certificate no longer, or forgets a former one. */
    public Outcome<Changed> remove(String name) {
        return find(name).then(entry -> change(() -> remove(entry)));
    }

    private Outcome<Changed> remove(CertificateEntry entry) throws IOException {
        return switch (entry) {
            case CertificateEntry.Own own -> Outcome.refused(Reason.OWN_CERTIFICATE, own.name());
            case CertificateEntry.Former former -> forget(former);
            case CertificateEntry.Trusted trusted
            when users.apply(trusted).isPresent() ->
                Outcome.refused(
                        Reason.STILL_USED, trusted.name(), users.apply(trusted).get());
            case CertificateEntry.Trusted trusted -> {
                directory.store(trusted.purpose()).remove(trusted.certificate());
                contents = read();
                yield Outcome.done(
                        new Changed(List.of(trusted), trusted.purpose().after()));
            }
        };
    }

    /** Phones keep the LSCs that a CAPF certificate issued for as long as it is valid. */
    private Outcome<Changed> forget(CertificateEntry.Former former) throws IOException {
        if (former.purpose() == CertificatePurpose.CAPF && clock.instant().isBefore(former.expires())) {
            return Outcome.refused(Reason.ISSUER_STILL_NEEDED, former.name(), former.expires());
        }
        contents =
                new Contents(contents.own().withdraw(former.purpose(), former.certificate(), node), contents.trusted());
        return Outcome.done(new Changed(List.of(former), java.util.Set.of()));
    }

    /** Takes over what another process changed on the disk. */
    public synchronized void reload() throws IOException {
        var before = list();
        try (var _ = directory.lock()) {
            contents = read();
        }
        if (!before.equals(list())) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Runs {@code listener} after each change, on the thread that made it. The returned handle ends it. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private interface Step<T> {
        Outcome<T> take() throws IOException;
    }

    private synchronized <T> Outcome<T> change(Step<T> step) {
        var before = list();
        Outcome<T> outcome;
        try (var _ = directory.lock()) {
            contents = read();
            outcome = step.take();
            if (outcome instanceof Outcome.Done) {
                directory.markChanged();
            }
        } catch (IOException e) {
            return unwritable(e);
        }
        if (!before.equals(list())) {
            listeners.forEach(Runnable::run);
        }
        return outcome;
    }

    private <T> Outcome<T> unwritable(IOException trouble) {
        var reason = Optional.ofNullable(trouble.getMessage()).orElseGet(trouble::toString);
        return Outcome.refused(Reason.UNWRITABLE, directory.path(), reason);
    }
}
