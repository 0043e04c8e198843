package org.keyline.node.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyline.trust.certificate.Certificates;

/** What is inside a seal, written by hand: by somebody who has the passphrase and means no good. */
final class Crafted {
    private final List<String> facts = new ArrayList<>(List.of(
            "keyline-backup\t1",
            "product\t" + ProductVersion.CURRENT,
            "database\t1",
            "node\tcm1",
            "made\t2026-11-22T00:00:00Z",
            "mode\tNON_SECURE",
            "firmware\ttrue",
            "server\tcm1"));
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** One that is good as far as it goes: its database is empty. */
    static Crafted plain() {
        return new Crafted().with(NodeFiles.DATABASE, new byte[0]);
    }

    Crafted with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Crafted line(String line) {
        facts.add(line);
        return this;
    }

    Crafted replacing(String word, String value) {
        facts.replaceAll(line -> line.startsWith(word + "\t") ? word + "\t" + value : line);
        return this;
    }

    private String manifest() {
        var lines = new ArrayList<>(facts);
        files.forEach((path, content) -> lines.add("file\t" + content.length + "\t"
                + HexFormat.of().formatHex(Certificates.digest("SHA-256", content)) + "\t600\t" + path));
        return String.join("\n", lines) + "\n";
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var text = manifest().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            for (var content : files.values()) {
                out.write(content);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    BackupFile opened() throws IOException {
        return opened(bytes());
    }

    static BackupFile opened(byte[] bytes) throws IOException {
        return BackupFile.of(new ByteArrayInputStream(bytes));
    }
}
