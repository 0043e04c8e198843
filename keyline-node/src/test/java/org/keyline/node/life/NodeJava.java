package org.keyline.node.life;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The product's command line in a process of its own. */
public final class NodeJava {
    private NodeJava() {}

    /** A process of {@code keyline} with these arguments, speaking this language, not started yet. */
    static ProcessBuilder command(String language, List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml", // the product's, not the tests'
                "-Duser.language=" + language,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.keyline.node.Main"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment()
                .put(
                        "XDG_STATE_HOME",
                        Path.of("target", "state").toAbsolutePath().toString());
        return builder;
    }

    /** Runs a command to its end, in English. */
    public static Said run(String... arguments) throws IOException, InterruptedException {
        return runIn("en", arguments);
    }

    /** Runs a command to its end. */
    public static Said runIn(String language, String... arguments) throws IOException, InterruptedException {
        return Said.by(command(language, List.of(arguments)));
    }
}
