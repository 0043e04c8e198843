package org.keyline.config.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.DeviceSecurityMode;

/** Tells of lines that a phone shares with others when not all of them are set as encrypted (spec PH-009). */
final class SharedLineNotices {
    private static final int NAMED = 5;

    private SharedLineNotices() {}

    static List<Notice> of(ConfigObject phone, Workspace workspace) {
        return phone.rows("lines").stream()
                .flatMap(row -> Optional.ofNullable(row.values().get("line")).stream())
                .map(Value::text)
                .distinct()
                .flatMap(line -> of(phone, line, workspace))
                .toList();
    }

    private static Stream<Notice> of(ConfigObject phone, String line, Workspace workspace) {
        var others = new TreeSet<>(References.usersIn(workspace.handle(), Kinds.PHONE, Kinds.LINE, line));
        others.remove(phone.key());
        var uneven = others.stream()
                .filter(other -> workspace
                        .now(Kinds.PHONE, other)
                        .filter(there -> isEncrypted(there, workspace) != isEncrypted(phone, workspace))
                        .isPresent())
                .toList();
        return uneven.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Notice(phone.kind().name(), phone.key(), "notice.sharedLine", List.of(line, some(uneven))));
    }

    private static String some(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + ", ..." : first;
    }

    private static boolean isEncrypted(ConfigObject phone, Workspace workspace) {
        return PhoneRules.mode(phone, workspace).equals(DeviceSecurityMode.ENCRYPTED.name());
    }
}
