package org.keyline.node.record;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of files of records: {@code cdr_<cluster>_<node>_<yyyymmddhhmm>_<sequence>}, {@code cmr_...}, times in UTC,
 * each in the directory of its day.
 */
final class RecordNames {
    private static final Pattern NAME = Pattern.compile("(cdr|cmr)_[A-Za-z0-9.-]{1,50}_\\d{2,3}_(\\d{12})_(\\d{1,9})");
    private static final Pattern DAY = Pattern.compile("\\d{8}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY_LENGTH = 8;

    private RecordNames() {}

    /**
     * A file of records.
     *
     * @param path without what marks it as unfinished
     * @param kind {@code cdr} or {@code cmr}
     * @param minute when it was begun
     * @param sequence counts the files of a node
     */
    record Named(Path path, String kind, String minute, int sequence) {
        static final Comparator<Named> NEWEST_FIRST = Comparator.comparing(Named::minute)
                .thenComparingInt(Named::sequence)
                .reversed();

        boolean isDetails() {
            return kind.equals("cdr");
        }

        Instant begun() {
            return Instant.from(MINUTE.parse(minute));
        }
    }

    /** The minute of a time, as names have it. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String day(String minute) {
        return minute.substring(0, DAY_LENGTH);
    }

    static boolean isDay(Path directory) {
        return DAY.matcher(directory.getFileName().toString()).matches();
    }

    static String name(String kind, String cluster, int node, String minute, int sequence) {
        return String.format(Locale.ROOT, "%s_%s_%02d_%s_%d", kind, cluster, node, minute, sequence);
    }

    /** What a file in a day's directory is, finished or not; empty for one that is no file of records. */
    static Optional<Named> read(Path path) {
        var name = path.getFileName().toString();
        var finished = name.endsWith(RecordFile.UNFINISHED)
                ? name.substring(0, name.length() - RecordFile.UNFINISHED.length())
                : name;
        var parts = NAME.matcher(finished);
        return parts.matches()
                ? Optional.of(new Named(
                        path.resolveSibling(finished),
                        parts.group(1),
                        parts.group(2),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }
}
