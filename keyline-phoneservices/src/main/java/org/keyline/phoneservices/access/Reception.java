package org.keyline.phoneservices.access;

import java.util.Optional;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.phoneservices.http.PageRequest;

/**
 * Knows which phone asks: the one it names, and only from where that phone is registered. So nobody sees or changes
 * through this room what belongs to another phone.
 *
 * @param configuration the configuration in force
 * @param phones where phones are
 */
public record Reception(SnapshotSource configuration, Phones phones) {
    /** The visit of a phone; empty where it is unknown, not registered, or somewhere else. */
    public Optional<Visit> receive(PageRequest request) {
        var now = configuration.current();
        return named(request.query().get(Visit.DEVICE))
                .filter(name ->
                        phones.address(name).filter(request.from()::equals).isPresent())
                .flatMap(now::phone)
                .map((Phone phone) -> new Visit(request, phone, now));
    }

    private static Optional<DeviceName> named(String text) {
        return DeviceName.isValid(text) ? Optional.of(new DeviceName(text)) : Optional.empty();
    }
}
