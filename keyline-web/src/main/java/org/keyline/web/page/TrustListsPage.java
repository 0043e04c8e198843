package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keyline.web.access.Session;
import org.keyline.web.trustlist.TrustLists;

/** The CTL and ITL files: looked at, handed out, brought in; and what they still ask for (spec SEC-30). */
final class TrustListsPage {
    private static final int LONGEST = 128 * 1024;

    private final TrustLists lists;
    private final Pages pages;

    TrustListsPage(TrustLists lists, Pages pages) {
        this.lists = lists;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/security/trust-lists", ctx -> show(ctx, CertificateNews.NONE));
        routes.get("/security/trust-lists/file/{name}", this::download);
        routes.get("/security/trust-lists/restart", this::confirm);
        routes.get("/security/trust-lists/{done}", ctx -> ctx.redirect("/security/trust-lists"));
        routes.post("/security/trust-lists/upload", this::upload);
        routes.post("/security/trust-lists/restart", this::restart);
    }

    private void show(Context ctx, CertificateNews news) {
        pages.render(
                ctx,
                CertificatesPage.ACTIVE,
                "trustLists.jte",
                Map.of(
                        "ctl", lists.ctl(),
                        "hasItl", lists.file("ITLFile.tlv").isPresent(),
                        "isMixed", lists.isMixed(),
                        "pending", lists.pending(),
                        "news", news));
    }

    private void download(Context ctx) {
        var name = ctx.pathParam("name");
        var content = lists.file(name).orElseThrow(NotFoundResponse::new);
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType("application/octet-stream")
                .result(content);
    }

    private void upload(Context ctx) throws IOException {
        var texts = pages.texts(ctx);
        var file = ctx.uploadedFile("file");
        var content = new byte[0];
        if (file != null) {
            try (var in = file.content()) {
                content = in.readNBytes(LONGEST + 1);
            }
        }
        var refused = lists.upload(content, administrator(ctx), texts.language().locale());
        if (refused.isPresent()) {
            ctx.status(422);
            show(ctx, CertificateNews.problem(refused.get()));
        } else {
            show(ctx, new CertificateNews(texts.get("trustlists.uploaded"), List.of(), ""));
        }
    }

    private static String administrator(Context ctx) {
        return Gate.sessionOf(ctx).map(Session::account).orElse("") + " (" + ctx.ip() + ")";
    }

    private void confirm(Context ctx) {
        pages.render(ctx, CertificatesPage.ACTIVE, "trustListsRestart.jte", Map.of("pending", lists.pending()));
    }

    private void restart(Context ctx) {
        lists.catchUp(administrator(ctx));
        show(ctx, new CertificateNews(pages.texts(ctx).get("trustlists.restarted"), List.of(), ""));
    }
}
