package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.web.record.CallArchive;
import org.keyline.web.record.CallForm;

/** Records of calls that are over: found, turned page by page, downloaded. */
final class RecordsPage {
    private static final int ROWS = 100;

    private final CallArchive archive;
    private final Pages pages;

    RecordsPage(CallArchive archive, Pages pages) {
        this.archive = archive;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/calls/records", this::show);
        routes.get("/calls/records.csv", this::file);
    }

    private void show(Context ctx) throws IOException {
        var form = form(ctx);
        var problems = form.problems(pages.texts(ctx));
        var page = problems.isEmpty()
                ? archive.find(form.search(), Optional.ofNullable(ctx.queryParam("at")), ROWS)
                : new CallArchive.Page(List.of(), Optional.empty());
        render(ctx, pages, "records.jte", form, problems, page, archive.writesRecords());
    }

    /** Renders a page of calls that are over: what was looked for, and what was found. */
    static void render(
            Context ctx, Pages pages, String template, CallForm form, List<String> problems, Object page, boolean on) {
        pages.render(
                ctx,
                "calls",
                template,
                Map.of(
                        "form",
                        form,
                        "query",
                        query(form),
                        "page",
                        page,
                        "problems",
                        problems,
                        "first",
                        ctx.queryParam("at") == null,
                        "on",
                        on));
    }

    private void file(Context ctx) throws IOException {
        ctx.header("Content-Disposition", "attachment; filename=\"call-records.csv\"")
                .contentType("text/csv; charset=utf-8");
        archive.write(form(ctx).search(), ctx.outputStream());
    }

    /** What is looked for; empty is whatever the page does not ask. */
    static CallForm form(Context ctx) {
        return new CallForm(
                SrstDesk.given(ctx, "number"),
                SrstDesk.given(ctx, "device"),
                SrstDesk.given(ctx, "from"),
                SrstDesk.given(ctx, "to"),
                SrstDesk.given(ctx, "cause"),
                SrstDesk.given(ctx, "security"));
    }

    /** What was looked for, for links that go on with it. */
    private static String query(CallForm form) {
        var given = new LinkedHashMap<String, String>();
        given.put("number", form.number());
        given.put("device", form.device());
        given.put("from", form.from());
        given.put("to", form.to());
        given.put("cause", form.cause());
        given.put("security", form.security());
        var parts = new ArrayList<String>();
        given.forEach((name, value) -> {
            if (!value.isEmpty()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return String.join("&", parts);
    }
}
