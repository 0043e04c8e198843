package org.keyline.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of the cluster as it is on this machine: its CTL file, its certificates, its mode. The network service asks
 * one for each client; commands on the machine itself use one directly. All of them share one lock on the disk, so that
 * one configures at a time, whoever it is.
 */
public final class LocalProvider implements CtlProvider {
    private static final Logger log = LoggerFactory.getLogger(LocalProvider.class);

    private final Facts facts;
    private final CtlFileStore store;
    private final ClusterSecurity security;
    private final CtlHistory history;
    private volatile String administrator = System.getProperty("user.name", "");
    private @Nullable CtlLock lock;

    /** What a server knows of itself and its cluster; asked at each call. */
    public interface Facts {
        /** The server's own name. */
        String name();

        /** All servers of the cluster. */
        List<ListedServer> servers() throws IOException;

        /** Its CallManager certificate. */
        X509Certificate callManager() throws IOException;

        /** Its CAPF certificate, whether CAPF runs or not. */
        Optional<X509Certificate> capf() throws IOException;

        /** Whether CAPF runs here; where it does not, no CTL file gets its certificate (spec CAPF-025). */
        default boolean servesCapf() {
            return true;
        }

        /** Whether the CTL Provider runs here; where it does not, nobody changes the CTL file (spec BR-02). */
        default boolean servesCtlClients() {
            return true;
        }

        /** The files of its CAPF certificate; made of the certificate where they lie in no directory. */
        default Optional<CapfFiles> filesOfCapf() throws IOException, ProviderException {
            return capf().map(CapfFiles::of);
        }

        /** Further directories for the CTL file (service parameter Alternate File Locations). */
        default List<Path> alternateLocations() {
            return List.of();
        }

        /** Takes over the certificate of the cluster's CAPF, which was just stored. */
        default void capfChanged() {}

        /** What still has to be restarted or reset; nothing where no node runs. */
        default PendingWork pendingWork() {
            return PendingWork.none();
        }

        /** Begins to do it and returns. */
        default void beginCatchUp() {}
    }

    /** The server with this file and this mode. */
    public LocalProvider(Facts facts, CtlFileStore store, ClusterSecurity security) {
        this.facts = facts;
        this.store = store;
        this.security = security;
        this.history = store.history();
    }

    @Override
    public String server() {
        return facts.name();
    }

    @Override
    public List<ListedServer> servers() throws ProviderException {
        return asked(facts::servers, CtlMessage.DATABASE);
    }

    @Override
    public X509Certificate callManagerCertificate() throws ProviderException {
        try {
            return facts.callManager();
        } catch (NoSuchFileException missing) {
            throw new ProviderException(CtlMessage.NO_CERTIFICATE_FILE, String.valueOf(missing.getMessage()), missing);
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.GET_CCM_CERTIFICATE_ERROR, server() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<X509Certificate> capfCertificate() throws ProviderException {
        return facts.servesCapf() ? ownCapf() : Optional.empty();
    }

    private Optional<X509Certificate> ownCapf() throws ProviderException {
        return asked(facts::capf, CtlMessage.GET_CAPF_CERTIFICATE_ERROR);
    }

    @Override
    public Optional<CapfFiles> capfFiles() throws ProviderException {
        try {
            return facts.servesCapf() ? facts.filesOfCapf() : Optional.empty();
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.GET_CAPF_FILE_ERROR, server() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Octets> ctlFile() throws ProviderException {
        return store.content();
    }

    @Override
    public CtlVersion ctlVersion() throws ProviderException {
        return ctlFile().map(CtlVersion::of).map(this::withAuthor).orElse(CtlVersion.NONE);
    }

    private CtlVersion withAuthor(CtlVersion version) {
        return version.changed(history.of(version.md5()));
    }

    @Override
    public void requireReady() throws ProviderException {
        try {
            history.open();
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.TRACE, String.valueOf(e.getMessage()), e);
        }
        try {
            security.requireUsable();
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.DATABASE, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void actFor(String name) {
        administrator = name;
    }

    @Override
    public List<String> paths() {
        return Stream.concat(Stream.of(store.file().toAbsolutePath().getParent()), facts.alternateLocations().stream())
                .map(place -> place + "/")
                .toList();
    }

    @Override
    public ClusterSecurityMode securityMode() {
        return security.mode();
    }

    @Override
    public PendingWork pendingWork() {
        return facts.pendingWork();
    }

    @Override
    public void catchUp() {
        facts.beginCatchUp();
    }

    @Override
    public synchronized void begin() throws ProviderException {
        if (!facts.servesCtlClients()) {
            throw new ProviderException(CtlMessage.NOT_REACHED, server());
        }
        lock();
    }

    private void lock() throws ProviderException {
        if (lock != null) {
            return;
        }
        try {
            Files.createDirectories(store.file().toAbsolutePath().getParent());
            lock = CtlLock.tryTake(store).orElseThrow(() -> new ProviderException(CtlMessage.BUSY, server()));
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.NOT_WRITTEN, store.file() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized List<ServerResult> postCtlFile(Octets file, boolean recreate, String base)
            throws ProviderException {
        begin();
        requireBase(file, base);
        var list = PostedFile.check(file, store.read(), recreate);
        new OwnCertificates(callManagerCertificate(), ownCapf()).requireRoles(list);
        try {
            store.write(list);
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.NOT_WRITTEN, store.file() + ": " + e.getMessage(), e);
        }
        log.atInfo()
                .addKeyValue("file", store.file())
                .addKeyValue("signer", list.header().signerName())
                .addKeyValue("records", list.records().size())
                .log("CTL file stored");
        remember(list);
        return facts.alternateLocations().stream()
                .map(place -> alternate(place, list))
                .toList();
    }

    /** A directory that cannot be written, a mounted one of another server perhaps, keeps nobody else from the file. */
    private ServerResult alternate(Path place, TrustList list) {
        var path = place + "/";
        try {
            AlternatePlace.of(place, store).write(list);
            return new ServerResult(server(), path, Optional.empty());
        } catch (ProviderException taken) {
            return notStored(path, taken);
        } catch (IOException e) {
            return notStored(path, new ProviderException(CtlMessage.ALTERNATE_PATH, path + ": " + e.getMessage(), e));
        }
    }

    private ServerResult notStored(String path, ProviderException trouble) {
        log.atWarn()
                .addKeyValue("directory", path)
                .addKeyValue("reason", trouble.text(Locale.ENGLISH))
                .log("CTL file not stored in an alternate file location");
        return new ServerResult(server(), path, Optional.of(trouble));
    }

    /** Nobody's work is lost: what was made of another file than the present one is sent back (CTL3-50). */
    private void requireBase(Octets file, String base) throws ProviderException {
        var present = presentVersion();
        if (!present.md5().equals(base)
                && !present.md5().equals(CtlVersion.of(file).md5())) {
            throw CtlRefusal.changed(present);
        }
    }

    /** The version of what lies there, even if it is no CTL file. */
    private CtlVersion presentVersion() {
        try {
            return ctlVersion();
        } catch (ProviderException unreadable) {
            return CtlVersion.NONE;
        }
    }

    private void remember(TrustList list) {
        var version = CtlVersion.of(list.encoded());
        try {
            history.add(Instant.now(), administrator, "CTL file", version.md5());
        } catch (IOException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Who changed the CTL file is not written down");
        }
    }

    /**
     * Deletes the CTL file of this server, wherever it is stored (CTL9-53). Phones keep theirs until it is erased on
     * them.
     *
     * @return the files that are gone
     */
    public synchronized List<Path> deleteCtlFile() throws ProviderException {
        lock();
        var gone = new ArrayList<Path>();
        var own = store.read() instanceof StoredCtl.Sound(var list) ? Optional.of(list) : Optional.<TrustList>empty();
        try {
            if (Files.deleteIfExists(store.file())) {
                gone.add(store.file());
            }
            for (var place : facts.alternateLocations()) {
                var copy = AlternatePlace.of(place, store);
                if (copy.delete(own)) {
                    gone.add(copy.store().file());
                }
            }
            history.add(Instant.now(), administrator, "CTL file deleted", "");
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.NOT_WRITTEN, String.valueOf(e.getMessage()), e);
        }
        log.atWarn()
                .addKeyValue("files", gone)
                .addKeyValue("administrator", administrator)
                .log("CTL file deleted");
        return gone;
    }

    @Override
    public synchronized void postCapfFiles(CapfFiles files) throws ProviderException {
        begin();
        try {
            var capf = files.certificate();
            requireNamed(capf);
            if (!facts.capf().equals(Optional.of(capf))) {
                store.capf().write(files);
                facts.capfChanged();
                log.atInfo()
                        .addKeyValue("file", store.capf().directory().resolve(files.pemName()))
                        .log("Certificate of the cluster's CAPF stored");
            }
        } catch (IOException e) {
            throw new ProviderException(
                    CtlMessage.CAPF_FILES_NOT_WRITTEN, store.capf().directory() + ": " + e.getMessage(), e);
        }
    }

    /** What phones will trust as CAPF, a token has signed; in non-secure mode the file names no certificates. */
    private void requireNamed(X509Certificate capf) throws ProviderException {
        var isNamed = switch (store.read()) {
            case StoredCtl.Sound(var list) ->
                !list.wantsSignedFiles() || list.with(Role.CAPF).anyMatch(record -> record.isFor(capf));
            case StoredCtl.None _, StoredCtl.Damaged _ -> false;
        };
        if (!isNamed) {
            throw new ProviderException(
                    CtlMessage.CERTIFICATE_INVALID,
                    "The CTL file on " + server() + " does not name " + DistinguishedNameText.subject(capf)
                            + " as CAPF");
        }
    }

    @Override
    public synchronized void setSecurityMode(ClusterSecurityMode mode) throws ProviderException {
        begin();
        if (!fits(mode, store.read())) {
            throw new ProviderException(CtlMessage.MODE_DOES_NOT_FIT, server());
        }
        try {
            security.set(mode);
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.MODE_NOT_SET, String.valueOf(e.getMessage()), e);
        }
        log.atInfo().addKeyValue("mode", mode).log("Cluster security mode set");
    }

    /** A mixed cluster has a file whose servers have certificates; a non-secure one has none such. */
    private static boolean fits(ClusterSecurityMode mode, StoredCtl present) {
        return switch (present) {
            case StoredCtl.Sound(var list) -> list.wantsSignedFiles() == (mode == ClusterSecurityMode.MIXED);
            case StoredCtl.None _, StoredCtl.Damaged _ -> false;
        };
    }

    @Override
    public synchronized void end() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                log.atWarn().addKeyValue("reason", e.getMessage()).log("The lock of the CTL file was not let go");
            }
            lock = null;
        }
    }

    @Override
    public void close() {
        end();
    }

    private <T> T asked(Question<T> question, CtlMessage otherwise) throws ProviderException {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new ProviderException(otherwise, server() + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }
}
