package org.keyline.bench.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.keyline.lab.RawStation;
import org.keyline.lab.phone.PhoneProfile;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;

/** One phone that asks once whether it may register. */
public final class TestPhone {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TestPhone() {}

    /** Whether the first phone without security is registered when it asks. */
    public static boolean isAccepted(InetSocketAddress server) {
        try (var phone = RawStation.connect(server)) {
            phone.sends(registration());
            return phone.next(PATIENCE)
                    .filter(ServerRegistration.RegisterAck.class::isInstance)
                    .isPresent();
        }
    }

    private static StationRegistration.Register registration() {
        var profile = PhoneProfile.of("7962");
        return new StationRegistration.Register(
                PhoneFarm.name(PhoneFarm.FIRST_PLAIN, 0),
                0,
                1,
                MediaAddress.ipv4(0x7F000001),
                profile.type(),
                5,
                0,
                profile.version(),
                profile.features(),
                0,
                0,
                Bytes.EMPTY,
                3,
                profile.buttons(),
                MediaAddress.NONE,
                0,
                profile.load(),
                "",
                profile.form());
    }
}
