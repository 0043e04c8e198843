package org.keyline.node;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.model.device.DeviceName;
import org.keyline.phoneservices.access.Phones;
import org.keyline.processing.Processing;

/**
 * Registered phones for the pages they fetch.
 *
 * @param processing knows them
 */
record RegisteredPhones(Processing processing) implements Phones {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofMillis(10));

    /** What alarms call it when a phone leaves because somebody logged in or out. */
    private static final String CAUSE = "EMLoginLogout";

    @Override
    public Optional<InetAddress> address(DeviceName phone) {
        return processing.device(phone).map(registered -> registered.peer().getAddress());
    }

    /** A phone that registered again before calls keep to the new lines would get its old ones. */
    @Override
    public void restartForLogin(DeviceName phone, long revision) {
        Thread.ofVirtual().name("login restart").start(() -> {
            PATIENCE.await(() -> processing.configurationRevision() >= revision);
            processing.reset(phone, Reset.Kind.RESTART, CAUSE);
        });
    }
}
