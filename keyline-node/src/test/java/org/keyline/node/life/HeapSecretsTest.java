package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.node.Patience;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;

/** The memory of a node, searched for secrets it has no use for any more. */
@Timeout(600)
class HeapSecretsTest {
    private static final String ALICE = "00DA7A0A11CE";
    private static final String BOB = "00DA7A000B0B";
    private static final String PHONES = """
            keyline: 1
            lines: [{number: "2001"}, {number: "2002"}]
            phones:
              - {name: SEP%s, model: "7962", securityMode: ENCRYPTED, certificateOperation: INSTALL_UPGRADE, lines: [{line: "2001"}]}
              - {name: SEP%s, model: "7962", securityMode: ENCRYPTED, certificateOperation: INSTALL_UPGRADE, lines: [{line: "2002"}]}
            """.formatted(ALICE, BOB);

    /** The server learns from the connection that its peer has gone, and lets go of the last request then. */
    private static final Patience WEB_CLOSES_ITS_CONNECTION =
            new Patience(Duration.ofSeconds(60), Duration.ofSeconds(1));

    @TempDir
    Path directory;

    @Test
    void after_a_sign_in_and_an_encrypted_call_neither_password_nor_media_keys_are_in_the_heap() throws Exception {
        try (var node = LiveNode.start(directory.resolve("node"))) {
            var file = Files.writeString(directory.resolve("phones.yaml"), PHONES);
            assertThat(NodeJava.run("config", "import", "--data=" + node.data(), file.toString())
                            .code())
                    .isZero();
            MixedMode.of(node, directory);
            var password = node.password();
            AdminWeb.signIn(node, password).close();
            try (var alice = phone(node, "Alice", ALICE);
                    var bob = phone(node, "Bob", BOB)) {
                alice.boots();
                bob.boots();
                emptyYoungGeneration(node);
                alice.dials("2002");
                bob.rings().answers();
                alice.hearsEncrypted(bob);
                bob.hearsEncrypted(alice);

                var keys = mediaKeys(alice, bob);
                assertThat(keys).hasSize(8);
                assertThat(found(dump(node, "-all"), keys))
                        .as("during the call")
                        .isEmpty();

                alice.hangsUp().isIdle();
                bob.isIdle();
                var secrets = new LinkedHashMap<>(keys);
                secrets.putAll(written("the password", password));
                var left = new ArrayList<String>();
                WEB_CLOSES_ITS_CONNECTION.await(() -> {
                    left.clear();
                    return !left.addAll(found(dump(node), secrets));
                });
                assertThat(left).as("after the call").isEmpty();
                assertThat(found(dump(node), written("a name that must be there", "SEP" + ALICE)))
                        .as("this search finds what there is")
                        .contains("a name that must be there as bytes");
            }
        }
    }

    private static LabPhone phone(LiveNode node, String person, String mac) {
        return LabPhone.model("7962")
                .of(person)
                .mac(mac)
                .tftp(node.at(LiveNode.TFTP))
                .patience(Duration.ofSeconds(60))
                .build();
    }

    /** Keys and salts of all streams, as the phones were told. */
    private static Map<String, byte[]> mediaKeys(LabPhone... phones) {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var phone : phones) {
            phone.messages().stream()
                    .filter(said -> !said.fromPhone())
                    .flatMap(said -> switch (said.message()) {
                        case OpenReceiveChannel open -> Stream.of(open.key());
                        case StartMediaTransmission start -> Stream.of(start.key());
                        default -> Stream.<SrtpKeyBlock>empty();
                    })
                    .filter(SrtpKeyBlock::isEncrypted)
                    .forEach(block -> {
                        keys.put("key " + keys.size() / 2 + " of " + phone.deviceName(), block.key());
                        keys.put("salt " + keys.size() / 2 + " of " + phone.deviceName(), block.salt());
                    });
        }
        return keys;
    }

    /** As it stands in strings and bytes, in arrays of characters, and in an HTTP header. */
    private static Map<String, byte[]> written(String what, String text) {
        return Map.of(
                what + " as bytes", text.getBytes(StandardCharsets.US_ASCII),
                what + " as characters", text.getBytes(StandardCharsets.UTF_16BE),
                what + " in base64", Base64.getEncoder().encode(("admin:" + text).getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Makes room, so that the collector does not move the keys of the call that follows while they are needed: the
     * place they would be moved from stays as it is until it is used again (docs/secrets-in-memory.md).
     */
    private void emptyYoungGeneration(LiveNode node) throws IOException, InterruptedException {
        jcmd(node, "GC.run");
    }

    /** The heap after a collection; with {@code -all} what is not collected yet as well. */
    private Path dump(LiveNode node, String... how) throws IOException, InterruptedException {
        var file = directory.resolve("heap" + how.length + ".hprof");
        Files.deleteIfExists(file);
        jcmd(
                node,
                Stream.of(Stream.of("GC.heap_dump"), Arrays.stream(how), Stream.of(file.toString()))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
        return file;
    }

    private static void jcmd(LiveNode node, String... order) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = Stream.concat(Stream.of(jcmd, String.valueOf(node.pid())), Arrays.stream(order))
                .toList();
        var said = Said.by(new ProcessBuilder(command));
        assertThat(said.code()).as(said.out() + said.err()).isZero();
    }

    private static List<String> found(Path dump, Map<String, byte[]> secrets) throws IOException {
        try (var channel = FileChannel.open(dump)) {
            var heap = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return secrets.entrySet().stream()
                    .filter(secret -> contains(heap, secret.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static boolean contains(ByteBuffer heap, byte[] secret) {
        for (var start = 0; start <= heap.limit() - secret.length; start++) {
            if (heap.get(start) == secret[0] && startsAt(heap, start, secret)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(ByteBuffer heap, int start, byte[] secret) {
        for (var offset = 1; offset < secret.length; offset++) {
            if (heap.get(start + offset) != secret[offset]) {
                return false;
            }
        }
        return true;
    }
}
