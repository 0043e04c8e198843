package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.web.ladder.Ladder;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.posture.Posture;
import org.keyline.web.posture.PostureReport;

/** What the pages show, as JSON for scripts; signs in with basic authentication or the pages' cookie. */
final class RestApi {
    private final LiveSystem system;
    private final WaitingPhones waiting;
    private final Posture posture;
    private final Clock clock;

    RestApi(LiveSystem system, WaitingPhones waiting, Posture posture, Clock clock) {
        this.system = system;
        this.waiting = waiting;
        this.posture = posture;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/phones", ctx -> json(ctx, PhonesPage.list(system, ctx)));
        routes.get("/api/v1/calls", ctx -> json(ctx, system.calls()));
        routes.get("/api/v1/locations", ctx -> json(ctx, system.locations()));
        routes.get(
                "/api/v1/calls/{reference}/ladder",
                ctx -> json(ctx, Ladder.of(system.signals(LadderPage.reference(ctx)))));
        routes.get("/api/v1/waiting", ctx -> json(ctx, waiting.list()));
        routes.get("/api/v1/posture", ctx -> json(ctx, report()));
    }

    private PostureReport report() {
        var now = clock.instant();
        return PostureReport.of(posture.devices(now), now);
    }

    private static void json(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.write(value));
    }
}
