package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.processing.view.DeviceControl;
import org.keyline.processing.view.Registrations;

/** Reset Devices: every device that is registered with a server, asked for first (spec OV-40). */
final class ResetDevicesPage {
    private final Registrations registrations;
    private final DeviceControl devices;
    private final Servers servers;
    private final Pages pages;

    ResetDevicesPage(Registrations registrations, DeviceControl devices, Servers servers, Pages pages) {
        this.registrations = registrations;
        this.devices = devices;
        this.servers = servers;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/services/devices", ctx -> show(ctx, CertificateNews.NONE));
        routes.post("/services/devices", this::reset);
    }

    private void show(Context ctx, CertificateNews news) {
        pages.render(
                ctx,
                ServicesPage.ACTIVE,
                "resetDevices.jte",
                Map.of(
                        "registered",
                        registrations.devices().size(),
                        "server",
                        servers.own(),
                        "servers",
                        servers.of(ctx),
                        "news",
                        news));
    }

    private void reset(Context ctx) {
        var told = registrations.devices().stream()
                .filter(device -> devices.reset(device.device(), Reset.Kind.RESET))
                .count();
        show(ctx, new CertificateNews(pages.texts(ctx).get("devices.done", told), List.of(), ""));
    }
}
