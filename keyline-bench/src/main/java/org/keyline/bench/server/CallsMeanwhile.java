package org.keyline.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls that go on while something else is done to the server: their times are told for each phase of that. */
public final class CallsMeanwhile implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process generator;
    private final Path json;
    private final Writer orders;
    private final BufferedReader words;

    CallsMeanwhile(Process generator, Path json) {
        this.generator = generator;
        this.json = json;
        this.orders = generator.outputWriter(StandardCharsets.UTF_8);
        this.words = generator.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until the phones are registered, warm, and calling. */
    CallsMeanwhile awaitCalls() throws IOException {
        if (words.readLine() == null) {
            throw new IOException("the load generator ended before it made calls");
        }
        return this;
    }

    /** From now on calls count to the phase of this name. */
    public void phase(String name) throws IOException {
        orders.write(name + "\n");
        orders.flush();
    }

    /** Ends the calls; what the generator reports. */
    public JsonNode end() throws IOException, InterruptedException {
        orders.close();
        generator.waitFor();
        return JSON.readTree(Files.readString(json)).path("calls");
    }

    @Override
    public void close() {
        generator.destroyForcibly();
    }
}
