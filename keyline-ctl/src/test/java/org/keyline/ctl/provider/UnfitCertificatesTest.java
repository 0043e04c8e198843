package org.keyline.ctl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.ctl.CertificateCheck;
import org.keyline.ctl.Crafted;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Cluster;
import org.keyline.ctl.client.Greeting;
import org.keyline.ctl.client.KnownServers;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/** Certificates that servers give and that cannot go into a CTL file, each with its message. */
class UnfitCertificatesTest {
    static Stream<Arguments> certificates() {
        var cut = Crafted.certificate().der().bytes();
        return Stream.of(
                arguments("nonsense", Octets.of(new byte[] {1, 2, 3}), "Server Certificate is Invalid."),
                arguments("cut", Octets.of(Arrays.copyOf(cut, cut.length - 1)), "Server Certificate is Invalid."),
                arguments("no issuer", crafted(c -> c.issuer(Crafted.noName())), "No Issuer Name in Certificate."),
                arguments("issuer is no text", crafted(c -> c.issuer(Crafted.noText())), "Issuer name is not valid."),
                arguments(
                        "issuer is blank", crafted(c -> c.issuer(new X500Name("CN=\\ "))), "Issuer name is not valid."),
                arguments("long issuer", crafted(c -> c.issuer(Crafted.longName())), "Invalid Issuer Name length."),
                arguments("no subject", crafted(c -> c.subject(Crafted.noName())), "No Subject Name in Certificate."),
                arguments(
                        "subject is no text", crafted(c -> c.subject(Crafted.noText())), "Subject name is not valid."),
                arguments("long subject", crafted(c -> c.subject(Crafted.longName())), "Invalid Subject Name length."),
                arguments("no key", crafted(c -> c.key(Crafted.bits())), "No Public Key in Certificate."),
                arguments("no RSA key", crafted(c -> c.key(Crafted.bits((byte) 5))), "Public Key is not valid."),
                arguments("small RSA key", crafted(c -> c.key(Crafted.rsa(32))), "Public Key is not valid."),
                arguments("large RSA key", crafted(c -> c.key(Crafted.rsa(520))), "Invalid Public Key length."),
                arguments("long signature", crafted(c -> c.signature(1025)), "Invalid Signature length."),
                arguments("no signature", crafted(c -> c.signature(0)), "No Signature."),
                arguments(
                        "MD5",
                        crafted(c -> c.algorithm(PKCSObjectIdentifiers.md5WithRSAEncryption)),
                        "Invalid Signature Algorithm."),
                arguments("serial 0", crafted(c -> c.serial(BigInteger.ZERO)), "Invalid Serial Number."),
                arguments("negative serial", crafted(c -> c.serial(BigInteger.TEN.negate())), "Invalid Serial Number."),
                arguments(
                        "long serial",
                        crafted(c -> c.serial(BigInteger.ONE.shiftLeft(4 * 256))),
                        "Invalid Serial Number length."),
                arguments(
                        "dates exchanged",
                        crafted(c -> c.dates("20490101000000Z", "20200101000000Z")),
                        "Certificate Date Invalid."),
                arguments("another certificate", crafted(c -> c), "Invalid Thumbprint."));
    }

    private static Octets crafted(UnaryOperator<Crafted> change) {
        return change.apply(Crafted.certificate()).der();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    @Spec({
        "CTL9-32",
        "CTL9-33",
        "CTL9-M048",
        "CTL9-M049",
        "CTL9-M052",
        "CTL9-M053",
        "CTL9-M054",
        "CTL9-M055",
        "CTL9-M056",
        "CTL9-M057",
        "CTL9-M058",
        "CTL9-M059",
        "CTL9-M060",
        "CTL9-M064",
        "CTL9-M065",
        "CTL9-M066",
        "CTL9-M067",
        "CTL9-M068",
        "CTL9-M069"
    })
    void is_refused_with_what_is_wrong_and_what_to_do(String name, Octets der, String message) throws Exception {
        try (var server =
                        OddServer.answering(_ -> Optional.of(new ProviderMessage.CertificateAnswer(Optional.of(der))));
                var client = server.client()) {
            assertThatThrownBy(client::callManagerCertificate)
                    .isInstanceOfSatisfying(ProviderException.class, refused -> {
                        assertThat(refused.reason().text()).isEqualTo(message);
                        assertThat(refused.reason().mend(Locale.ENGLISH)).isPresent();
                        assertThat(refused.reason().mend(Locale.JAPANESE)).isPresent();
                    });
        }
    }

    @Test
    @Spec("CTL9-33")
    void what_just_keeps_to_the_limits_is_taken() throws Exception {
        var serial = BigInteger.ONE.shiftLeft(4 * 256).subtract(BigInteger.ONE);
        var der = crafted(c -> c.serial(serial).key(Crafted.rsa(490)).signature(1024));

        assertThat(CertificateCheck.read(der, CertificateCheck.Bearer.SERVER).getSerialNumber())
                .isEqualTo(serial);
    }

    @Test
    @Spec("CTL9-M047")
    void a_server_without_a_certificate_file_says_so() throws Exception {
        try (var server =
                        OddServer.answering(_ -> Optional.of(new ProviderMessage.CertificateAnswer(Optional.empty())));
                var client = server.client()) {
            assertThatThrownBy(client::callManagerCertificate)
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            refused ->
                                    assertThat(refused.reason().text()).isEqualTo("No Server Certificate File found."));
        }
    }

    @Test
    @Spec({"CTL9-21", "CTL9-M027"})
    void the_server_whose_certificate_cannot_be_fetched_is_named() throws Exception {
        try (var server = OddServer.answering(request -> Optional.of(
                request instanceof ProviderMessage.GetServerList
                        ? new ProviderMessage.ServerList(List.of(new ListedServer("other", "127.0.0.1", 2444)))
                        : request instanceof ProviderMessage.GetCallManagerCertificate
                                ? new ProviderMessage.CertificateAnswer(
                                        Optional.of(crafted(c -> c.issuer(Crafted.noName()))))
                                : new ProviderMessage.Done()))) {
            var login = new ServerLogin("127.0.0.1", server.address().getPort(), "admin", Secret.of("the right one"));
            var greeting = new Greeting(new KnownServers(Path.of("/dev/null/nowhere")), (_, _, _) -> true);
            assertThatThrownBy(() -> Cluster.open(login, greeting))
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            refused -> assertThat(refused.text(Locale.ENGLISH))
                                    .contains(
                                            "Could not get CallManager Certificate from server other\n",
                                            "Is there a network connection to the server?",
                                            "No Issuer Name in Certificate."));
        }
    }
}
