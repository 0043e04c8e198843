package org.keyline.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages a newcomer reads name only what exists. */
class ArchitecturePageTest {
    private static final Pattern CODE = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)?");
    private static final Pattern MODULE_OR_PATH =
            Pattern.compile("keyline-[a-z-]+|[\\w.-]+/[\\w./-]+|\\w+\\.(?:xml|md|tsv)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void every_type_the_page_names_exists() throws IOException {
        var types = sourceTypes();
        assertThat(codeWords("ARCHITECTURE.md")
                        .filter(word -> TYPE.matcher(word).matches()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(types).contains(name));
    }

    @Test
    void every_module_and_path_the_page_names_exists() throws IOException {
        assertThat(codeWords("ARCHITECTURE.md")
                        .filter(word -> MODULE_OR_PATH.matcher(word).matches()))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(House.root().resolve(path)).exists());
    }

    @Test
    void every_module_is_on_the_page() throws IOException {
        var page = read("ARCHITECTURE.md");
        try (var modules = Files.newDirectoryStream(House.root(), "keyline-*")) {
            assertThat(modules).allSatisfy(module -> assertThat(page).contains("`" + module.getFileName() + "`"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/dependencies.md"})
    void every_link_leads_to_a_file(String page) throws IOException {
        var links = LINK.matcher(read(page)).results().map(match -> match.group(1));
        assertThat(links.filter(link -> !link.startsWith("http")))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(House.root().resolve(page).resolveSibling(link))
                        .exists());
    }

    private static Stream<String> codeWords(String page) throws IOException {
        return CODE.matcher(read(page)).results().map(match -> match.group(1));
    }

    private static String read(String page) throws IOException {
        return Files.readString(House.root().resolve(page));
    }

    private static Set<String> sourceTypes() throws IOException {
        try (var files = Files.walk(House.root(), 14)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java") && !file.contains("/target/"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
