package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.node.secure.Given;
import org.keyline.node.secure.Secure;
import org.keyline.spec.Spec;

/**
 * A system is secured, phones enrol by strings and call; then everything that was written down is searched for every
 * secret that was used.
 */
@Timeout(400)
class SecretsTest {
    private static final String TOKENS = "Correct-Horse-Battery-91";
    private static final String PASSPHRASE = "four-Words-for-This-43";
    private static final Pattern STRING = Pattern.compile("(?m)^ {2}(SEP[0-9A-F]{12}) {2}(\\d{8})$");

    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().whosePhonesComeBack().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @TempDir
    Path elsewhere;

    @Test
    @Spec("SEC-26")
    void nothing_that_was_written_down_holds_a_secret_that_was_used() throws Exception {
        try (var log = LogOfAll.begin()) {
            var phones = SITE.boot("alice", "bob");
            var password = SITE.renewsPassword();
            var strings = secures(phones, password);
            var alice = phones.getFirst();
            var bob = phones.getLast();
            alice.dials("2002");
            bob.rings().answers();
            alice.hearsEncrypted(bob);
            alice.hangsUp().isIdle();
            bob.isIdle();
            SITE.sets(
                    "bob",
                    "certificateOperation: DELETE",
                    "authenticationMode: BY_AUTHENTICATION_STRING",
                    "authenticationString: \"73915028\"");

            var secrets = new LinkedHashMap<String, List<String>>();
            secrets.put("the administrator's password", List.of(password));
            secrets.put("the tokens' password", List.of(TOKENS));
            secrets.put("the backup's passphrase", List.of(PASSPHRASE));
            secrets.put("authentication strings", with(strings, "73915028"));
            secrets.put("media keys", Keys.written(alice, bob));
            secrets.put("private keys", privateKeys());
            assertThat(secrets.values()).allSatisfy(some -> assertThat(some).isNotEmpty());
            for (var place : written(log, alice, bob).entrySet()) {
                for (var secret : secrets.entrySet()) {
                    assertThat(secret.getValue())
                            .as("%s in %s", secret.getKey(), place.getKey())
                            .noneMatch(place.getValue()::contains);
                }
            }
        }
    }

    private static List<String> with(List<String> strings, String more) {
        return Stream.concat(strings.stream(), Stream.of(more)).toList();
    }

    /** The guide secures everything; the users type the strings it shows. */
    private List<String> secures(List<LabPhone> phones, String password) throws IOException {
        var places = new ArrayDeque<>(List.of("one.p12", "two.p12"));
        var typed = new ArrayList<String>();
        var administrator = new Securing();
        administrator
                .answers("Password of admin", password)
                .answers(
                        "File, or",
                        () -> elsewhere
                                .resolve(Objects.requireNonNull(places.poll()))
                                .toString())
                .answers(".p12", TOKENS)
                .answers("How does a phone prove", Securing.BY_STRING)
                .answers("[Do it now", () -> {
                    if (typed.isEmpty()) {
                        typed.addAll(types(administrator.told(), phones));
                    }
                    return Securing.DO_IT;
                })
                .answers("An encrypted call was made", "Not now")
                .answers("The tokens are off this machine", "Not now")
                .answers(
                        "File or directory",
                        Files.createDirectory(elsewhere.resolve("saved")).toString())
                .answers("Passphrase of the backup", PASSPHRASE)
                .answers("The passphrase of the backup once more", PASSPHRASE);
        new Secure(SITE.data(), Given.nothing("admin"), Locale.ENGLISH)
                .guide(administrator, trouble -> "trouble: " + trouble);
        assertThat(typed).as(administrator.told()).hasSize(2);
        assertThat(administrator.told()).contains("Still open: 2.").doesNotContain("trouble:");
        return typed;
    }

    private static List<String> types(String told, List<LabPhone> phones) {
        var typed = new ArrayList<String>();
        STRING.matcher(told).results().forEach(shown -> {
            typed.add(shown.group(2));
            phones.stream()
                    .filter(phone -> phone.deviceName().equals(shown.group(1)))
                    .forEach(phone -> phone.isRegistered()
                            .entersAuthenticationString(shown.group(2))
                            .hasLsc());
        });
        return typed;
    }

    /** Parts of every private key of the node and of the tokens, in each form it might be written. */
    private static List<String> privateKeys() throws IOException {
        var parts = new ArrayList<String>();
        try (var files = Files.list(SITE.data().resolve("certificates"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".pem")).toList()) {
                var text = Files.readString(file);
                var begin = text.indexOf("PRIVATE KEY-----") + 16;
                var body =
                        text.substring(begin, text.indexOf("-----END", begin)).strip();
                var der = Base64.getMimeDecoder().decode(body);
                // The secret numbers are at the end; the beginning of every RSA key is alike.
                var tail = Arrays.copyOfRange(der, der.length - 32, der.length - 8);
                parts.add(
                        body.lines().skip(body.lines().count() / 2).findFirst().orElseThrow());
                parts.add(HexFormat.of().formatHex(tail));
                parts.add(HexFormat.of().withUpperCase().formatHex(tail));
                parts.add(new String(tail, StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    /** Everything a running system writes but the keys' own files and the database. */
    private Map<String, String> written(LogOfAll log, LabPhone alice, LabPhone bob) throws IOException {
        var places = new LinkedHashMap<String, String>();
        places.put("the log", log.text());
        places.put(
                "the trace",
                SITE.node().trace().device(alice.deviceName()).toString()
                        + SITE.node().trace().device(bob.deviceName()));
        places.put("the alarms", SITE.alarms().toString());
        places.put("the export", SITE.node().configuration().file().exportWithoutSecrets(Locale.ENGLISH));
        places.put("the objects", SITE.node().configuration().store().listAll().toString());
        places.put(
                "the changes",
                SITE.node().configuration().store().newestChanges(1_000).toString());
        for (var directory : List.of(SITE.data(), elsewhere.resolve("saved"))) {
            try (var files = Files.walk(directory)) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(one -> !one.toString().matches(".*(\\.pem|\\.db|\\.db-wal|\\.db-shm|\\.lock)"))
                        .toList()) {
                    places.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(places.keySet()).anyMatch(place -> place.endsWith(".klb"));
        assertThat(places.keySet()).anyMatch(place -> place.contains("capf"));
        return places;
    }
}
