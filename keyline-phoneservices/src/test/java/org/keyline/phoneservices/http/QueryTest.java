package org.keyline.phoneservices.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void blanks_come_as_plus_or_escaped_and_letters_in_either_character_set() {
        var query = Query.of("a=Bob+Smith&b=Bob%20Smith&c=J%C3%BCrgen&d=J%FCrgen&e=%E5%B1%B1&f")
                .orElseThrow();

        assertThat(query.get("a")).isEqualTo("Bob Smith");
        assertThat(query.get("b")).isEqualTo("Bob Smith");
        assertThat(query.get("c")).isEqualTo("Jürgen");
        assertThat(query.get("d")).isEqualTo("Jürgen");
        assertThat(query.get("e")).isEqualTo("山");
        assertThat(query.get("f")).isEmpty();
        assertThat(query.get("g")).isEmpty();
    }

    @Test
    void of_a_parameter_that_is_there_twice_the_first_counts() {
        assertThat(Query.of("device=SEP1&device=SEP2").orElseThrow().get("device"))
                .isEqualTo("SEP1");
    }

    @Test
    void broken_escapes_and_too_many_parameters_are_refused() {
        assertThat(Query.of("a=%")).isEmpty();
        assertThat(Query.of("a=%4")).isEmpty();
        assertThat(Query.of("a=%G0")).isEmpty();
        assertThat(Query.of("a&".repeat(15) + "a")).isPresent();
        assertThat(Query.of("a&".repeat(16) + "a")).isEmpty();
    }

    @Test
    void what_was_sent_is_never_shown() {
        assertThat(Query.of("pin=12345").orElseThrow()).hasToString("Query[pin]");
    }

    @Property(tries = 200)
    void what_a_phone_encodes_is_read_again(@ForAll String text) {
        var sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(Query.of("n=" + URLEncoder.encode(sent, StandardCharsets.UTF_8))
                        .orElseThrow()
                        .get("n"))
                .isEqualTo(sent.strip());
    }
}
