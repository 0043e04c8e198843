package org.keyline.tftp.files;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.server.Node;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.tftp.FileSource;
import org.keyline.tftp.ServedFile;
import org.keyline.tftp.configuration.DefaultConfiguration;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.trustlist.UnfitTrustListException;

/**
 * Answers every name a phone asks for, from the configuration as it is at that moment. What a transfer sends is one
 * snapshot: content and signature belong together.
 */
public final class PhoneFiles implements FileSource {
    /** These carry the vendor's own signature inside, or none of this kind. */
    private static final Set<String> NEVER_SIGNED = Set.of("loads", "sbn", "bin", "tlv", "sgn");

    /** What all forms together may take in memory: both forms of 30,000 encrypted phones fit, at about 3 KiB each. */
    private static final long KEPT = 192L * 1024 * 1024;

    private final SnapshotSource configuration;
    private final String nodeName;
    private final WaitingPhones waiting;
    private final ConfigurationFiles configurations;
    private final SignedForms signed;
    private final CtlFiles ctl;
    private final ItlFiles itl;
    private final SharedFiles shared;
    private final FileCounts counts = new FileCounts();

    /**
     * Files of a node.
     *
     * @param nodeName the name of this node in the configuration
     * @param waiting where unknown phones are listed
     * @param store where certificates, lists and static files are
     * @param certificates what is known of phones' certificates
     */
    public PhoneFiles(
            SnapshotSource configuration,
            String nodeName,
            WaitingPhones waiting,
            FileStore store,
            KnownCertificates certificates) {
        this.configuration = configuration;
        this.nodeName = nodeName;
        this.waiting = waiting;
        var saved = new SavedForms(store.state().resolve("signed"));
        var turns = new SigningTurns();
        var kept = new BoundedCache<FormKey>(KEPT);
        this.signed = new SignedForms(store.certificates(), kept, saved, turns, store.clock(), counts.signed());
        var encrypted = new EncryptedForms(store.certificates(), kept, turns, store.clock(), counts);
        this.configurations = new ConfigurationFiles(certificates, signed, encrypted);
        this.ctl = new CtlFiles(store.files());
        this.itl = new ItlFiles(store.certificates(), store.state(), store.clock());
        this.shared = new SharedFiles(store.files());
    }

    /** What was made since the start. */
    public FileCounts counts() {
        return counts;
    }

    /**
     * From now on makes the signed files of all phones after each change that alters them all, before the phones ask;
     * the handle ends it.
     */
    public AutoCloseable signAhead() {
        return configuration.onChange(new SigningAhead(configuration, this::make, KEPT));
    }

    private long make(ConfigSnapshot snapshot, Phone phone) {
        var bytes = 0L;
        try {
            for (var form : new FileRequest.Form[] {FileRequest.Form.SIGNED, FileRequest.Form.ENCRYPTED}) {
                var request = new FileRequest.Configuration(phone.name(), form);
                bytes += configurations
                        .find(snapshot, node(snapshot), phone, request)
                        .map(BoundedCache::cost)
                        .orElse(0);
            }
        } catch (SigningException | IOException failed) {
            throw new IllegalStateException("The signed file of " + phone.name() + " could not be made", failed);
        }
        return SigningPolicy.keepsInMemory(snapshot) ? bytes : 0;
    }

    @Override
    public Optional<ServedFile> find(String name, InetAddress asker) {
        var snapshot = configuration.current();
        try {
            return switch (FileRequest.of(name)) {
                case FileRequest.Configuration request -> configuration(snapshot, request, asker);
                case FileRequest.CertificateTrustList _ -> ctl.find();
                case FileRequest.InitialTrustList(var device) -> initialTrustList(snapshot, device);
                case FileRequest.Default(var form) ->
                    inForm(snapshot, name, form, Optional.of(ServedFile.of(DefaultConfiguration.of(snapshot))));
                case FileRequest.Shared(var content, var form) -> shared(snapshot, name, content, form);
            };
        } catch (SigningException | UnfitTrustListException | IOException failed) {
            throw new IllegalStateException("Phone file " + name + " could not be made", failed);
        }
    }

    private Optional<ServedFile> configuration(
            ConfigSnapshot snapshot, FileRequest.Configuration request, InetAddress asker)
            throws SigningException, IOException {
        var phone = snapshot.phone(request.device());
        if (phone.isEmpty()) {
            waiting.knocked(request.device().text(), asker.getHostAddress(), "TFTP", 0);
            return Optional.empty();
        }
        return configurations.find(snapshot, node(snapshot), phone.get(), request);
    }

    /**
     * Phones of a cluster that was never mixed get no ITL: they shall believe the first CTL file. Those of a cluster
     * that no longer is get an emptied one beside the emptied CTL, or they would ask for signed files for ever.
     */
    private Optional<ServedFile> initialTrustList(ConfigSnapshot snapshot, Optional<DeviceName> device)
            throws IOException, SigningException, UnfitTrustListException {
        if (!SigningPolicy.signs(snapshot) && ctl.find().isEmpty()) {
            return Optional.empty();
        }
        Optional<Phone> phone = device.flatMap(snapshot::phone);
        var variant = phone.map(known -> SigningPolicy.variant(snapshot, known))
                .orElseGet(() -> SigningPolicy.variant(snapshot));
        return Optional.of(itl.of(node(snapshot), variant, snapshot.clusterSecurityMode()));
    }

    private Optional<ServedFile> shared(ConfigSnapshot snapshot, String asked, String name, FileRequest.Form form)
            throws SigningException, IOException {
        var isSignable = !NEVER_SIGNED.contains(name.substring(name.lastIndexOf('.') + 1));
        if (form == FileRequest.Form.SIGNED && !isSignable) {
            return Optional.empty();
        }
        return inForm(snapshot, asked, form, shared.find(name, snapshot));
    }

    private Optional<ServedFile> inForm(
            ConfigSnapshot snapshot, String asked, FileRequest.Form form, Optional<ServedFile> content)
            throws SigningException, IOException {
        if (form == FileRequest.Form.PLAIN || content.isEmpty()) {
            return content;
        }
        return SigningPolicy.signs(snapshot)
                ? Optional.of(signed.of(asked, content.get(), digest(snapshot), SigningPolicy.keepsInMemory(snapshot)))
                : Optional.empty();
    }

    private static SignatureDigest digest(ConfigSnapshot snapshot) {
        return SigningPolicy.variant(snapshot).digest();
    }

    private Node node(ConfigSnapshot snapshot) {
        var node = snapshot.nodes().get(nodeName);
        if (node == null) {
            throw new IllegalStateException("This node is not in the configuration: " + nodeName);
        }
        return node;
    }
}
