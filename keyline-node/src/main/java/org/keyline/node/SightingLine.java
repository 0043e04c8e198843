package org.keyline.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.model.device.DeviceName;
import org.keyline.serviceability.posture.DeviceSightings.TrustListFile;
import org.keyline.serviceability.posture.ObservedDevices.FetchedList;
import org.keyline.serviceability.posture.ObservedDevices.Seen;
import org.keyline.serviceability.posture.ObservedDevices.TlsSession;

/**
 * What was seen of a device, as a line of text: name, TLS version, suite, and for each list its kind, MD5, SHA-256 and
 * the time in milliseconds, all parted by spaces; {@code - -} where there was no TLS.
 */
record SightingLine(DeviceName device, Seen seen) {
    private static final String NONE = "-";
    private static final int LIST_FIELDS = 4;
    private static final int LONGEST = 1_000;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{64}");

    String text() {
        var text = new StringBuilder(device.text());
        text.append(' ').append(seen.session().map(TlsSession::protocol).orElse(NONE));
        text.append(' ').append(seen.session().map(TlsSession::cipherSuite).orElse(NONE));
        seen.lists()
                .forEach((kind, list) -> text.append(' ')
                        .append(kind)
                        .append(' ')
                        .append(list.md5())
                        .append(' ')
                        .append(list.sha256())
                        .append(' ')
                        .append(list.at().toEpochMilli()));
        return text.toString();
    }

    /** Reads a line; nothing when it was cut short or changed. */
    static Optional<SightingLine> parse(String text) {
        var fields = text.split(" ", -1);
        if (text.length() > LONGEST || fields.length < 3 || fields.length % LIST_FIELDS != 3 % LIST_FIELDS) {
            return Optional.empty();
        }
        try {
            return DeviceName.isValid(fields[0])
                    ? Optional.of(new SightingLine(new DeviceName(fields[0]), new Seen(session(fields), lists(fields))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException changed) {
            return Optional.empty();
        }
    }

    private static Optional<TlsSession> session(String[] fields) {
        return fields[1].equals(NONE)
                ? Optional.empty()
                : Optional.of(new TlsSession(must(WORD, fields[1]), must(WORD, fields[2])));
    }

    private static Map<TrustListFile, FetchedList> lists(String[] fields) {
        var lists = new EnumMap<TrustListFile, FetchedList>(TrustListFile.class);
        for (int at = 3; at < fields.length; at += LIST_FIELDS) {
            var list = new FetchedList(
                    must(DIGEST, fields[at + 1]),
                    must(DIGEST, fields[at + 2]),
                    Instant.ofEpochMilli(Long.parseLong(fields[at + 3])));
            lists.put(TrustListFile.valueOf(fields[at]), list);
        }
        return lists;
    }

    private static String must(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Not what is written here: " + text);
        }
        return text;
    }
}
