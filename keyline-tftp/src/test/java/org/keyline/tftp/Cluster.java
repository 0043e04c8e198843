package org.keyline.tftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.NumberPlan;
import org.keyline.config.snapshot.Parameters;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneHardening;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.Subscription;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.model.server.SrstFallback;
import org.keyline.model.server.SrstReference;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.tftp.files.FileStore;
import org.keyline.tftp.files.PhoneFiles;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;

/** A cluster of one node for tests: its configuration can be changed, its files asked for. */
public final class Cluster implements SnapshotSource {
    /** When everything is signed. */
    public static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    /** A phone that can do everything. */
    public static final PhoneModel MODEL_7962 = model(404, "7962", PhoneModel.Family.JAVA);

    /** A phone that never learnt SHA-512. */
    public static final PhoneModel MODEL_7960 = model(7, "7960", PhoneModel.Family.CLASSIC);

    /** Made once for all tests: keys take their time. */
    private static final NodeCertificates CERTIFICATES = makeCertificates();

    private final Path data;
    private final NodeCertificates certificates;
    private final WaitingPhones waiting = new WaitingPhones(Clock.systemUTC());
    private final Map<DeviceName, X509Certificate> known = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Phone> phones = new ArrayList<>();
    private final List<Consumer<ConfigSnapshot>> listeners = new ArrayList<>();
    private long revision = 1;
    private boolean autoRegistration;
    private String timeZone = "Asia/Tokyo";
    private SrstFallback srst = new SrstFallback.Disabled();
    private Map<String, SrstReference> references = Map.of();

    /** A cluster whose files are in {@code data}; a non-secure one. */
    public Cluster(Path data) throws Exception {
        this.data = data;
        Files.createDirectories(data.resolve("tftp"));
        certificates = CERTIFICATES;
        List.of(
                        "authenticationUrl",
                        "directoryUrl",
                        "idleUrl",
                        "informationUrl",
                        "messagesUrl",
                        "servicesUrl",
                        "proxyServerUrl")
                .forEach(url -> parameters.put("enterprise." + url, ""));
        parameters.put("enterprise.idleTimeout", "0");
        parameters.put("enterprise.capfPhonePort", "3804");
        parameters.put("enterprise.connectionMonitorDuration", "120");
        parameters.put("enterprise.clusterSecurityMode", "NON_SECURE");
        parameters.put("enterprise.deviceSecurityMode", "NON_SECURE");
        parameters.put("tvs.port", "2445");
        parameters.put("ipPhoneServices.plainHttp", "false");
        parameters.put("ipPhoneServices.httpPort", "8080");
        parameters.put("ipPhoneServices.https", "false");
        parameters.put("ipPhoneServices.httpsPort", "8444");
        parameters.put("tftp.signatureDigest", "SHA1");
        parameters.put("tftp.encryptedConfiguration", "false");
        parameters.put("tftp.cachingEnabled", "true");
        parameters.put("callmanager.t302", "15000");
    }

    /** Where the phones' files are. */
    public Path directory() {
        return data.resolve("tftp");
    }

    public NodeCertificates certificates() {
        return certificates;
    }

    public WaitingPhones waiting() {
        return waiting;
    }

    /** Sets a parameter. */
    public Cluster set(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Goes to mixed mode. */
    public Cluster mixed() {
        return set("enterprise.clusterSecurityMode", "MIXED");
    }

    public Cluster autoRegistering() {
        autoRegistration = true;
        return this;
    }

    /** Its device pool goes to the default gateway when no node answers. */
    public Cluster fallsBackToDefaultGateway() {
        srst = new SrstFallback.DefaultGateway();
        return this;
    }

    /** Its device pool goes to this gateway when no node answers. */
    public Cluster fallsBackTo(SrstReference reference) {
        srst = new SrstFallback.Reference(reference.name());
        references = Map.of(reference.name(), reference);
        return this;
    }

    public Cluster in(String zone) {
        timeZone = zone;
        return this;
    }

    /** Adds a phone, or puts it in the place of one with the same name. */
    public Cluster with(Phone phone) {
        phones.removeIf(old -> old.name().equals(phone.name()));
        phones.add(phone);
        return this;
    }

    /** The node learns a phone's certificate. */
    public Cluster knows(String phone, X509Certificate certificate) {
        known.put(new DeviceName(phone), certificate);
        return this;
    }

    /** A phone with nothing pending. */
    public static Phone phone(String name, PhoneModel model, DeviceSecurityMode mode) {
        return phone(name, model, mode, CapfSettings.NONE, "");
    }

    /** A phone. */
    public static Phone phone(String name, PhoneModel model, DeviceSecurityMode mode, CapfSettings capf, String load) {
        return phone(name, model, new PhoneSecurity(mode, capf), new PhoneSoftware(load, "en", PhoneHardening.NONE));
    }

    private static Phone phone(String name, PhoneModel model, PhoneSecurity security, PhoneSoftware software) {
        return new Phone(
                new DeviceName(name),
                "",
                model,
                Placement.in("Default"),
                security,
                List.of(),
                List.of(),
                KeyAssignment.NONE,
                software,
                CallFeatures.USUAL,
                Subscription.NONE);
    }

    /** A phone with functions switched off. */
    public static Phone hardened(String name, PhoneHardening hardening) {
        return hardened(name, hardening, MODEL_7962);
    }

    /** A phone of that model with functions switched off. */
    public static Phone hardened(String name, PhoneHardening hardening, PhoneModel model) {
        return phone(
                name, model, PhoneSecurity.of(DeviceSecurityMode.NON_SECURE), new PhoneSoftware("", "en", hardening));
    }

    /** Tells those who follow the configuration what was changed so far. */
    public void announce() {
        revision++;
        List.copyOf(listeners).forEach(listener -> listener.accept(current()));
    }

    /** The files of this cluster, as a node that has just started serves them. */
    public PhoneFiles files() {
        return files(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The same by another clock. */
    public PhoneFiles files(Clock clock) {
        var store = new FileStore(directory(), data.resolve("state"), () -> certificates, clock);
        return new PhoneFiles(this, "node1", waiting, store, name -> Optional.ofNullable(known.get(name)));
    }

    @Override
    public ConfigSnapshot current() {
        return new ConfigSnapshot(
                revision,
                Map.of("node1", new Node("node1", "127.0.0.1", 2000)),
                Map.of("Default", new CallManagerGroup("Default", List.of("node1"), autoRegistration)),
                references,
                Map.of("Default", new DevicePool("Default", "Default", "Default", "Y/M/D", timeZone, srst)),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                phones.stream().collect(Collectors.toMap(Phone::name, phone -> phone)),
                NumberPlan.EMPTY,
                new Parameters(parameters));
    }

    @Override
    public Following onChange(Consumer<ConfigSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static NodeCertificates makeCertificates() {
        try {
            var identity = new NodeIdentity("node1", List.of(InetAddress.getLoopbackAddress()), "Lab");
            return NodeCertificates.openOrCreate(Files.createTempDirectory("certificates"), identity);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static PhoneModel model(int type, String name, PhoneModel.Family family) {
        var features = Stream.of(SecurityFeature.values())
                .filter(feature -> family == PhoneModel.Family.JAVA
                        || (feature != SecurityFeature.MIC && feature != SecurityFeature.ENCRYPTED_CONFIGURATION))
                .collect(Collectors.toSet());
        return new PhoneModel(type, name, family, 6, Set.copyOf(features));
    }
}
