package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keyline.web.ladder.Ladder;
import org.keyline.web.ladder.LadderText;
import org.keyline.web.record.CallArchive;
import org.keyline.web.record.TraceForm;

/** Calls that are over, found by who had a part in them and when, each as a ladder. */
final class TracesPage {
    private static final String PATH = "/calls/traces";
    private static final int ROWS = 200;

    private final CallArchive archive;
    private final Pages pages;

    TracesPage(CallArchive archive, Pages pages) {
        this.archive = archive;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + "/{id}", this::drawn);
        routes.get(PATH + "/{id}/ladder.txt", ctx -> ctx.result(LadderText.of(ladder(ctx))));
    }

    private void show(Context ctx) throws IOException {
        var form = new TraceForm(
                SrstDesk.given(ctx, "number"),
                SrstDesk.given(ctx, "device"),
                SrstDesk.given(ctx, "call"),
                SrstDesk.given(ctx, "from"),
                SrstDesk.given(ctx, "to"));
        var problems = form.problems(pages.texts(ctx));
        pages.render(
                ctx,
                "calls",
                "traces.jte",
                Map.of(
                        "form",
                        form,
                        "calls",
                        problems.isEmpty() ? archive.traced(form.search(), ROWS) : List.of(),
                        "problems",
                        problems));
    }

    private void drawn(Context ctx) throws IOException {
        var id = ctx.pathParam("id");
        LadderPage.draw(pages, ctx, ladder(ctx), id, PATH, id);
    }

    private Ladder ladder(Context ctx) throws IOException {
        return Ladder.of(archive.signals(ctx.pathParam("id")));
    }
}
