package org.keyline.bench.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.PhonePublicKey;
import org.keyline.trust.lsc.UnacceptableKeyException;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What CAPF does with the key a phone made: reads and checks it, and issues an LSC with its own RSA key of 2048 bits.
 * The TLS connection comes on top; the phone's own work, which takes minutes, does not count.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LscBenchmark {
    /** The phone's key. */
    @Param({"RSA_2048", "EC_P256"})
    private KeyType key = KeyType.RSA_2048;

    private byte[] publicKey = new byte[0];
    private LscIssuer issuer = issuer();

    /** Makes the keys of CAPF and of a phone. */
    @Setup
    public void prepare() {
        publicKey = key.generate().getPublic().getEncoded();
        issuer = issuer();
    }

    private static LscIssuer issuer() {
        var node = new NodeIdentity("bench", List.of(), "Keyline");
        return new LscIssuer(
                new CertificateProfile(Clock.systemUTC()).create(CertificatePurpose.CAPF, node, KeyType.RSA_2048), 5);
    }

    /** One LSC. */
    @Benchmark
    public X509Certificate issue() throws UnacceptableKeyException {
        return issuer.issue("SEP001122334455", PhonePublicKey.parse(publicKey, key), key);
    }
}
