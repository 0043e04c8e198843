package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyline location list} as an operator types it. */
@Timeout(300)
class LocationCommandTest {
    @TempDir
    Path directory;

    @Test
    void locations_are_listed_while_the_node_runs() throws Exception {
        var data = directory.resolve("node");
        var file = directory.resolve("locations.yaml");
        Files.writeString(file, """
                keyline: 1
                locations: [{name: Branch, audioBandwidth: 256}, {name: City}]
                """);
        try (var node = LiveNode.start(data)) {
            var imported = NodeJava.run("config", "import", "--data=" + data, file.toString());
            assertThat(imported.code()).as(imported.err()).isZero();

            var listed = NodeJava.run("location", "list", "--data=" + data);
            assertThat(listed.code()).as(listed.err()).isZero();
            assertThat(listed.out())
                    .startsWith("Location ")
                    .containsPattern("(?m)^Branch +0 +256 +0 +0$")
                    .containsPattern("(?m)^City +0 +unlimited +0 +0$");
            assertThat(NodeJava.run("location", "list", "--json", "--data=" + data)
                            .out())
                    .contains("{\"name\":\"Branch\",\"limit\":256,\"taken\":0,\"streams\":0,\"refused\":0}");
            assertThat(NodeJava.runIn("ja", "location", "list", "--data=" + data)
                            .out())
                    .contains("無制限");
            node.stop();
        }
        var stopped = NodeJava.run("location", "list", "--data=" + data);
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.err()).contains("No node runs on " + data);
        assertThat(NodeJava.run("location", "list").code()).isEqualTo(2);
    }
}
