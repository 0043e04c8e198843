package org.keyline.trust.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.keyline.trust.tlv.Octets;

/** Runs the {@code openssl} program, which knows nothing of our code. */
public final class OpenSsl {
    private OpenSsl() {}

    /**
     * How it ended.
     *
     * @param exit its exit code
     * @param written what it wrote, errors among it
     */
    public record Result(int exit, Octets written) {
        /** What it wrote. */
        public byte[] output() {
            return written.bytes();
        }

        /** What it wrote, as text. */
        public String text() {
            return new String(output(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Runs {@code openssl} with {@code arguments}. */
    public static Result run(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = process.getInputStream().readAllBytes();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("openssl did not end within 30 s: " + command);
        }
        return new Result(process.exitValue(), Octets.of(output));
    }

    /** The text output of a run that must succeed. */
    public static String text(Object... arguments) throws IOException, InterruptedException {
        var result = run(arguments);
        if (result.exit() != 0) {
            throw new IOException("openssl failed: " + result.text());
        }
        return result.text();
    }
}
