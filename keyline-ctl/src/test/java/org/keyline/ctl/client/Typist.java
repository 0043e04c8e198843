package org.keyline.ctl.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody at a real terminal in which the wizard runs: reads the screen, types keys. */
final class Typist implements AutoCloseable {
    /** The key that ends all input, as closing the terminal does. */
    static final String CTRL_D = "\u0004";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final StringBuilder screen = new StringBuilder();
    private final LinkedBlockingQueue<String> arriving = new LinkedBlockingQueue<>();

    private Typist(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** The wizard in a terminal; what it remembers lies in {@code state}. */
    static Typist at(Path state) throws IOException {
        var java = String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dkeyline.state=" + state,
                "-cp",
                System.getProperty("java.class.path"),
                "'" + Wizard.class.getName() + "'");
        var builder = new ProcessBuilder("script", "-qfec", java, "/dev/null").redirectErrorStream(true);
        builder.environment().put("TERM", "dumb");
        return new Typist(builder.start());
    }

    /** The wizard in the terminal it is started in. */
    public static final class Wizard {
        private Wizard() {}

        /** No arguments. */
        public static void main(String[] arguments) throws IOException {
            var texts = new ClientTexts(Locale.ENGLISH);
            try (var terminal = TerminalDialogue.open(texts)) {
                new CtlWizard(terminal, texts, KnownServers.ofUser()).run();
            }
        }
    }

    private void read() {
        try (var in = new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            var some = new char[1024];
            for (var count = in.read(some); count >= 0; count = in.read(some)) {
                arriving.add(new String(some, 0, count));
            }
        } catch (IOException gone) {
            // the wizard has ended
        }
    }

    /** Waits until this is on the screen, after what was waited for before; then the screen is wiped up to it. */
    Typist sees(String text) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (screen.indexOf(text) < 0) {
            var more = arriving.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (more == null) {
                throw new AssertionError("Not on the screen: " + text + "\nbut " + screen);
            }
            screen.append(more.replace("\r", ""));
        }
        screen.delete(0, screen.indexOf(text) + text.length());
        return this;
    }

    Typist types(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Whether the wizard ends now. */
    boolean hasLeft() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
