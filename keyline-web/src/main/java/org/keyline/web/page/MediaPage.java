package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.keyline.config.Configuration;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.object.Section;

/** What decides about the media of calls, and before it how much bandwidth of each location they take. */
final class MediaPage {
    private static final Section SECTION = Section.of(
            "/media",
            "media",
            List.of(
                    Kinds.LOCATION,
                    Kinds.REGION,
                    Kinds.AUDIO_SOURCE,
                    Kinds.MEDIA_RESOURCE_GROUP,
                    Kinds.MEDIA_RESOURCE_GROUP_LIST,
                    Kinds.DEVICE_POOL),
            true);

    private final LiveSystem system;
    private final ObjectsPage objects;
    private final Pages pages;

    MediaPage(Configuration configuration, LiveSystem system, Pages pages) {
        this.system = system;
        this.objects = new ObjectsPage(SECTION, configuration, pages);
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(SECTION.path(), this::show);
        routes.get(
                SECTION.path() + "/table",
                ctx -> pages.render(
                        ctx, SECTION.active(), "locationsTable.jte", Map.of("locations", system.locations())));
        objects.register(routes);
    }

    private void show(Context ctx) {
        pages.render(
                ctx,
                SECTION.active(),
                "media.jte",
                Map.of(
                        "section", SECTION,
                        "schema", Texts.in(pages.texts(ctx).language().locale()),
                        "locations", system.locations()));
    }
}
