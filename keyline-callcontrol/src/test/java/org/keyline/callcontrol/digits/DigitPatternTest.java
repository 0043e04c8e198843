package org.keyline.callcontrol.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.model.dial.DigitPattern;

class DigitPatternTest {
    /** Everything up to four more digits that the patterns below can tell apart. */
    private static final List<String> ENDINGS = endings();

    private static final Reach EVERYTHING = new Reach(SearchSpace.NOTHING, SearchSpace.NOTHING);

    @ParameterizedTest
    @CsvSource({
        "2001,      2001,   true,  false",
        "2001,      200,    false, true",
        "2001,      20011,  false, false",
        "2XXX,      2999,   true,  false",
        "2XXX,      2*99,   false, false",
        "9.!,       9,      false, true",
        "9.!,       91,     true,  true",
        "9.!#,      912#,   true,  false",
        "1[2-4]5,   135,    true,  false",
        "1[^2-4]5,  135,    false, false",
        "1[^2-4]5,  195,    true,  false",
        "12?3,      13,     true,  false",
        "12?3,      12223,  true,  false",
        "12+3,      13,     false, false",
        "12+3,      1223,   true,  false",
        "'\\+81X',  +815,   true,  false",
        "*55,       *55,    true,  false"
    })
    void a_pattern_matches_and_says_whether_more_may_come(
            String pattern, String digits, boolean matches, boolean longer) {
        var found = trie(List.of(pattern)).find(digits, EVERYTHING);

        assertThat(found.best() != null).isEqualTo(matches);
        assertThat(found.longer()).isEqualTo(longer);
    }

    @ParameterizedTest
    @CsvSource({
        "'12XX,1XXX,1!', 1234, 12XX",
        "'1XXX,1!', 1234, 1XXX",
        "'1[2-9]XX,12XX', 1234, 12XX",
        "'1!,1XXX', 12345, 1!"
    })
    void the_closest_match_wins(String patterns, String digits, String winner) {
        var found = trie(List.of(patterns.split(","))).find(digits, EVERYTHING).best();

        assertThat(found).isNotNull().extracting(DigitTrie.Entry::target).isEqualTo(winner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "[", "[5-2]", "[]", "?1", "+", "1?+", "2x", "1@2", "1!@", "1?@", "@@"})
    void what_is_no_pattern_is_refused(String text) {
        assertThatThrownBy(() -> DigitPattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void the_trie_finds_what_a_regular_expression_finds(
            @ForAll("patterns") List<String> patterns, @ForAll("numbers") String digits) {
        var matching = patterns.stream()
                .filter(pattern -> digits.matches(expression(pattern)))
                .toList();
        var longer = patterns.stream()
                .anyMatch(pattern -> ENDINGS.stream().anyMatch(more -> (digits + more).matches(expression(pattern))));

        var found = trie(patterns).find(digits, EVERYTHING);

        if (matching.isEmpty()) {
            assertThat(found.best()).isNull();
        } else {
            assertThat(found.best())
                    .isNotNull()
                    .extracting(DigitTrie.Entry::target)
                    .isIn(matching);
        }
        assertThat(found.longer()).isEqualTo(longer);
    }

    @Property(tries = 500)
    void two_patterns_tie_where_a_number_matches_both_and_neither_is_closer(
            @ForAll("shapes") String one, @ForAll("shapes") String other) {
        var first = DigitPattern.parse(one);
        var second = DigitPattern.parse(other);
        var tied = first.anyLength() == second.anyLength()
                && ENDINGS.stream()
                        .filter(digits -> digits.matches(expression(one)) && digits.matches(expression(other)))
                        .anyMatch(digits -> first.breadth(digits.length()) == second.breadth(digits.length()));

        if (tied || !first.anyLength()) {
            assertThat(first.tiesWith(second)).isEqualTo(tied);
        }
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of("1", "2", "X", "[12]", "[^12]", "12?", "!")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    private static String expression(String pattern) {
        return pattern.replace("?", "*")
                .replace("X", "[0-9]")
                .replace("!", "[0-9]+")
                .replace(".", "");
    }

    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.of("1", "2", "X", "[12]", "[^12]", "12?", "!")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().withChars("123").ofMinLength(1).ofMaxLength(5);
    }

    private static List<String> endings() {
        var all = new ArrayList<>(List.of("1", "2", "3"));
        for (var at = 0; at < all.size() && all.get(at).length() < 4; at++) {
            for (var digit : List.of("1", "2", "3")) {
                all.add(all.get(at) + digit);
            }
        }
        return List.copyOf(all);
    }

    private static DigitTrie<String> trie(List<String> patterns) {
        var builder = new DigitTrie.Builder<String>();
        patterns.forEach(pattern -> builder.add(DigitPattern.parse(pattern), 0, false, pattern));
        return builder.build();
    }
}
