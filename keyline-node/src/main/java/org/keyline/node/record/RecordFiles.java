package org.keyline.node.record;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that records go to now: one a minute of each kind, when there are any. Used by one thread. */
final class RecordFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordFiles.class);

    private final RecordDirectory directory;
    private final int node;
    private final Map<Kind, RecordFile> open = new HashMap<>();
    private String minute = "";
    private int sequence;

    /** A kind of records. */
    enum Kind {
        DETAILS("cdr"),
        QUALITY("cmr");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        private List<Column> columns() {
            return switch (this) {
                case DETAILS -> DetailColumns.ALL;
                case QUALITY -> QualityColumns.ALL;
            };
        }
    }

    private RecordFiles(RecordDirectory directory, int node, int sequence) {
        this.directory = directory;
        this.node = node;
        this.sequence = sequence;
    }

    /** Goes on where an earlier run of the node ended; where that cannot be read, numbers begin anew. */
    static RecordFiles open(RecordDirectory directory, int node) {
        try {
            return new RecordFiles(directory, node, directory.takeUp());
        } catch (IOException unreadable) {
            LOG.atWarn().addKeyValue("reason", unreadable.toString()).log("Earlier call records cannot be taken up");
            return new RecordFiles(directory, node, 0);
        }
    }

    /** Adds lines to the file of this minute, all or none. */
    void append(Kind kind, String lines, String cluster, Instant now) throws IOException {
        turn(now);
        var file = open.get(kind);
        if (file == null) {
            file = begin(kind, cluster);
            open.put(kind, file);
        }
        file.append(lines);
    }

    private RecordFile begin(Kind kind, String cluster) throws IOException {
        var name = RecordNames.name(kind.prefix, cluster, node, minute, sequence + 1);
        var file = RecordFile.begin(directory.place(name, minute), kind.columns());
        sequence++;
        return file;
    }

    /** Files of minutes that are over get their names. */
    void turn(Instant now) throws IOException {
        var current = RecordNames.minute(now);
        if (!current.equals(minute)) {
            close();
            minute = current;
        }
    }

    @Override
    public void close() throws IOException {
        for (var kind : Kind.values()) {
            var file = open.remove(kind);
            if (file != null) {
                file.close();
            }
        }
    }
}
