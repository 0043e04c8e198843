package org.keyline.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.config.yaml.ImportMode;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** Prints how long a large configuration takes; run by hand, it tests nothing. */
final class ScaleReport {
    private static final int PHONES = 30_000;
    private static long began;
    private static long cpuThen;

    private ScaleReport() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("keyline-scale");
        lap();
        try (var configuration = Configuration.open(directory)) {
            say("open an empty database");
            TestConfigurations.basics(configuration);
            say("first objects");
            var edits = new ArrayList<Edit>();
            for (int i = 0; i < PHONES; i++) {
                var number = Integer.toString(100_000 + i);
                edits.add(new Edit.Create(Kinds.LINE, TestConfigurations.line(number)));
                edits.add(new Edit.Create(Kinds.PHONE, TestConfigurations.phone(String.format("SEP%012X", i), number)));
            }
            lap();
            configuration.store().apply(edits, TestConfigurations.ADMIN).orThrow();
            say("add 30,000 phones and lines, snapshot included");
            for (int i = 0; i < 200; i++) {
                change(configuration, i);
            }
            lap();
            for (int i = 0; i < 200; i++) {
                change(configuration, i + 200);
            }
            say("200 changes of one phone each, snapshots included");
            var text = configuration.file().export(Locale.ENGLISH);
            say("export, " + text.length() + " characters");
            configuration.file().importText(text, ImportMode.REPLACE, Author.system("test"));
            say("import it over itself");
        }
        lap();
        for (int round = 0; round < 3; round++) {
            try (var configuration = Configuration.open(directory)) {
                say("open with " + configuration.snapshots().current().phones().size() + " phones");
            }
            lap();
        }
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private static void change(Configuration configuration, int i) {
        var values = Map.<String, Value>of("description", Value.of("changed " + i));
        configuration
                .store()
                .change(Kinds.PHONE, String.format("SEP%012X", i), values, TestConfigurations.ADMIN)
                .orThrow();
    }

    private static void lap() {
        began = System.nanoTime();
        cpuThen = cpu();
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void say(String what) {
        System.out.printf(
                "%8.1f ms, %8.1f ms CPU: %s%n", (System.nanoTime() - began) / 1e6, (cpu() - cpuThen) / 1e6, what);
        lap();
    }
}
