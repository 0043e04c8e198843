package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.inventory.CertificateEntry;
import org.keyline.trust.inventory.CertificateFile;
import org.keyline.trust.inventory.CertificateFormat;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.CertificateView;
import org.keyline.trust.inventory.CertificateView.View;
import org.keyline.trust.inventory.Changed;
import org.keyline.trust.inventory.FollowUp;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;

/** The node's certificates: looked at, renewed, signed elsewhere, brought in, handed out (spec SEC-28 to SEC-30). */
final class CertificatesPage {
    static final String ACTIVE = "security";

    private final CertificateInventory inventory;
    private final Pages pages;

    CertificatesPage(CertificateInventory inventory, Pages pages) {
        this.inventory = inventory;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/certificates", ctx -> list(ctx, CertificateNews.NONE));
        routes.get("/certificates/show/<name>", ctx -> show(ctx, entry(ctx), CertificateNews.NONE));
        routes.get("/certificates/download/<name>", this::download);
        routes.get("/certificates/request/<name>", this::downloadRequest);
        routes.get(Assets.OWN_CERTIFICATE, this::own);
        routes.get("/certificates/regenerate/<name>", ctx -> confirm(ctx, "regenerate"));
        routes.get("/certificates/remove/<name>", ctx -> confirm(ctx, "remove"));
        // After a form was answered, a change of language asks for its address as a page.
        routes.get("/certificates/{done}", ctx -> ctx.redirect("/certificates"));
        routes.post("/certificates/regenerate", ctx -> changed(ctx, "regenerated", inventory.regenerate(name(ctx))));
        routes.post("/certificates/remove", ctx -> changed(ctx, "removed", inventory.remove(name(ctx))));
        routes.post("/certificates/request", this::request);
        routes.post("/certificates/install", this::install);
        routes.post("/certificates/trust", this::trust);
    }

    private void list(Context ctx, CertificateNews news) {
        pages.render(ctx, ACTIVE, "certificates.jte", Map.of("entries", inventory.list(), "news", news));
    }

    private void show(Context ctx, CertificateEntry entry, CertificateNews news) {
        var view =
                Optional.ofNullable(ctx.queryParam("view")).flatMap(View::named).orElse(View.ALL);
        pages.render(
                ctx,
                ACTIVE,
                "certificate.jte",
                Map.of(
                        "entry", entry,
                        "view", view,
                        "lines", CertificateView.of(entry.certificate(), view),
                        "requested", isRequested(entry),
                        "news", news));
    }

    private boolean isRequested(CertificateEntry entry) {
        return entry instanceof CertificateEntry.Own own
                && inventory.requested(own.purpose()).isPresent();
    }

    private CertificateEntry entry(Context ctx) {
        return switch (inventory.find(ctx.pathParam("name"))) {
            case Outcome.Done<CertificateEntry>(var entry) -> entry;
            case Outcome.Refused<CertificateEntry>(var problem) ->
                throw new NothingOfThisName(
                        problem.text(pages.texts(ctx).language().locale()));
        };
    }

    private void download(Context ctx) {
        var entry = entry(ctx);
        var format = Optional.ofNullable(ctx.queryParam("format"))
                .flatMap(CertificateFormat::named)
                .orElse(CertificateFormat.PEM);
        file(ctx, entry.fileName() + "." + format.ending(), format.mediaType(), format.write(inventory.path(entry)));
    }

    /**
     * What a visitor puts into the store of his browser: the web certificate, or the root it was signed under as far as
     * it is known here (HT-12, HT2-14). It is in every handshake, so anybody may have it.
     */
    private void own(Context ctx) {
        if (inventory.find(CertificatePurpose.HTTPS.operatorName())
                instanceof Outcome.Done<CertificateEntry>(var web)) {
            var root = inventory.path(web).getLast();
            file(ctx, "httpscert.cer", CertificateFormat.DER.mediaType(), CertificateFormat.DER.write(List.of(root)));
        }
    }

    private void downloadRequest(Context ctx) {
        var pem = entry(ctx) instanceof CertificateEntry.Own own
                ? inventory.requested(own.purpose())
                : Optional.<byte[]>empty();
        file(
                ctx,
                entry(ctx).fileName() + ".csr",
                "application/pkcs10",
                pem.orElseThrow(() -> new NotFoundResponse(pages.texts(ctx).get("error.404"))));
    }

    private static void file(Context ctx, String name, String type, byte[] content) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType(type)
                .result(content);
    }

    private void confirm(Context ctx, String action) {
        var entry = entry(ctx);
        var after = switch (entry) {
            case CertificateEntry.Own own -> FollowUp.of(own.purpose());
            case CertificateEntry.Trusted trusted -> trusted.purpose().after();
            case CertificateEntry.Former _ -> Set.<FollowUp>of();
        };
        pages.render(
                ctx,
                ACTIVE,
                "certificateConfirm.jte",
                Map.of("entry", entry, "action", action, "after", List.copyOf(new TreeSet<>(after))));
    }

    private static String name(Context ctx) {
        return Optional.ofNullable(ctx.formParam("name")).orElse("");
    }

    private void changed(Context ctx, String what, Outcome<Changed> outcome) {
        switch (outcome) {
            case Outcome.Done<Changed>(var change) -> list(ctx, news(ctx, what, change));
            case Outcome.Refused<Changed>(var problem) -> {
                ctx.status(422);
                list(
                        ctx,
                        CertificateNews.problem(
                                problem.text(pages.texts(ctx).language().locale())));
            }
        }
    }

    private CertificateNews news(Context ctx, String what, Changed change) {
        var texts = pages.texts(ctx);
        var names = change.certificates().stream().map(CertificateEntry::name).toList();
        return new CertificateNews(
                texts.get("certificates." + what, String.join(", ", names)),
                change.after().stream()
                        .map(step -> step.text(texts.language().locale()))
                        .toList(),
                "");
    }

    private void request(Context ctx) {
        var texts = pages.texts(ctx);
        switch (inventory.request(name(ctx)).then(_ -> inventory.find(name(ctx)))) {
            case Outcome.Done<CertificateEntry>(var entry) ->
                show(ctx, entry, new CertificateNews(texts.get("certificates.requested"), List.of(), ""));
            case Outcome.Refused<CertificateEntry>(var problem) -> {
                ctx.status(422);
                list(ctx, CertificateNews.problem(problem.text(texts.language().locale())));
            }
        }
    }

    private void install(Context ctx) throws IOException {
        var upload = upload(ctx);
        changed(ctx, "installed", inventory.install(name(ctx), upload.name(), upload.content()));
    }

    private void trust(Context ctx) throws IOException {
        var upload = upload(ctx);
        var purpose = TrustPurpose.named(
                        Optional.ofNullable(ctx.formParam("store")).orElse(""))
                .orElseThrow(NotFoundResponse::new);
        changed(ctx, "trusted", inventory.trust(purpose, upload.name(), upload.content()));
    }

    private Upload upload(Context ctx) throws IOException {
        var file = ctx.uploadedFile("file");
        if (file == null) {
            return new Upload(pages.texts(ctx).get("certificates.nofile"), new byte[0]);
        }
        try (var content = file.content()) {
            return new Upload(file.filename(), content.readNBytes(CertificateFile.LONGEST + 1));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, read once
    private record Upload(String name, byte[] content) {}
}
