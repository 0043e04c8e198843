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
        var ladder = ladder(ctx);
        pages.render(
                ctx,
                "calls",
                "ladder.jte",
                Map.of(
                        "ladder",
                        ladder,
                        "drawing",
                        new LadderDrawing(ladder.rails().size()),
                        "reference",
                        ctx.pathParam("reference")));
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
