package org.keyline.web.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;

/**
 * What the pages of SRST references have in common.
 *
 * @param configuration where the references are
 * @param pages the pages they belong to
 */
record SrstDesk(Configuration configuration, Pages pages) {
    static final String ACTIVE = CertificatesPage.ACTIVE;

    /** The reference a page or a form is about. */
    ConfigObject reference(Context ctx) {
        var name = given(ctx, "name");
        return configuration
                .store()
                .find(Kinds.SRST_REFERENCE, name)
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("srst.unknown", name)));
    }

    static String given(Context ctx, String parameter) {
        return Optional.ofNullable(ctx.formParam(parameter))
                .or(() -> Optional.ofNullable(ctx.queryParam(parameter)))
                .orElse("")
                .strip();
    }

    Author author(Context ctx) {
        return Author.administrator(pages.frame(ctx, ACTIVE).account());
    }

    Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    /** What is said once something was saved. */
    PhoneNews saved(Context ctx, String what, SaveResult.Saved saved) {
        var schema = schema(ctx);
        return new PhoneNews(
                pages.texts(ctx).get(what),
                saved.notices().stream().map(notice -> notice.text(schema)).toList(),
                saved.after().contains(AfterChange.RESET_DEVICE),
                List.of());
    }
}
