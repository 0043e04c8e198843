package org.keyline.node.life;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/**
 * What a command said.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Said(int code, String out, String err) {
    private static final int PATIENCE_SECONDS = 120;

    /** Runs it to its end. */
    static Said by(ProcessBuilder builder) throws IOException, InterruptedException {
        var out = Files.createTempFile("keyline-command", ".out");
        var err = Files.createTempFile("keyline-command", ".err");
        try {
            var process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "awaited the end of a command, but it said: " + Files.readString(out) + Files.readString(err));
            }
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
