package org.keyline.bench.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.keyline.lab.RawStation;
import org.keyline.lab.phone.PhoneProfile;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.wire.MediaAddress;

/** One phone that asks once whether it may register. */
public final class TestPhone {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final PhoneProfile PROFILE = PhoneProfile.of("7962");
    private static final MediaAddress LOOPBACK = MediaAddress.ipv4(0x7F000001);

    private TestPhone() {}

    /** Whether the first phone without security is registered when it asks. */
    public static boolean isAccepted(InetSocketAddress server) {
        try (var phone = RawStation.connect(server)) {
            phone.sends(PROFILE.register(PhoneFarm.name(PhoneFarm.FIRST_PLAIN, 0), LOOPBACK));
            return phone.next(PATIENCE)
                    .filter(ServerRegistration.RegisterAck.class::isInstance)
                    .isPresent();
        }
    }
}
