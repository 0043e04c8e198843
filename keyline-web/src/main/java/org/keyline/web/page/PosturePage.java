package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.web.phone.AuthenticationStrings;
import org.keyline.web.posture.DevicePosture;
import org.keyline.web.posture.Posture;
import org.keyline.web.posture.PostureFilter;
import org.keyline.web.srst.SrstFinding;

/** How secure each device is and was asked to be, with totals, and one click to what mends a difference. */
final class PosturePage {
    private static final String ACTIVE = CertificatesPage.ACTIVE;

    private final Administered administered;
    private final Posture posture;
    private final Clock clock;
    private final Pages pages;

    PosturePage(Administered administered, Clock clock, Pages pages) {
        this.administered = administered;
        this.posture = new Posture(
                administered.configuration(),
                administered.registrations(),
                administered.observed(),
                administered.trustList());
        this.clock = clock;
        this.pages = pages;
    }

    /** What the page shows. */
    Posture posture() {
        return posture;
    }

    void register(RoutesConfig routes) {
        routes.get("/security/posture", ctx -> show(ctx, "posture.jte", PhoneNews.NONE));
        routes.get("/security/posture/table", ctx -> show(ctx, "postureTable.jte", PhoneNews.NONE));
        routes.get("/security/posture/{done}", ctx -> ctx.redirect("/security/posture"));
        routes.post("/security/posture/install", this::install);
        routes.post("/security/posture/reset", this::reset);
    }

    private void show(Context ctx, String template, PhoneNews news) {
        var now = clock.instant();
        var all = posture.devices(now);
        var filter = Optional.ofNullable(ctx.queryParam("show"))
                .or(() -> Optional.ofNullable(ctx.formParam("show")))
                .flatMap(PostureFilter::named)
                .orElse(PostureFilter.ALL);
        var matching =
                all.stream().filter(device -> filter.contains(device, now)).toList();
        var totals = new EnumMap<PostureFilter, Integer>(PostureFilter.class);
        for (var part : PostureFilter.values()) {
            totals.put(part, (int)
                    all.stream().filter(device -> part.contains(device, now)).count());
        }
        pages.render(
                ctx,
                ACTIVE,
                template,
                Map.of(
                        "devices",
                        shown(matching),
                        "count",
                        matching.size(),
                        "filter",
                        filter,
                        "totals",
                        totals,
                        "news",
                        news,
                        "gateways",
                        SrstFinding.troubles(
                                administered.configuration().snapshots().current(), administered.gateways(), now),
                        "expiredMics",
                        posture.expiredMics(),
                        "schema",
                        schema(ctx)));
    }

    private static List<DevicePosture> shown(List<DevicePosture> matching) {
        return matching.subList(0, Math.min(FindPage.SHOWN, matching.size()));
    }

    private Texts schema(Context ctx) {
        return Texts.in(pages.texts(ctx).language().locale());
    }

    private static String device(Context ctx) {
        return Optional.ofNullable(ctx.formParam("device")).orElse("");
    }

    /** Has CAPF give the phone a certificate, the way the phone is set up for it, and resets it. */
    private void install(Context ctx) {
        var store = administered.configuration().store();
        var device = device(ctx);
        var phone = store.find(Kinds.PHONE, device)
                .orElseThrow(() -> new NothingOfThisName(pages.texts(ctx).get("phone.unknown", device)));
        var values = new LinkedHashMap<String, Value>();
        values.put("certificateOperation", Value.of(CertificateOperation.INSTALL_UPGRADE));
        var string = phone.text("authenticationMode").equals(AuthenticationMode.BY_AUTHENTICATION_STRING.name())
                ? AuthenticationStrings.generate()
                : "";
        if (!string.isEmpty()) {
            values.put("authenticationString", Value.of(string));
        }
        var edit = new Edit.Change(Kinds.PHONE, device, values, Set.of("operationCompletesBy"));
        var who = Author.administrator(pages.frame(ctx, ACTIVE).account());
        switch (store.apply(List.of(edit), who)) {
            case SaveResult.Saved _ -> show(ctx, "posture.jte", installing(ctx, device, string));
            case SaveResult.Invalid(var problems) -> {
                ctx.status(422);
                var texts = problems.stream()
                        .map(problem -> problem.sentence(schema(ctx)))
                        .toList();
                show(ctx, "posture.jte", new PhoneNews("", List.of(), false, texts));
            }
        }
    }

    private PhoneNews installing(Context ctx, String device, String string) {
        var texts = pages.texts(ctx);
        var done = administered.devices().reset(new DeviceName(device), Reset.Kind.RESET)
                ? texts.get("posture.install.reset", device)
                : texts.get("posture.install.later", device);
        var notices = string.isEmpty() ? List.<String>of() : List.of(texts.get("posture.install.string", string));
        return new PhoneNews(done, notices, false, List.of());
    }

    private void reset(Context ctx) {
        var texts = pages.texts(ctx);
        var device = device(ctx);
        var isThere =
                administered.configuration().store().find(Kinds.PHONE, device).isPresent();
        var news = isThere && administered.devices().reset(new DeviceName(device), Reset.Kind.RESET)
                ? new PhoneNews(device + ": " + texts.get("phone.reset.done"), List.of(), false, List.of())
                : new PhoneNews("", List.of(), false, List.of(texts.get("phone.reset.unregistered")));
        show(ctx, "posture.jte", news);
    }
}
