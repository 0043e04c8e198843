package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.keyline.config.Configuration;
import org.keyline.model.schema.Kinds;
import org.keyline.web.object.Section;

/** Users, what follows them from phone to phone, and the services phones offer. */
final class UsersPage {
    private static final Section SECTION =
            Section.of("/users", "users", List.of(Kinds.USER, Kinds.DEVICE_PROFILE, Kinds.PHONE_SERVICE), false);

    private final ObjectsPage objects;

    UsersPage(Configuration configuration, Pages pages) {
        this.objects = new ObjectsPage(SECTION, configuration, pages);
    }

    void register(RoutesConfig routes) {
        routes.get(SECTION.path(), ctx -> ctx.redirect(SECTION.path() + "/objects/" + Kinds.USER.plural()));
        objects.register(routes);
    }
}
