package org.keyline.phoneservices.access;

import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.phoneservices.access.Credentials.Outcome;
import org.keyline.phoneservices.http.PageAnswer;
import org.keyline.phoneservices.http.PageRequest;

/**
 * Tells a phone whether who sends it a page may (sheet phone services, section 5): user and password are right and the
 * phone is one of that user's. Phones take nothing but exactly {@code AUTHORIZED} for yes.
 *
 * @param configuration the configuration in force
 * @param credentials checks the password
 */
public record PushPermission(SnapshotSource configuration, Credentials credentials) {
    /** Where phones ask. */
    public static final String PATH = "/authenticate";

    /** The answer to a phone's question. */
    public PageAnswer answer(PageRequest request) {
        return PageAnswer.text(200, isPermitted(request) ? "AUTHORIZED" : "UN-AUTHORIZED");
    }

    private boolean isPermitted(PageRequest request) {
        var query = request.query();
        var now = configuration.current();
        var device = query.get("devicename");
        return DeviceName.isValid(device)
                && now.phone(new DeviceName(device)).isPresent()
                && credentials.password(now, query.get("UserID"), query.get("Password"), request.from())
                        instanceof Outcome.Accepted(var user)
                && user.devices().contains(device);
    }
}
