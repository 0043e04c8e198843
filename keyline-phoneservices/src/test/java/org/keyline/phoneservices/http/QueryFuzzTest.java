package org.keyline.phoneservices.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text behind a question mark is a query or none. */
class QueryFuzzTest {
    @FuzzTest
    void any_text_is_read_or_refused(byte[] raw) {
        var query = Query.of(new String(raw, StandardCharsets.ISO_8859_1));

        query.ifPresent(read -> assertThat(read.number("device", 7)).isBetween(0, 999_999));
        query.ifPresent(read -> assertThat(read.get("pin")).isNotNull());
    }
}
