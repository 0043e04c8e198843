package org.keyline.ctl.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.ctl.Crafted;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.provider.TestServer;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.token.TokenException;
import org.keyline.trust.trustlist.Role;

/** Tokens that cannot be used, each with its message; the wizard asks for another one. */
class TokenMessagesTest {
    private static final CertificateProfile PROFILE = new CertificateProfile(Clock.systemUTC());
    private static final KeyMaterial ONE = PROFILE.selfSigned(new X500Name("CN=one"), List.of(), KeyType.RSA_2048);

    @TempDir
    static Path home;

    @TempDir
    Path data;

    private TestServer server;

    @BeforeAll
    static void makeToken() throws Exception {
        SoftwareToken.create(home.resolve("two.p12"), Secret.of("Office-2026"), "SAST-two", "Lab");
    }

    @BeforeEach
    void start() throws Exception {
        System.setProperty("keyline.state", data.resolve("state").toString());
        server = TestServer.alone(data.resolve("one"));
    }

    @AfterEach
    void stop() {
        server.close();
        System.clearProperty("keyline.state");
    }

    static Stream<Arguments> certificates() {
        var expired = new CertificateProfile(Clock.fixed(Instant.now().minus(Duration.ofDays(4_000)), ZoneOffset.UTC))
                .selfSigned(new X500Name("CN=old"), List.of(), KeyType.RSA_1024);
        return Stream.of(
                arguments(new byte[] {1, 2, 3}, "No Valid Server Certificate found."),
                arguments(bytes(c -> c.issuer(Crafted.noName())), "No Issuer Name in Certificate."),
                arguments(bytes(c -> c.subject(Crafted.longName())), "Invalid Subject Name length."),
                arguments(bytes(c -> c.key(Crafted.bits())), "No Public Key in Certificate."),
                arguments(bytes(c -> c.signature(0)), "No Signature."),
                arguments(bytes(c -> c.serial(BigInteger.ZERO)), "Invalid Serial Number."),
                arguments(Certificates.der(expired.certificate()), "Certificate expired."),
                arguments(bytes(c -> c.dates("20450101000000Z", "20490101000000Z")), "Certificate Date Invalid."));
    }

    private static byte[] bytes(UnaryOperator<Crafted> change) {
        return change.apply(Crafted.certificate()).der().bytes();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("certificates")
    @Spec({"CTL9-32", "CTL9-33", "CTL9-M046", "CTL9-M052", "CTL9-M057", "CTL9-M058", "CTL9-M066", "CTL9-M068"})
    void a_token_with_an_unfit_certificate_is_refused_when_it_is_inserted(byte[] certificate, String message)
            throws Exception {
        var odd = OddToken.write(data.resolve("odd.p12"), "Office-2026", Optional.of(certificate), Optional.empty());

        var administrator = run(script(mixed(), odd, Administrator.CANCEL, "Yes"));

        assertThat(administrator.told()).contains(message, "Please insert");
        assertThat(administrator.isDone()).isTrue();
    }

    @Test
    @Spec("CTL9-M071")
    void a_token_without_a_certificate_is_refused() throws Exception {
        var odd = OddToken.write(data.resolve("odd.p12"), "Office-2026", Optional.empty(), Optional.of(ONE.key()));

        assertThat(run(script(mixed(), odd, Administrator.CANCEL, "Yes")).told())
                .contains("No Certificate in Security Token.", "keyline token init");
    }

    @Test
    @Spec("CTL9-M061")
    void a_token_without_a_private_key_cannot_sign() throws Exception {
        signsNot(Optional.empty(), "No Private Key File.");
    }

    @Test
    @Spec("CTL9-M062")
    void a_token_with_the_key_of_another_certificate_cannot_sign() throws Exception {
        var other = PROFILE.selfSigned(new X500Name("CN=two"), List.of(), KeyType.RSA_2048);
        signsNot(Optional.of(other.key()), "Private Key File is not valid.");
    }

    @Test
    @Spec("CTL9-M063")
    void a_token_with_a_key_that_is_not_rsa_cannot_sign() throws Exception {
        var other = PROFILE.selfSigned(new X500Name("CN=two"), List.of(), KeyType.EC_P256);
        signsNot(Optional.of(other.key()), "Invalid Cipher for Private key.");
    }

    private void signsNot(Optional<PrivateKey> key, String message) throws Exception {
        var odd = OddToken.write(
                data.resolve("odd.p12"), "Office-2026", Optional.of(Certificates.der(ONE.certificate())), key);

        var administrator =
                run(script(mixed(), odd, "Add Tokens", home.resolve("two.p12"), "Finish", odd, "Office-2026", "Yes"));

        assertThat(administrator.told()).contains(message);
        assertThat(server.store().read()).isEqualTo(new StoredCtl.None());
    }

    @Test
    @Spec("CTL9-M013")
    void a_token_that_is_gone_when_it_shall_sign_is_waited_for() throws Exception {
        var token = data.resolve("one.p12");
        var away = data.resolve("pocket.p12");
        SoftwareToken.create(token, Secret.of("Office-2026"), "SAST-one", "Lab");

        var administrator = new Administrator(script(
                        mixed(),
                        token,
                        "Add Tokens",
                        home.resolve("two.p12"),
                        "Finish",
                        token,
                        "Office-2026",
                        "OK",
                        "Office-2026"))
                .whileThinkingOf("Finish", () -> move(token, away))
                .whileThinkingOf("OK", () -> move(away, token));
        wizard(administrator);

        assertThat(administrator.told())
                .contains("Please insert a Security Token.Click Ok when done\n", "pcscd", "CTL File created");
    }

    @Test
    @Spec({"CTL9-07", "CTL9-M070"})
    void a_module_that_does_not_work_is_told_with_the_service_to_start() throws Exception {
        var administrator =
                run(script(mixed(), "pkcs11:/nowhere/opensc-pkcs11.so#0", "x", Administrator.CANCEL, "Yes"));

        assertThat(administrator.told())
                .contains(
                        "Error Opening Security Token Store.",
                        "/nowhere/opensc-pkcs11.so",
                        "systemctl enable --now pcscd");
    }

    @Test
    @Spec({"CTL9-06", "CTL9-M105"})
    void a_locked_token_is_replaced_by_another_one() throws Exception {
        var first = data.resolve("first.p12");
        SoftwareToken.create(first, Secret.of("Office-2026"), "SAST-first", "Lab");
        var third = data.resolve("third.p12");
        SoftwareToken.create(third, Secret.of("Office-2026"), "SAST-third", "Lab");
        run(script(mixed(), first, "Add Tokens", home.resolve("two.p12"), "Finish", first, "Office-2026"));
        for (var attempt = 0; attempt < 16; attempt++) {
            assertThatThrownBy(() -> SoftwareToken.open(first, Secret.of("a wrong one")))
                    .isInstanceOf(TokenException.class);
        }

        var locked = run(script(known(), "Update", first, "Finish", "Office-2026", "Yes"));
        assertThat(locked.told()).contains("is locked and unusable");
        var administrator = run(script(
                known(),
                "Update",
                home.resolve("two.p12"),
                "Add Tokens",
                third,
                "Delete Selected",
                "SAST      CN=SAST-first",
                "Yes",
                "Finish",
                "Office-2026"));

        assertThat(administrator.told()).contains("CTL File created successfully.");
        assertThat(((StoredCtl.Sound) server.store().read()).list().with(Role.SAST))
                .extracting(record -> record.subjectName())
                .containsExactly("CN=SAST-two;OU=Security Token;O=Lab", "CN=SAST-third;OU=Security Token;O=Lab");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> known() {
        return List.of("127.0.0.1", String.valueOf(server.address().getPort()), "admin", "the right one");
    }

    private List<String> mixed() {
        return Stream.concat(known().stream(), Stream.of("Yes", "Set CallManager Cluster to Mixed"))
                .toList();
    }

    private static Administrator run(String... answers) {
        return wizard(new Administrator(answers));
    }

    private static Administrator wizard(Administrator administrator) {
        new CtlWizard(administrator, new ClientTexts(Locale.ENGLISH), KnownServers.ofUser()).run();
        return administrator;
    }

    private static String[] script(Object... parts) {
        return Stream.of(parts)
                .flatMap(part -> part instanceof List<?> list ? list.stream() : Stream.of(part))
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
