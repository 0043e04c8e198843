package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.keyline.web.ladder.Ladder;
import org.keyline.web.ladder.LadderDrawing;
import org.keyline.web.ladder.LadderText;
import org.keyline.web.live.LiveSystem;

/** A call as a ladder diagram, drawn and as text. */
final class LadderPage {
    private final LiveSystem system;
    private final Pages pages;

    LadderPage(LiveSystem system, Pages pages) {
        this.system = system;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/calls/{reference}", this::drawn);
        routes.get("/calls/{reference}/ladder.txt", ctx -> ctx.result(LadderText.of(ladder(ctx))));
    }

    private void drawn(Context ctx) {
        var reference = ctx.pathParam("reference");
        draw(pages, ctx, ladder(ctx), reference, "/calls", reference);
    }

    /**
     * Draws a ladder.
     *
     * @param name what the call is called
     * @param back the page of all calls of its kind
     * @param id what names it below that page
     */
    static void draw(Pages pages, Context ctx, Ladder ladder, String name, String back, String id) {
        pages.render(
                ctx,
                "calls",
                "ladder.jte",
                Map.of(
                        "ladder",
                        ladder,
                        "drawing",
                        new LadderDrawing(ladder.rails().size()),
                        "name",
                        name,
                        "back",
                        back,
                        "id",
                        id));
    }

    private Ladder ladder(Context ctx) {
        return Ladder.of(system.signals(reference(ctx)));
    }

    static int reference(Context ctx) {
        try {
            return Integer.parseInt(ctx.pathParam("reference"));
        } catch (NumberFormatException _) {
            throw new NotFoundResponse();
        }
    }
}
