package org.keyline.web.posture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.web.phone.PhoneQuery;

/**
 * Lines that are on phones set as encrypted and on others too: a call on such a line loses its encryption as soon as
 * one of the others has it (spec PH-009).
 */
final class UnevenLines {
    private final Set<NumberKey> uneven;

    private UnevenLines(Set<NumberKey> uneven) {
        this.uneven = uneven;
    }

    static UnevenLines of(ConfigSnapshot snapshot) {
        Map<NumberKey, Boolean> encrypted = new HashMap<>();
        var uneven = new HashSet<NumberKey>();
        for (var phone : snapshot.phones().values()) {
            boolean is = PhoneQuery.asked(snapshot, phone) == DeviceSecurityMode.ENCRYPTED;
            for (var line : phone.lines()) {
                var before = encrypted.putIfAbsent(line.key(), is);
                if (before != null && before != is) {
                    uneven.add(line.key());
                }
            }
        }
        return new UnevenLines(uneven);
    }

    boolean areOn(Phone phone) {
        return phone.lines().stream().anyMatch(line -> uneven.contains(line.key()));
    }
}
