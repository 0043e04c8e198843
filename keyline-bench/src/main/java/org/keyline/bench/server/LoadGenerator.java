package org.keyline.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the lab's load generator, a process of its own, against a node. */
public final class LoadGenerator {
    private static final JsonMapper JSON = new JsonMapper();

    private final Site site;
    private final NodeProcess node;

    public LoadGenerator(Site site, NodeProcess node) {
        this.site = site;
        this.node = node;
    }

    /** Registers that many phones and does what {@code more} says; what the generator reports in the end. */
    public JsonNode run(boolean tls, int phones, Object... more) throws IOException, InterruptedException {
        var options = new ArrayList<Object>(List.of(more));
        if (tls) {
            options.add("--lsc-dir=" + site.identities());
        }
        return run(command(tls, phones, options.toArray()));
    }

    private JsonNode run(List<String> command) throws IOException, InterruptedException {
        var json = site.directory().resolve("load.json");
        var log = site.directory().resolve("load.log");
        Files.deleteIfExists(json);
        command.add("--json=" + json);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var stop = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stop);
        process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        if (!Files.exists(json)) {
            throw new IOException("the load generator failed: " + lastWords(log));
        }
        return JSON.readTree(Files.readString(json));
    }

    /** Has that many encrypted phones of {@code model} enrol, and then register with what they got. */
    public JsonNode enrol(String model, int phones) throws IOException, InterruptedException {
        return run(command(
                true,
                phones,
                "--model=" + model,
                "--tftp=" + text(node.tftpPort()),
                "--capf=" + text(node.capfPort())));
    }

    /**
     * Registers that many phones without TLS that call beside whatever else happens, until {@link CallsMeanwhile#end}.
     */
    public CallsMeanwhile callBeside(int phones, Object... more) throws IOException {
        var json = site.directory().resolve("load-beside.json");
        var command = command(false, phones, more);
        command.addAll(List.of("--phases", "--json=" + json));
        var process = new ProcessBuilder(command)
                .redirectError(site.directory().resolve("load-beside.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        return new CallsMeanwhile(process, json).awaitCalls();
    }

    /** The trouble itself, not where in the code it arose. */
    private static String lastWords(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .reduce((_, last) -> last)
                    .orElse("without a word");
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private List<String> command(boolean tls, int phones, Object... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.keyline.lab.Main",
                "load"));
        var server = tls ? node.securePhonePort() : node.phonePort();
        command.add("--server=" + text(server));
        command.add("--phones=" + phones);
        command.add("--first-mac=" + Long.toHexString(tls ? PhoneFarm.FIRST_SECURE : PhoneFarm.FIRST_PLAIN));
        command.add("--server-pid=" + node.pid());
        if (tls) {
            command.add("--tls");
        }
        for (var option : more) {
            command.add(option.toString());
        }
        return command;
    }
}
