package org.keyline.web.live;

import java.util.List;

/**
 * Some of the configured phones.
 *
 * @param configured how many there are in all
 * @param registered how many of all are registered
 * @param matching how many match the search
 * @param rows the first of those, by name
 */
public record PhoneList(int configured, int registered, int matching, List<PhoneRow> rows) {
    public PhoneList {
        rows = List.copyOf(rows);
    }
}
