package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Two tokens and the CTL file that puts a node into mixed mode. */
final class MixedMode {
    private MixedMode() {}

    /** Does what an administrator does with two tokens, which are left in {@code directory}. */
    static void of(LiveNode node, Path directory) throws Exception {
        var password = Files.createFile(
                directory.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, "only for this run");
        var tokens = List.of(directory.resolve("one.p12"), directory.resolve("two.p12"));
        for (var token : tokens) {
            done(NodeJava.run("token", "init", token.toString(), "--password-file=" + password));
        }
        done(NodeJava.run(
                "ctl",
                "update",
                "--data=" + node.data(),
                "--mode=mixed",
                "--token=" + tokens.getFirst(),
                "--token=" + tokens.getLast(),
                "--password-file=" + password));
    }

    private static void done(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
    }
}
