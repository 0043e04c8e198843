package org.keyline.web.page;

import io.javalin.config.RoutesConfig;

/** The pages of the services of a server. */
final class ServicesPages {
    private final ServicesPage control;
    private final ActivationPage activation;
    private final ParametersPage parameters;
    private final ResetDevicesPage devices;

    ServicesPages(Administered administered, Pages pages) {
        var services = administered.services();
        var servers =
                new Servers(services.server(), administered.configuration().snapshots());
        this.control = new ServicesPage(services.control(), servers, pages);
        this.activation = new ActivationPage(services.control(), servers, pages);
        this.parameters = new ParametersPage(
                services.control(), administered.configuration().store(), pages);
        this.devices = new ResetDevicesPage(administered.registrations(), administered.devices(), servers, pages);
    }

    void register(RoutesConfig routes) {
        control.register(routes);
        activation.register(routes);
        parameters.register(routes);
        devices.register(routes);
    }
}
