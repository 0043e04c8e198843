package org.keyline.trust.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * SoftHSM, a PKCS #11 module in software, with its tokens in a directory of our own.
 *
 * @param configuration its configuration file
 * @param module its library
 */
public record SoftHsm(Path configuration, Path module) {
    /** Makes it ready to keep tokens below {@code home}. */
    public static SoftHsm in(Path home) throws IOException {
        var tokens = Files.createDirectories(home.resolve("tokens"));
        var configuration = Files.writeString(
                home.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
        var module = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("SoftHSM is not installed (package softhsm2)"));
        return new SoftHsm(configuration, module);
    }

    /** OpenSC's module, which reaches tokens through the smart card service. */
    public static Path openSc() throws IOException {
        try (var found = Files.find(Path.of("/usr/lib"), 2, (file, _) -> file.endsWith("opensc-pkcs11.so"))) {
            return found.findFirst().orElseThrow(() -> new IOException("OpenSC is not installed (package opensc)"));
        }
    }

    /** Makes a token ready, as an administrator does with a new one. */
    public void initialise(String label, String password) throws IOException, InterruptedException {
        run(List.of(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                label,
                "--so-pin",
                "87654321",
                "--pin",
                password));
    }

    /** What {@code pkcs11-tool}, which knows nothing of our code, says of it. */
    public String pkcs11Tool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("pkcs11-tool", "--module", module.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs {@code main} in a Java process that finds the tokens; throws with its output when it fails. */
    public String run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
        var java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(java::add);
        return run(java);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        // As on a machine whose smart card service does not run.
        builder.environment()
                .put(
                        "PCSCLITE_CSOCK_NAME",
                        configuration.resolveSibling("no-pcscd").toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " failed: " + output);
        }
        return output;
    }
}
