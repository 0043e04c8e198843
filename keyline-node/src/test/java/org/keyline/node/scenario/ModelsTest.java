package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.PhoneProfile;

/** Phones of every model and every protocol version, each talking to one of the newest. */
class ModelsTest {
    private static final int OLDEST = 3;
    private static final int NEWEST = 22;

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(Desk.of("newest", "3000"))
            .with(kinds().map(Kind::desk).toArray(Desk[]::new));

    /**
     * A kind of phone.
     *
     * @param model its model
     * @param version the protocol version its load speaks
     */
    record Kind(String model, int version) {
        String person() {
            return model + "v" + version;
        }

        String number() {
            return "3" + model + (version + 10);
        }

        Desk desk() {
            return Desk.of(person(), number()).model(model);
        }

        LabPhone boots() {
            return SITE.owns(SITE.phone(person()).speaking(version).build()).boots();
        }
    }

    /** Each version on a model of its time, and each model with its usual load. */
    static Stream<Kind> kinds() {
        var versions = IntStream.rangeClosed(OLDEST, NEWEST).mapToObj(version -> new Kind(modelOf(version), version));
        var models = PhoneProfile.all().stream().map(profile -> new Kind(profile.model(), profile.version()));
        return Stream.concat(versions, models).distinct();
    }

    private static String modelOf(int version) {
        if (version <= 4) {
            return "7910";
        }
        return version <= 11 ? "7960" : version <= 17 ? "7961" : "7970";
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_registers_calls_and_is_called(Kind kind) {
        var newest = SITE.boots("newest");
        var phone = kind.boots();
        assertThat(SITE.node().registrations().device(Site.device(kind.person())))
                .hasValueSatisfying(
                        device -> assertThat(device.protocolVersion()).isEqualTo(kind.version()));

        talk(phone, newest);
        talk(newest, phone);
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers();
        caller.hears(called).isConnectedTo(called.number());
        called.hears(caller).isConnectedTo(caller.number()).hangsUp().isIdle();
        caller.hangsUp().isIdle();
    }
}
