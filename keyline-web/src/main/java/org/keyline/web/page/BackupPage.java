package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.trust.sealed.Passphrase;
import org.keyline.trust.secret.Secret;
import org.keyline.web.backup.Backups;
import org.keyline.web.backup.Backups.Begun;
import org.keyline.web.language.Texts;

/** Backups of this node: made, taken away, deleted; and how long ago the last one was. */
final class BackupPage {
    private static final String ACTIVE = "backup";
    private static final int HOURS_SHOWN = 48;

    private final Backups backups;
    private final Clock clock;
    private final Pages pages;

    BackupPage(Backups backups, Clock clock, Pages pages) {
        this.backups = backups;
        this.clock = clock;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/backup", ctx -> show(ctx, CertificateNews.NONE));
        routes.get("/backup/progress", this::progress);
        routes.get("/backup/file/{name}", this::download);
        routes.get("/backup/delete/{name}", this::confirm);
        routes.post("/backup/make", this::make);
        routes.post("/backup/delete", this::delete);
        routes.get("/backup/make", ctx -> ctx.redirect("/backup"));
        routes.get("/backup/delete", ctx -> ctx.redirect("/backup"));
    }

    private void show(Context ctx, CertificateNews news) throws IOException {
        pages.render(
                ctx,
                ACTIVE,
                "backup.jte",
                Map.of(
                        "news", news,
                        "status", status(pages.texts(ctx)),
                        "isFailed", backups.last().failed().isPresent(),
                        "percent", backups.percent(),
                        "saved", backups.saved(),
                        "shortest", Passphrase.SHORTEST));
    }

    private List<String> status(Texts texts) throws IOException {
        var last = backups.last();
        var made = last.made()
                .map(at -> texts.get("backup.last", seconds(at), age(at, texts), last.file()))
                .orElse(texts.get("backup.never"));
        return last.failed()
                .map(at -> List.of(made, texts.get("backup.failed", seconds(at), last.reason())))
                .orElse(List.of(made));
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private String age(Instant at, Texts texts) {
        var age = Duration.between(at, clock.instant());
        return age.toHours() < HOURS_SHOWN
                ? texts.get("backup.age.hours", Math.max(0, age.toHours()))
                : texts.get("backup.age.days", age.toDays());
    }

    /** While one is made the page asks for this; when it is done the whole page is loaded anew. */
    private void progress(Context ctx) {
        if (backups.percent().isEmpty()) {
            ctx.header("HX-Redirect", "/backup");
        }
        pages.render(ctx, ACTIVE, "backupProgress.jte", Map.of("percent", backups.percent()));
    }

    private void make(Context ctx) throws IOException {
        var texts = pages.texts(ctx);
        try (var passphrase = sent(ctx, "passphrase");
                var again = sent(ctx, "again")) {
            var problem = passphrase.matches(again)
                    ? problem(backups.begin(passphrase, ctx.formParam("firmware") != null), texts)
                    : Optional.of(texts.get("backup.differ"));
            if (problem.isPresent()) {
                ctx.status(422);
                show(ctx, CertificateNews.problem(problem.get()));
            } else {
                ctx.redirect("/backup");
            }
        }
    }

    private static Secret sent(Context ctx, String field) {
        return Secret.of(Optional.ofNullable(ctx.formParam(field)).orElse(""));
    }

    private static Optional<String> problem(Begun begun, Texts texts) {
        return switch (begun) {
            case RUNNING -> Optional.empty();
            case BUSY -> Optional.of(texts.get("backup.busy"));
            case UNFIT_PASSPHRASE -> Optional.of(texts.get("backup.unfit", Passphrase.SHORTEST));
        };
    }

    private void download(Context ctx) throws IOException {
        var name = ctx.pathParam("name");
        var content = backups.read(name).orElseThrow(NotFoundResponse::new);
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType("application/octet-stream")
                .result(content);
    }

    private void confirm(Context ctx) throws IOException {
        var name = ctx.pathParam("name");
        if (backups.saved().stream().noneMatch(saved -> saved.name().equals(name))) {
            throw new NotFoundResponse();
        }
        pages.render(ctx, ACTIVE, "backupDelete.jte", Map.of("name", name));
    }

    private void delete(Context ctx) throws IOException {
        var name = Optional.ofNullable(ctx.formParam("name")).orElse("");
        var texts = pages.texts(ctx);
        show(
                ctx,
                backups.delete(name)
                        ? new CertificateNews(texts.get("backup.deleted", name), List.of(), "")
                        : CertificateNews.problem(texts.get("error.404")));
    }
}
