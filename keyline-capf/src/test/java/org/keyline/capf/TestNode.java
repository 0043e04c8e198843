package org.keyline.capf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.keyline.capf.operation.CertificateTrace;
import org.keyline.capf.operation.DatabaseOutcomes;
import org.keyline.capf.session.CapfServer;
import org.keyline.config.Configuration;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.setup.PhoneAdoption;
import org.keyline.config.store.Author;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.ExpiredMicPolicy;
import org.keyline.transport.EventLoops;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.lsc.UnacceptableKeyException;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.trust.tls.TlsProfile;

/** A node with a real database and a real CAPF port, and a clock that a test can move. */
public final class TestNode implements AutoCloseable {
    static {
        // before the JDK's TLS is first used, for the test with an old phone; servers offer only what they are told
        LegacyAlgorithms.enable();
    }

    /** The authority of the node. */
    public static final KeyMaterial CAPF = authority(CertificatePurpose.CAPF);

    /** A manufacturer whose certificate was imported. */
    public static final KeyMaterial MANUFACTURER = authority(CertificatePurpose.TVS);

    /** Somebody else. */
    public static final KeyMaterial STRANGER = authority(CertificatePurpose.CAPF);

    /** A phone's key. */
    public static final KeyPair KEY = KeyType.RSA_2048.generate();

    private static final Author ADMINISTRATOR = Author.administrator("test");

    private final MovableClock clock = new MovableClock();
    private final EventLoops loops = EventLoops.start(2);
    private final Configuration configuration;
    private final CapfService service;
    private final Path traces;
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final BlockingQueue<DeviceName> restarted = new LinkedBlockingQueue<>();

    private static final class MovableClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** Starts one whose data is in {@code folder}. */
    public TestNode(Path folder) throws IOException {
        this(folder, TlsProfile.MODERN, CapfServer.ANSWER_TIME);
    }

    /** Starts one that admits phones of this age and waits for them so long. */
    public TestNode(Path folder, TlsProfile profile, Duration answerTime) throws IOException {
        configuration = Configuration.open(Files.createDirectories(folder.resolve("database")), clock);
        configuration.legacyPhones().admit(profile == TlsProfile.LEGACY_PHONE);
        FreshDatabase.ensure(configuration.store(), "node1", "127.0.0.1", 2000);
        traces = folder.resolve("traces");
        var accepted = new PhoneCertificates(List.of(CAPF.certificate()), List.of(MANUFACTURER.certificate()));
        service = new CapfService(
                () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new CapfService.CapfNetwork(
                        loops, (alarm, parameters) -> alarms.add(alarm.name() + parameters), answerTime),
                configuration.snapshots(),
                new CapfTrust(() -> CAPF, () -> accepted.admittingExpiredMics(admitsExpiredMics()), profile),
                new CapfService.OperationStore(
                        new DatabaseOutcomes(configuration.capfOutcomes()), new CertificateTrace(traces), clock),
                restarted::add);
        service.start();
    }

    private boolean admitsExpiredMics() {
        var policy = configuration.snapshots().current().parameters().text("enterprise.expiredMics");
        return ExpiredMicPolicy.valueOf(policy).admitsToEnrolment();
    }

    public CapfService service() {
        return service;
    }

    public InetSocketAddress address() {
        return service.address();
    }

    public Configuration configuration() {
        return configuration;
    }

    public Path traces() {
        return traces;
    }

    public List<String> alarms() {
        return alarms;
    }

    /** Phones that were asked to load their configuration again. */
    public BlockingQueue<DeviceName> restarted() {
        return restarted;
    }

    public void move(Duration ahead) {
        clock.ahead = clock.ahead.plus(ahead);
    }

    /** Adds a phone; fields in pairs of name and value. */
    public TestNode with(String phone, String... fields) {
        PhoneAdoption.adopt(
                        configuration.store(),
                        new PhoneAdoption.Request(
                                phone,
                                "7962",
                                Integer.toString(1_000 + Math.floorMod(phone.hashCode(), 9_000)),
                                "",
                                values(fields)),
                        ADMINISTRATOR)
                .orThrow();
        return this;
    }

    /** Changes a phone. */
    public TestNode change(String phone, String... fields) {
        configuration
                .store()
                .change(Kinds.PHONE, phone, values(fields), ADMINISTRATOR)
                .orThrow();
        return this;
    }

    /** Sets a parameter. */
    public void set(ObjectKind kind, String field, Value value) {
        configuration.store().setParameter(kind, field, value, ADMINISTRATOR).orThrow();
    }

    /** What is set for CAPF on a phone now. */
    public CapfSettings capf(String phone) {
        return configuration
                .snapshots()
                .current()
                .phone(new DeviceName(phone))
                .orElseThrow()
                .capf();
    }

    /** Waits until it is so. */
    public CapfSettings await(String phone, Predicate<CapfSettings> condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.test(capf(phone))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not so within 10 s; it is " + capf(phone));
            }
            Thread.onSpinWait();
        }
        return capf(phone);
    }

    /** The certificates recorded for a phone. */
    public List<PhoneCertificate> certificates(String phone) {
        return configuration.phoneCertificates().of(phone);
    }

    /** A certificate of {@link #KEY} for a phone, by some authority. */
    public static KeyMaterial certificate(String phone, KeyMaterial authority) {
        return certificate(phone, authority, Clock.systemUTC());
    }

    /** The same, starting at another time; it is valid for a year. */
    public static KeyMaterial certificate(String phone, KeyMaterial authority, Clock start) {
        try {
            X509Certificate certificate = new LscIssuer(authority, 1, CertificateSignature.SHA256, start)
                    .issue(phone, KEY.getPublic(), KeyType.RSA_2048);
            return new KeyMaterial(KEY.getPrivate(), certificate);
        } catch (UnacceptableKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Value> values(String... fields) {
        var values = new HashMap<String, Value>();
        for (var index = 0; index < fields.length; index += 2) {
            values.put(fields[index], value(fields[index], fields[index + 1]));
        }
        return values;
    }

    private static Value value(String field, String text) {
        var read = Kinds.PHONE.field(field).orElseThrow().type().read(text);
        if (read instanceof Reading.Good(var value)) {
            return value;
        }
        throw new IllegalArgumentException(field + " cannot be " + text);
    }

    private static KeyMaterial authority(CertificatePurpose purpose) {
        var node = new NodeIdentity("node1", List.of(InetAddress.getLoopbackAddress()), "Lab");
        return new CertificateProfile(Clock.systemUTC()).create(purpose, node, KeyType.RSA_2048);
    }

    @Override
    public void close() {
        service.stop();
        configuration.close();
        loops.close();
    }
}
