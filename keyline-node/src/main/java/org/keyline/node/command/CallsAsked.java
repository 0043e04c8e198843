package org.keyline.node.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which calls are asked for, and how they are shown: what the commands that list calls have in common. */
final class CallsAsked {
    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
    private Path data = Path.of("");

    @Option(names = "--number", defaultValue = "", paramLabel = "NUMBER", descriptionKey = "keyline.calls.number")
    private String number = "";

    @Option(names = "--device", defaultValue = "", paramLabel = "DEVICE", descriptionKey = "keyline.calls.device")
    private String device = "";

    @Option(names = "--from", defaultValue = "", paramLabel = "TIME", descriptionKey = "keyline.calls.from")
    private String from = "";

    @Option(names = "--to", defaultValue = "", paramLabel = "TIME", descriptionKey = "keyline.calls.to")
    private String to = "";

    @Option(names = "--most", defaultValue = "100", paramLabel = "COUNT", descriptionKey = "keyline.calls.most")
    private int most;

    @Option(names = "--json", descriptionKey = "keyline.calls.json")
    private boolean json;

    Path data() {
        return data;
    }

    String number() {
        return number;
    }

    String device() {
        return device;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    /** How many at most. */
    int most() {
        return most;
    }

    /** Whether they are shown for programs. */
    boolean json() {
        return json;
    }
}
