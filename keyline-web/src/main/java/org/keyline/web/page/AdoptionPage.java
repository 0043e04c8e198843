package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.PhoneModels;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.serviceability.waiting.WaitingPhones.WaitingPhone;
import org.keyline.web.adopt.Adoption;

/** Phones that wait, and the one click that adopts them. */
final class AdoptionPage {
    private final WaitingPhones waiting;
    private final Adoption adoption;
    private final Pages pages;

    AdoptionPage(WaitingPhones waiting, Adoption adoption, Pages pages) {
        this.waiting = waiting;
        this.adoption = adoption;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/waiting", ctx -> show(ctx, "", List.of(), "", ""));
        routes.get(
                "/waiting/table",
                ctx -> pages.render(ctx, "waiting", "waitingTable.jte", Map.of("waiting", rows(), "number", "")));
        routes.get(
                "/waiting/count",
                ctx -> ctx.result(Integer.toString(waiting.list().size())));
        routes.post("/waiting/adopt", this::adopt);
    }

    private void adopt(Context ctx) {
        var device = Optional.ofNullable(ctx.formParam("device")).orElse("");
        var number = Optional.ofNullable(ctx.formParam("number")).orElse("").strip();
        var texts = pages.texts(ctx);
        var who = pages.frame(ctx, "waiting").account();
        var problems = adoption.adopt(
                device, typeOf(device), number, who, texts.language().locale());
        if (problems.isEmpty()) {
            waiting.forget(device);
            show(ctx, texts.get("waiting.adopted", device, number), List.of(), "", "");
        } else {
            ctx.status(422);
            show(ctx, "", problems, device, number);
        }
    }

    private int typeOf(String device) {
        return waiting.list().stream()
                .filter(phone -> phone.device().equals(device))
                .findFirst()
                .map(WaitingPhone::deviceType)
                .orElse(0);
    }

    private void show(Context ctx, String done, List<String> problems, String focus, String number) {
        pages.render(
                ctx,
                "waiting",
                "waiting.jte",
                Map.of(
                        "frame", pages.frame(ctx, "waiting").focusedOn(focus),
                        "waiting", rows(),
                        "problems", problems,
                        "done", done,
                        "number", number));
    }

    private List<WaitingRow> rows() {
        return waiting.list().stream().map(AdoptionPage::row).toList();
    }

    private static WaitingRow row(WaitingPhone phone) {
        return new WaitingRow(
                phone.device(),
                PhoneModels.byDeviceType(phone.deviceType()).map(model -> model.name()),
                phone.address(),
                phone.via(),
                phone.lastSeen(),
                phone.knocks());
    }
}
