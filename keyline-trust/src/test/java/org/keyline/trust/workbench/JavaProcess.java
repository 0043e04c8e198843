package org.keyline.trust.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of these tests in a Java process of its own, where it may be killed or have other settings. */
public final class JavaProcess {
    private JavaProcess() {}

    /** Starts {@code main}; its errors come with its output. */
    public static Process start(Class<?> main, Object... arguments) throws IOException {
        return start("", main, arguments);
    }

    /** As {@link #start(Class, Object...)}, after the shell command {@code before} (such as an {@code ulimit}). */
    public static Process start(String before, Class<?> main, Object... arguments) throws IOException {
        var java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (var argument : arguments) {
            java.add(argument.toString());
        }
        var command = before.isEmpty() ? java : inShell(before, java);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> inShell(String before, List<String> java) {
        var command = new ArrayList<>(List.of("bash", "-c", before + "; exec \"$@\"", "bash"));
        command.addAll(java);
        return command;
    }
}
