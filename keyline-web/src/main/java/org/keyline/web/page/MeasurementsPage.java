package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keyline.web.record.CallArchive;

/** What phones counted of calls that are over: their call management records, found and turned page by page. */
final class MeasurementsPage {
    private static final int ROWS = 100;

    private final CallArchive archive;
    private final Pages pages;

    MeasurementsPage(CallArchive archive, Pages pages) {
        this.archive = archive;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/calls/quality", this::show);
    }

    private void show(Context ctx) throws IOException {
        var form = RecordsPage.form(ctx);
        var problems = form.problems(pages.texts(ctx));
        var page = problems.isEmpty()
                ? archive.measured(form.search(), Optional.ofNullable(ctx.queryParam("at")), ROWS)
                : new CallArchive.Measured(List.of(), Optional.empty());
        RecordsPage.render(ctx, pages, "measurements.jte", form, problems, page, archive.writesMeasurements());
    }
}
