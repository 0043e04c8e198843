package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.files.Octets;
import org.keyline.lab.firmware.Vendor;

/** An administrator lays firmware where phones fetch it. */
@Timeout(200)
class FirmwareCommandTest {
    private static final Vendor VENDOR = Vendor.named("Image Signer");
    private static final byte[] IMAGE = "image".repeat(1_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    private Path save(String name, byte[] content) throws Exception {
        return Files.write(directory.resolve(name), content);
    }

    private static byte[] bytes(Map<String, Octets> load, String name) {
        return Objects.requireNonNull(load.get(name)).toArray();
    }

    @Test
    void whole_files_are_laid_there_unchanged_and_broken_ones_are_named_with_what_is_wrong() throws Exception {
        var data = directory.resolve("node");
        try (var node = LiveNode.start(data)) {
            node.kill();
        }
        var load = VENDOR.load("SCCP42.new", IMAGE);
        var loads = save("SCCP42.new.loads", bytes(load, "SCCP42.new.loads"));
        var image = save("SCCP42.new.sbn", bytes(load, "SCCP42.new.sbn"));
        var signer = save("signer.cer", VENDOR.certificate().getEncoded());

        var added = NodeJava.run(
                "firmware", "add", "--data=" + data, "--signer=" + signer, loads.toString(), image.toString());
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out())
                .contains("SCCP42.new.sbn  ", "signed by CN=Image Signer;O=Lab  SHA512", "The signature is right.")
                .contains("To use it: set the load of a phone to SCCP42.new");
        assertThat(data.resolve("tftp").resolve("SCCP42.new.sbn")).hasBinaryContent(bytes(load, "SCCP42.new.sbn"));
        var listed = NodeJava.run("firmware", "list", "--data=" + data);
        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("SCCP42.new.loads  ", "SCCP42.new.sbn  ");

        refusesBroken(data, load, signer);
        var japanese = NodeJava.runIn("ja", "firmware", "add", "--data=" + data, signer.toString());
        assertThat(japanese.err()).contains("ファームウェアのファイルではありません");
    }

    private void refusesBroken(Path data, Map<String, Octets> load, Path signer) throws Exception {
        var whole = bytes(load, "SCCP42.new.sbn");
        var tampered = whole.clone();
        tampered[tampered.length - 10] ^= 1;
        var headless = new byte[whole.length - 4];
        System.arraycopy(whole, 4, headless, 0, headless.length);
        var header = new byte[whole.length - IMAGE.length];
        System.arraycopy(whole, 0, header, 0, header.length);
        var other = Files.createDirectory(directory.resolve("broken"));
        for (var broken : Map.of(
                        "renamed.sbn", Map.entry(whole, "take it only as SCCP42.new.sbn"),
                        "readme.txt", Map.entry(whole, "is no firmware file"),
                        "headless.sbn", Map.entry(headless, "does not begin with a vendor's signature"),
                        "SCCP42.new.sbn", Map.entry(tampered, "was changed"))
                .entrySet()) {
            var file = Files.write(
                    other.resolve(broken.getKey()), broken.getValue().getKey());
            var said = NodeJava.run("firmware", "add", "--data=" + data, "--signer=" + signer, file.toString());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err())
                    .contains(broken.getValue().getValue(), "Nothing was laid where phones fetch it.")
                    .doesNotContain("\tat ");
        }
        var cut = Files.write(other.resolve("SCCP42.new.sbn"), header);
        assertThat(NodeJava.run("firmware", "add", "--data=" + data, cut.toString())
                        .err())
                .contains("ends after its header");
        assertThat(data.resolve("tftp").resolve("SCCP42.new.sbn")).hasBinaryContent(whole);
        Files.write(data.resolve("tftp").resolve("other.loads"), whole);
        var listed = NodeJava.run("firmware", "list", "--data=" + data);
        assertThat(listed.code()).isEqualTo(1);
        assertThat(listed.out()).contains("other.loads was renamed");
    }
}
