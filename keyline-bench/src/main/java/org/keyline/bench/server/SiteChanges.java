package org.keyline.bench.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;

/** Changes to the configuration of a site; a large one takes its time to open, each change then takes next to none. */
public final class SiteChanges implements AutoCloseable {
    private final Configuration configuration;

    SiteChanges(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Changes what one of the translation patterns makes of its number. */
    public void changePattern(int index) throws IOException {
        importFile(PhoneFarm.changedPattern(index));
    }

    void importFile(String text) throws IOException {
        var yaml = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var result = configuration.file().importFrom(yaml, ImportMode.MERGE, Author.system("bench"));
        if (result instanceof ImportResult.Rejected(var problems)) {
            throw new IOException("the import was refused: " + problems);
        }
    }

    @Override
    public void close() {
        configuration.close();
    }
}
