package org.keyline.serviceability.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keyline.spec.Spec;

class AlarmLogTest {
    private final AlarmLog log = new AlarmLog(Clock.systemUTC());

    @Test
    void an_alarm_names_the_device_in_both_languages() {
        log.raise(
                AlarmCatalogue.CERTIFICATE_NAME_MISMATCH,
                Map.of("device", "SEP001122334455", "peer", "192.0.2.1", "certificate", "SEPAABBCCDDEEFF"));

        var raised = log.newest(1).getFirst();

        assertThat(raised.text(Locale.ENGLISH)).contains("SEP001122334455", "SEPAABBCCDDEEFF", "CAPF");
        assertThat(raised.text(Locale.JAPANESE)).contains("SEP001122334455", "証明書");
    }

    @Test
    @Spec("SEC-01")
    void every_alarm_has_a_text_with_the_same_parameters_in_both_languages() {
        for (var alarm : AlarmCatalogue.all()) {
            assertThat(parameters(AlarmTexts.template(alarm, Locale.JAPANESE)))
                    .as(alarm.name())
                    .containsExactlyInAnyOrderElementsOf(parameters(AlarmTexts.template(alarm, Locale.ENGLISH)));
        }
    }

    @Test
    void the_newest_come_first_and_the_oldest_are_forgotten() {
        for (int i = 0; i < 2_100; i++) {
            log.raise(AlarmCatalogue.UNKNOWN_DEVICE, Map.of("device", "SEP" + i));
        }

        assertThat(log.newest(5_000)).hasSize(2_000);
        assertThat(log.newest(1).getFirst().parameters()).containsEntry("device", "SEP2099");
    }

    @Test
    void a_listener_hears_each_alarm_until_it_leaves() throws Exception {
        var heard = new ArrayList<String>();
        try (var _ = log.onAlarm(alarm -> heard.add(alarm.alarm().name()))) {
            log.raise(AlarmCatalogue.SERVICE_CRASHED, Map.of());
        }
        log.raise(AlarmCatalogue.INTERNAL_ERROR, Map.of());

        assertThat(heard).containsExactly("ServiceCrashed");
    }

    private static List<String> parameters(String template) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(template)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
