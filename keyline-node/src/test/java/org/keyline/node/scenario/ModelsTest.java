package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;

/** Phones of every generation, calling each other. */
class ModelsTest {
    private static final List<Generation> GENERATIONS = List.of(
            new Generation("7910", 3),
            new Generation("7920", 5),
            new Generation("7960", 8),
            new Generation("7940", 11),
            new Generation("6961", 15),
            new Generation("7941", 17),
            new Generation("7970", 20),
            new Generation("7962", 22));

    @RegisterExtension
    static final Site SITE =
            Site.nonSecure().with(GENERATIONS.stream().map(Generation::desk).toArray(Desk[]::new));

    /**
     * A generation of phones.
     *
     * @param model a model of it
     * @param version the protocol version its load speaks
     */
    record Generation(String model, int version) {
        String person() {
            return "v" + version;
        }

        Desk desk() {
            return Desk.of(person(), "30" + (version < 10 ? "0" : "") + version).model(model);
        }

        LabPhone phone() {
            return SITE.owns(SITE.phone(person()).speaking(version).build());
        }
    }

    @Test
    void phones_from_version_3_to_22_register_and_each_talks_to_the_next() {
        var phones = GENERATIONS.stream().map(Generation::phone).toList();
        Site.allBoot(phones);
        for (var generation : GENERATIONS) {
            assertThat(SITE.node().registrations().device(Site.device(generation.person())))
                    .hasValueSatisfying(
                            device -> assertThat(device.protocolVersion()).isEqualTo(generation.version()));
        }

        for (int i = 0; i < phones.size(); i++) {
            talk(phones.get(i), phones.get((i + 1) % phones.size()));
        }
        talk(phones.getLast(), phones.getFirst());
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers();
        caller.hears(called).isConnectedTo(called.number());
        called.hears(caller).isConnectedTo(caller.number());
        called.hangsUp().isIdle();
        caller.hangsUp().isIdle();
    }
}
