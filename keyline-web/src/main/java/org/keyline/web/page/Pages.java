package org.keyline.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.keyline.config.database.StorageTrouble;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.web.access.Accounts;
import org.keyline.web.adopt.Adoption;
import org.keyline.web.language.Language;
import org.keyline.web.language.Texts;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.phone.BulkOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every route of the web, and what each page is made of. */
public final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    /** Marks an answer that says itself what is not there. */
    private static final String TOLD = "told";

    private static final String LANGUAGE_COOKIE = "keyline-language";

    private final LiveSystem system;
    private final WaitingPhones waiting;
    private final Clock clock;
    private final Gate gate;
    private final AdoptionPage adoption;
    private final CertificatesPage certificates;
    private final PhonePage phone;
    private final FindPage find;
    private final ReportPage report;
    private final BulkPage bulk;
    private final PosturePage posture;
    private final TrustListsPage trustLists;
    private final ServicesPages services;
    private final SrstListPage srstList;
    private final SrstPage srst;
    private final SoftkeysPage softkeys;
    private final ButtonsPage buttons;
    private final BackupPage backup;
    private final DialPlanPage dialPlan;
    private final MediaPage media;
    private final RecordsPage records;
    private final MeasurementsPage measurements;
    private final UsersPage users;
    private final TracesPage traces;
    private @Nullable LiveEvents live;
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.keyline.web.jte");

    public Pages(
            LiveSystem system,
            WaitingPhones waiting,
            Adoption adoption,
            Accounts accounts,
            CertificateInventory certificates,
            Administered administered,
            Clock clock) {
        this.system = system;
        this.waiting = waiting;
        this.clock = clock;
        this.gate = new Gate(accounts, clock, this);
        this.adoption = new AdoptionPage(waiting, adoption, this);
        this.certificates = new CertificatesPage(certificates, this);
        this.phone = new PhonePage(administered.configuration(), administered.devices(), this);
        var snapshots = administered.configuration().snapshots();
        var operations = new BulkOperations(administered.configuration(), administered.devices());
        this.find = new FindPage(snapshots, operations, this);
        this.report = new ReportPage(snapshots, operations, this);
        this.bulk = new BulkPage(snapshots, operations, this, report::show, find::show);
        this.posture = new PosturePage(administered, clock, this);
        this.trustLists = new TrustListsPage(administered.trustLists(), this);
        this.services = new ServicesPages(administered, this);
        this.srstList = new SrstListPage(administered.configuration(), administered.gateways(), clock, this);
        this.srst = new SrstPage(
                administered.configuration(), administered.devices(), administered.gateways(), clock, this);
        this.softkeys = new SoftkeysPage(administered.configuration(), administered.devices(), this);
        this.buttons = new ButtonsPage(administered.configuration(), administered.devices(), this);
        this.backup = new BackupPage(administered.backups(), clock, this);
        this.traces = new TracesPage(administered.archive(), this);
        this.records = new RecordsPage(administered.archive(), this);
        this.measurements = new MeasurementsPage(administered.archive(), this);
        this.users = new UsersPage(administered.configuration(), this);
        this.media = new MediaPage(administered.configuration(), system, this);
        this.dialPlan = new DialPlanPage(administered.configuration(), administered.analyser(), this);
    }

    /** Adds the routes. */
    public void register(JavalinConfig config) {
        var routes = config.routes;
        routes.before(SecurityHeaders::add);
        Assets.register(routes);
        gate.register(routes);
        routes.get("/", ctx -> ctx.redirect("/phones"));
        routes.get("/language", this::language);
        new PhonesPage(system, this).register(routes);
        routes.get("/calls", ctx -> render(ctx, "calls", "calls.jte", Map.of("calls", system.calls())));
        routes.get("/calls/table", ctx -> render(ctx, "calls", "callsTable.jte", Map.of("calls", system.calls())));
        records.register(routes);
        measurements.register(routes);
        traces.register(routes);
        new LadderPage(system, this).register(routes);
        adoption.register(routes);
        certificates.register(routes);
        phone.register(routes);
        find.register(routes);
        report.register(routes);
        bulk.register(routes);
        posture.register(routes);
        trustLists.register(routes);
        services.register(routes);
        srstList.register(routes);
        srst.register(routes);
        softkeys.register(routes);
        buttons.register(routes);
        backup.register(routes);
        users.register(routes);
        dialPlan.register(routes);
        media.register(routes);
        live = new LiveEvents(system, waiting);
        live.register(routes);
        new RestApi(system, waiting, posture.posture(), clock).register(routes);
        routes.exception(HttpResponseException.class, this::refused);
        routes.exception(StorageTrouble.class, this::notStored);
        routes.exception(Exception.class, this::failed);
        routes.error(404, this::notFound);
    }

    /** Ends what is open for as long as the reader stays: the streams of live pages. */
    public void end() throws Exception {
        if (live != null) {
            live.end();
        }
    }

    /** Renders a template with what every page has. */
    void render(Context ctx, String active, String template, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.putIfAbsent("frame", frame(ctx, active));
        var out = new StringOutput();
        templates.render(template, all, out);
        ctx.html(out.toString());
    }

    Frame frame(Context ctx, String active) {
        return new Frame(
                texts(ctx),
                Gate.sessionOf(ctx).orElse(null),
                active,
                ctx.path(),
                waiting.list().size(),
                clock.instant(),
                "");
    }

    Texts texts(Context ctx) {
        var chosen = ctx.cookie(LANGUAGE_COOKIE);
        var header = ctx.header("Accept-Language");
        return new Texts(Language.of(chosen != null ? chosen : header != null ? header : ""));
    }

    void problem(Context ctx, String text) {
        if (Assets.isApi(ctx)) {
            ctx.contentType("application/json").result(Json.write(Map.of("problems", List.of(text))));
        } else {
            render(ctx, "", "problem.jte", Map.of("problem", text));
        }
    }

    private void language(Context ctx) {
        var language = Language.of(String.valueOf(ctx.queryParam("to")));
        ctx.header(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax"
                        .formatted(LANGUAGE_COOKIE, language.code()));
        ctx.redirect(ownPath(String.valueOf(ctx.queryParam("back"))));
    }

    /** Only a path of this server is followed, never another site. */
    private static String ownPath(String path) {
        return path.matches("/[A-Za-z0-9/._-]*") && !path.startsWith("//") ? path : "/";
    }

    private void notFound(Context ctx) {
        if (ctx.attribute(TOLD) == null) {
            problem(ctx, texts(ctx).get("error.404"));
        }
    }

    private void refused(HttpResponseException refusal, Context ctx) {
        if (refusal instanceof NothingOfThisName) {
            ctx.attribute(TOLD, true);
        }
        ctx.status(refusal.getStatus());
        problem(ctx, String.valueOf(refusal.getMessage()));
    }

    private void notStored(StorageTrouble trouble, Context ctx) {
        LOG.atError().addKeyValue("reason", trouble.getMessage()).log("The configuration cannot be written");
        ctx.status(507);
        problem(ctx, texts(ctx).get("error.507"));
    }

    private void failed(Exception failure, Context ctx) {
        var number = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextInt())
                .toUpperCase(Locale.ROOT);
        LOG.atError()
                .addKeyValue("number", number)
                .addKeyValue("path", ctx.path())
                .setCause(failure)
                .log("A page failed");
        ctx.status(500);
        problem(ctx, texts(ctx).get("error.500", number));
    }
}
