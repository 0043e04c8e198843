package org.keyline.node.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The modules in the order of the root pom, lowest first, and the classes in them.
 *
 * <p>A module {@code keyline-a-b} holds the package {@code org.keyline.a.b} and all below it.
 */
final class House {
    private static final Pattern MODULE = Pattern.compile("<module>(keyline-[a-z-]+)</module>");

    private final List<String> floors = readFloors();

    /** The project's root: tests run in their module's directory. */
    static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** Every class of the product that a node can see; tests are guests here. */
    JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.keyline");
    }

    /** The packages of all modules, lowest floor first. */
    List<String> floors() {
        return floors;
    }

    /** The package of the module a class lives in, or empty for a class that is not ours. */
    Optional<String> room(JavaClass type) {
        var name = type.getPackageName();
        return floors.stream()
                .filter(room -> name.equals(room) || name.startsWith(room + "."))
                .reduce((first, second) -> first.length() > second.length() ? first : second);
    }

    private static List<String> readFloors() {
        try {
            return MODULE.matcher(Files.readString(root().resolve("pom.xml")))
                    .results()
                    .map(match ->
                            match.group(1).replace("keyline-", "org.keyline.").replace('-', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
