package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every catalogue of texts of the project: what is said in English is said in Japanese, with the same arguments. */
class CataloguesTest {
    private static final Pattern ARGUMENT = Pattern.compile("%(?:\\d+\\$)?[-.\\d]*[a-zA-Z]|\\{\\w+\\}");

    static Stream<Path> japanese() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
            return files
                    .filter(file -> file.toString().matches(".*/src/main/resources/.*_ja\\.properties"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("japanese")
    void both_languages_have_the_same_keys_and_arguments(Path file) throws IOException {
        var japanese = read(file);
        var english = read(englishOf(file));

        assertThat(japanese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(arguments(japanese, key)).as(key).isEqualTo(arguments(english, key));
            assertThat(japanese.getProperty(key)).as(key).isNotBlank();
        }
    }

    private static Path englishOf(Path japanese) {
        var named = Path.of(japanese.toString().replace("_ja.", "_en."));
        return Files.exists(named) ? named : Path.of(japanese.toString().replace("_ja.", "."));
    }

    private static Properties read(Path file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    /** Each argument with its place, whether the text says the place or lets it follow from the order. */
    private static Set<String> arguments(Properties texts, String key) {
        var found = new TreeSet<String>();
        int place = 0;
        for (var argument : ARGUMENT.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .toList()) {
            boolean implied = argument.startsWith("%") && !argument.contains("$");
            place += implied ? 1 : 0;
            found.add(implied ? "%" + place + "$" + argument.substring(1) : argument);
        }
        return found;
    }
}
