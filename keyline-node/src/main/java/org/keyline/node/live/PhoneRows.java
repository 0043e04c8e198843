package org.keyline.node.live;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyline.model.device.Phone;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.web.live.PhoneRow;

/** Phones as rows of the page. */
final class PhoneRows {
    private PhoneRows() {}

    static PhoneRow of(
            Phone phone, SecurityClass asked, Optional<RegisteredDevice> registered, Optional<Instant> certificate) {
        return new PhoneRow(
                phone.name().text(),
                phone.model().name(),
                phone.description(),
                phone.lines().stream().map(line -> line.number().digits()).collect(Collectors.joining(", ")),
                asked,
                registered.map(PhoneRows::registration),
                certificate);
    }

    private static PhoneRow.Registration registration(RegisteredDevice device) {
        return new PhoneRow.Registration(
                device.security(),
                device.peer().getAddress().getHostAddress(),
                device.since(),
                device.protocolVersion(),
                device.load());
    }
}
