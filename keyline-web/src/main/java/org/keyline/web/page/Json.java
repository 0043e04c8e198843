package org.keyline.web.page;

import tools.jackson.databind.json.JsonMapper;

/** Records as JSON; times in ISO 8601. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
