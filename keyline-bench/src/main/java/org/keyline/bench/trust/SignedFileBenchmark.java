package org.keyline.bench.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.setup.PhoneAdoption;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.store.Author;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.tftp.ServedFile;
import org.keyline.tftp.files.FileStore;
import org.keyline.tftp.files.PhoneFiles;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A phone's signed configuration file, from the name asked for to the bytes to be sent: built and signed for the first
 * time, and found again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignedFileBenchmark {
    private static final String PHONE = "SEP001122334455";
    private static final String NODE = "bench";
    private static final InetAddress ASKER = InetAddress.getLoopbackAddress();

    /** The digest of the signature. */
    @Param({"SHA1", "SHA512"})
    private String digest = "SHA1";

    /** How the file is asked for: signed, or encrypted for the phone and signed. */
    @Param({".cnf.xml.sgn", ".cnf.xml.enc.sgn"})
    private String form = ".cnf.xml.sgn";

    private Optional<Site> site = Optional.empty();

    /** What the files are made from. */
    private record Site(Path directory, Configuration configuration, NodeCertificates certificates, PhoneFiles warm) {}

    /** A mixed cluster with one phone. */
    @Setup
    public void prepare() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("keyline-bench-files");
        var configuration = Configuration.open(directory, Clock.systemUTC());
        FreshDatabase.ensure(configuration.store(), NODE, "127.0.0.1", 2000);
        var administrator = Author.administrator(NODE);
        var request = new PhoneAdoption.Request(PHONE, "7962", "1000", "", Map.of());
        PhoneAdoption.adopt(configuration.store(), request, administrator).orThrow();
        var store = configuration.store();
        store.setParameter(Kinds.get("tftp"), "signatureDigest", Value.of(digest), administrator)
                .orThrow();
        store.change(Kinds.PHONE, PHONE, Map.of("securityMode", Value.of("ENCRYPTED")), administrator)
                .orThrow();
        var encrypts = Value.of(form.contains(".enc."));
        store.setParameter(Kinds.get("tftp"), "encryptedConfiguration", encrypts, administrator)
                .orThrow();
        store.setParameter(Kinds.get("enterprise"), "clusterSecurityMode", Value.of("MIXED"), Author.ctlClient())
                .orThrow();
        while (!isReady(configuration.snapshots().current())) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        var certificates = NodeCertificates.openOrCreate(
                directory.resolve("certificates"), new NodeIdentity(NODE, List.of(ASKER), "Keyline"));
        var made = new Site(directory, configuration, certificates, files(directory, configuration, certificates));
        site = Optional.of(made);
    }

    private boolean isReady(ConfigSnapshot snapshot) {
        return snapshot.clusterSecurityMode() == ClusterSecurityMode.MIXED
                && snapshot.parameters().text("tftp.signatureDigest").equals(digest);
    }

    private static PhoneFiles files(Path directory, Configuration configuration, NodeCertificates certificates) {
        var store = new FileStore(directory, directory, () -> certificates, Clock.systemUTC());
        var phone = certificates.of(CertificatePurpose.TVS).certificate();
        return new PhoneFiles(
                configuration.snapshots(), NODE, new WaitingPhones(Clock.systemUTC()), store, _ -> Optional.of(phone));
    }

    /** Closes the database and removes it. */
    @TearDown
    public void tidy() throws IOException {
        var used = site.orElseThrow();
        used.configuration().close();
        try (var paths = Files.walk(used.directory())) {
            paths.sorted((one, other) -> other.compareTo(one))
                    .forEach(path -> path.toFile().delete());
        }
    }

    /** Built and signed. */
    @Benchmark
    public Optional<ServedFile> cold() {
        var used = site.orElseThrow();
        return files(used.directory(), used.configuration(), used.certificates())
                .find(PHONE + form, ASKER);
    }

    /** Asked for again. */
    @Benchmark
    public Optional<ServedFile> cached() {
        return site.orElseThrow().warm().find(PHONE + form, ASKER);
    }
}
