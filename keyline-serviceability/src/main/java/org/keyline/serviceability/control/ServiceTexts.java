package org.keyline.serviceability.control;

import java.util.Locale;
import java.util.ResourceBundle;
import org.keyline.model.server.NodeService;

/** What is said of services and of orders to them, in pages and in commands alike. */
public final class ServiceTexts {
    private static final String CATALOGUE = "org.keyline.serviceability.control.services";

    private ServiceTexts() {}

    /** What people notice when this is done to that service. */
    public static String consequence(Locale locale, ServiceOrder order, NodeService service) {
        return switch (order) {
            case STOP, DEACTIVATE -> text(locale, "stop." + service);
            case RESTART -> text(locale, "restart." + service);
            case START, ACTIVATE -> text(locale, "start." + service);
        };
    }

    @SuppressWarnings("FormatStringAnnotation") // the formats stand in the catalogue, where a test checks them
    static String text(Locale locale, String key, Object... arguments) {
        return ResourceBundle.getBundle(
                        CATALOGUE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key)
                .formatted(arguments);
    }
}
