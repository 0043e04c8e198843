package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.ctl.ClusterSecurity;
import org.keyline.ctl.ClusterServer;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.LocalProvider;
import org.keyline.ctl.ManualEntries;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.ListUpdate;
import org.keyline.lab.trust.Role;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListVariant;

/**
 * An administrator does one legal thing after another, in any order; phones, some of which sleep through some of it,
 * judge by the laboratory's own rules. No phone is ever locked out while a token it trusts exists and is in the file,
 * and none accepts a list it must refuse.
 */
class TrustSequencesTest {
    private static final List<SecurityToken> TOKENS = IntStream.range(0, 6)
            .mapToObj(i -> (SecurityToken) Token.make("CN=SAST-" + i))
            .toList();
    private static final SecurityToken STRANGER = Token.make("CN=SAST-stranger");
    private static final List<X509Certificate> SERVER = IntStream.range(0, 4)
            .mapToObj(i -> Token.make("CN=ccm1-" + i).certificate())
            .toList();

    @Spec({"SEC-37", "CTL9-44", "CTL9-28", "CTL3-57", "CTL3-70"})
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void no_order_of_changes_locks_a_phone_out_or_makes_it_accept_what_it_must_refuse(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 14) int changes) throws Exception {
        var cluster = new Cluster(new Random(seed));
        var awake = new Flash();
        var sleeper = new Flash();
        cluster.first();
        assertThat(cluster.offerTo(awake)).isEqualTo(ListUpdate.TAKEN_ON_FIRST_USE);
        assertThat(cluster.offerTo(sleeper)).isEqualTo(ListUpdate.TAKEN_ON_FIRST_USE);
        for (var change = 0; change < changes; change++) {
            cluster.change();
            assertThat(cluster.offerTo(awake)).isEqualTo(ListUpdate.REPLACED);
            cluster.isKnownTo(awake);
            cluster.isSafeFromForgeries(awake);
            if (cluster.random.nextInt(3) == 0) {
                cluster.wake(sleeper);
            }
            cluster.isSafeFromForgeries(sleeper);
        }
    }

    /** The administrator's side: tokens, some of them lost, the file and the mode. */
    private static final class Cluster implements ClusterSecurity, LocalProvider.Facts {
        private final Random random;
        private final CtlFileStore store;
        private final CtlUpdate update;
        private final Set<SecurityToken> named = new HashSet<>();
        private final Set<SecurityToken> lost = new HashSet<>();
        private ClusterSecurityMode mode = ClusterSecurityMode.NON_SECURE;
        private int server;

        Cluster(Random random) throws IOException {
            this.random = random;
            Path data = Files.createTempDirectory("keyline-sequences");
            data.toFile().deleteOnExit();
            store = CtlFileStore.in(data);
            update =
                    new CtlUpdate(new LocalProvider(this, store, this), TrustListVariant.OLD_PHONES, Clock.systemUTC());
        }

        void first() {
            named.addAll(List.of(TOKENS.get(0), TOKENS.get(1)));
            run(new CtlRequest(CtlChoice.MIXED_MODE, TOKENS.get(0), List.of(TOKENS.get(1)), entries()));
        }

        /** Any one legal thing. */
        void change() {
            switch (random.nextInt(6)) {
                case 0 -> add();
                case 1 -> delete();
                case 2 -> lose();
                case 3 -> renew();
                case 4 -> choose(CtlChoice.MIXED_MODE);
                default -> choose(CtlChoice.NON_SECURE_MODE);
            }
        }

        private void add() {
            var fresh = TOKENS.stream().filter(token -> !named.contains(token)).toList();
            if (fresh.isEmpty()) {
                choose(CtlChoice.UPDATE);
                return;
            }
            var signer = any(present());
            var added = any(fresh);
            lost.remove(added);
            named.add(added);
            run(new CtlRequest(CtlChoice.UPDATE, signer, List.of(added), entries()));
        }

        /** A lost token is removed; so is one nobody wants any more. Two stay. */
        private void delete() {
            var signer = any(present());
            var others = named.stream().filter(token -> !token.equals(signer)).toList();
            if (named.size() <= 2) {
                add();
                return;
            }
            var deleted = any(others);
            named.remove(deleted);
            run(new CtlRequest(CtlChoice.UPDATE, signer, List.of(), entries())
                    .with(new ManualEntries(List.of(), List.of(), List.of(deleted.certificate()))));
        }

        /** Losing the last one is what nobody survives; it does not happen here. */
        private void lose() {
            if (present().size() > 1) {
                lost.add(any(present()));
            }
            choose(CtlChoice.UPDATE);
        }

        private void renew() {
            server = (server + 1) % SERVER.size();
            choose(CtlChoice.UPDATE);
        }

        private void choose(CtlChoice choice) {
            run(new CtlRequest(choice, any(present()), List.of(), entries()));
        }

        private void run(CtlRequest request) {
            assertThat(update.run(request)).isInstanceOf(CtlOutcome.Done.class);
        }

        /** The tokens in the file that the administrator still has. */
        private List<SecurityToken> present() {
            return TOKENS.stream()
                    .filter(named::contains)
                    .filter(token -> !lost.contains(token))
                    .toList();
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        ListUpdate offerTo(Flash phone) throws IOException {
            return phone.offerCtl(Optional.of(Octets.of(Files.readAllBytes(store.file()))));
        }

        /** What the phone goes by is what the cluster is. */
        void isKnownTo(Flash phone) {
            var isMixed = mode == ClusterSecurityMode.MIXED;
            assertThat(phone.wantsSignedFiles()).isEqualTo(isMixed);
            assertThat(phone.trusts(SERVER.get(server), Role::signsFiles)).isEqualTo(isMixed);
        }

        /**
         * A phone that slept accepts the file when its signer was known to it. When it was not, a token that it knows,
         * that is in the file and is not lost, signs once more, and the phone is back.
         */
        void wake(Flash sleeper) throws IOException {
            var taken = offerTo(sleeper);
            if (taken == ListUpdate.REPLACED || taken == ListUpdate.UNCHANGED) {
                isKnownTo(sleeper);
                return;
            }
            assertThat(taken).isEqualTo(ListUpdate.REJECTED_UNKNOWN_SIGNER);
            var trusted =
                    present().stream().filter(token -> knows(sleeper, token)).findAny();
            if (trusted.isPresent()) {
                run(new CtlRequest(CtlChoice.UPDATE, trusted.get(), List.of(), entries()));
                assertThat(offerTo(sleeper)).isEqualTo(ListUpdate.REPLACED);
                isKnownTo(sleeper);
            }
        }

        private static boolean knows(Flash phone, SecurityToken token) {
            return phone.trusts(token.certificate(), role -> role == Role.SAST);
        }

        /** A list by somebody the phone does not know, and one with a bit turned over, are refused; nothing changes. */
        void isSafeFromForgeries(Flash phone) throws IOException {
            var before = phone.ctl();
            var forgers = new ArrayList<>(List.of(STRANGER));
            TOKENS.stream().filter(token -> !knows(phone, token)).forEach(forgers::add);
            var forger = any(forgers);
            assertThat(phone.offerCtl(Optional.of(forged(forger)))).isEqualTo(ListUpdate.REJECTED_UNKNOWN_SIGNER);
            var turned = Files.readAllBytes(store.file());
            turned[turned.length - 1 - random.nextInt(turned.length / 2)] ^= 1;
            assertThat(phone.offerCtl(Optional.of(Octets.of(turned))).changed()).isFalse();
            assertThat(phone.ctl()).isEqualTo(before);
        }

        /** A perfectly good list of another administrator. */
        private Octets forged(SecurityToken forger) throws IOException {
            var elsewhere = Files.createTempDirectory("keyline-forger");
            var theirs = CtlFileStore.in(elsewhere);
            var outcome = new CtlUpdate(
                            new LocalProvider(this, theirs, new ClusterSecurity() {
                                @Override
                                public ClusterSecurityMode mode() {
                                    return ClusterSecurityMode.MIXED;
                                }

                                @Override
                                public void set(ClusterSecurityMode newMode) {
                                    // theirs is mixed and stays so
                                }
                            }),
                            TrustListVariant.OLD_PHONES,
                            Clock.systemUTC())
                    .run(new CtlRequest(
                            CtlChoice.MIXED_MODE,
                            forger,
                            List.of(forger.equals(TOKENS.getFirst()) ? TOKENS.get(1) : TOKENS.getFirst()),
                            entries()));
            assertThat(outcome).isInstanceOf(CtlOutcome.Done.class);
            return Octets.of(Files.readAllBytes(theirs.file()));
        }

        private List<ClusterServer> entries() {
            return List.of(new ClusterServer(
                    new ServerName("ccm1", (Inet4Address) InetAddress.ofLiteral("192.0.2.1")),
                    SERVER.get(server),
                    Optional.empty()));
        }

        @Override
        public ClusterSecurityMode mode() {
            return mode;
        }

        @Override
        public void set(ClusterSecurityMode newMode) {
            mode = newMode;
        }

        @Override
        public String name() {
            return "ccm1";
        }

        @Override
        public List<ListedServer> servers() {
            return List.of();
        }

        @Override
        public X509Certificate callManager() {
            return SERVER.get(server);
        }

        @Override
        public Optional<X509Certificate> capf() {
            return Optional.empty();
        }
    }

    /** A token with a short key, quick to make. */
    private record Token(String name, Signer signer) implements SecurityToken {
        static Token make(String name) {
            var material = new CertificateProfile(Clock.systemUTC())
                    .selfSigned(new X500Name(name), List.of(), KeyType.RSA_1024);
            return new Token(name, Signer.of(material));
        }

        @Override
        public X509Certificate certificate() {
            return signer.certificate();
        }

        @Override
        public byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException {
            return signer.sign(digest, bytes);
        }
    }
}
