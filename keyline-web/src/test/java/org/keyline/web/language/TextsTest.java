package org.keyline.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_keys_and_arguments() {
        var english = bundle(Locale.ENGLISH);
        var japanese = bundle(Locale.JAPANESE);

        assertThat(japanese.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(arguments(japanese.getString(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(arguments(english.getString(key)));
        }
    }

    @Test
    void the_browser_chooses_the_language() {
        assertThat(Language.of("ja-JP,ja;q=0.9,en;q=0.8")).isEqualTo(Language.JAPANESE);
        assertThat(Language.of("de,en-GB;q=0.7")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("")).isEqualTo(Language.ENGLISH);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.keyline.web.language.pages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).toList();
    }
}
