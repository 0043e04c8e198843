package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running node and a browser that looks at it.
 *
 * @param node the node, in a process of its own
 * @param browser must stay content with every page
 */
record Scene(LiveNode node, Chromium browser) implements AutoCloseable {
    /** A fresh node in {@code directory}. */
    static Scene fresh(Path directory) throws Exception {
        var node = LiveNode.start(directory.resolve("node"));
        try {
            return new Scene(node, new Chromium());
        } catch (RuntimeException noBrowser) {
            node.close();
            throw noBrowser;
        }
    }

    /** A node in mixed mode with the configuration {@code yaml}. */
    static Scene mixed(Path directory, String yaml) throws Exception {
        var scene = fresh(directory);
        var file = Files.writeString(directory.resolve("phones.yaml"), yaml);
        var said = NodeJava.run("config", "import", "--data=" + scene.node().data(), file.toString());
        assertThat(said.code()).as(said.err()).isZero();
        MixedMode.of(scene.node(), directory);
        return scene;
    }

    @Override
    public void close() {
        browser.close();
        node.close();
    }
}
