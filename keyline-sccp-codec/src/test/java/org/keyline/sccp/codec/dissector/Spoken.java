package org.keyline.sccp.codec.dissector;

import java.util.Map;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.SccpMessages;

/**
 * A message and what the dissector must find in it.
 *
 * @param message the message
 * @param fromPhone whether the phone sends it
 * @param fields dissector fields without their prefix, and their values
 */
record Spoken(SccpMessage message, boolean fromPhone, Map<String, String> fields) {
    static Spoken phone(SccpMessage message, String... fields) {
        return new Spoken(message, true, map(fields));
    }

    static Spoken server(SccpMessage message, String... fields) {
        return new Spoken(message, false, map(fields));
    }

    String name() {
        return SccpMessages.name(message);
    }

    private static Map<String, String> map(String... fields) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return map;
    }
}
