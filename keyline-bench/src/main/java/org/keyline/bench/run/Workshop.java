package org.keyline.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.keyline.bench.Progress;
import org.keyline.bench.report.Report;
import org.keyline.bench.server.Site;

/** What measurements share: where to work, how much, where figures go, and the site, built when first needed. */
public final class Workshop {
    private final Path directory;
    private final Path results;
    private final Scale scale;
    private final Report report;
    private final Progress progress;
    private Optional<Site> site = Optional.empty();

    /**
     * @param directory for what may be thrown away afterwards
     * @param results for what stays
     */
    public Workshop(Path directory, Path results, Scale scale, Report report, Progress progress) {
        this.directory = directory;
        this.results = results;
        this.scale = scale;
        this.report = report;
        this.progress = progress;
    }

    Path directory() {
        return directory;
    }

    Path results() {
        return results;
    }

    Scale scale() {
        return scale;
    }

    Report report() {
        return report;
    }

    Progress progress() {
        return progress;
    }

    /** The site with all phones; the same for every measurement. */
    Site site() throws IOException, InterruptedException {
        if (site.isEmpty()) {
            int phones = Math.max(scale.phones(), scale.callers());
            site = Optional.of(Site.build(directory.resolve("site"), phones, progress));
        }
        return site.get();
    }
}
