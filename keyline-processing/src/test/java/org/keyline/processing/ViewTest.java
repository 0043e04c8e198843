package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.Clear;
import org.keyline.callcontrol.station.StationCommand.FarEndHeld;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.RingBack;
import org.keyline.callcontrol.station.StationCommand.UpdateParties;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.CallView;

class ViewTest {
    private final TestSite site = new TestSite();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_call_can_be_seen_from_dial_tone_to_its_end() throws Exception {
        var alice = site.phone("2001", SecurityClass.ENCRYPTED);
        var bob = site.phone("2002", SecurityClass.ENCRYPTED);
        var changes = new AtomicInteger();
        try (var _ = site.processing().onChange(changes::incrementAndGet)) {
            alice.dialsEnBloc("2002");
            alice.isTold(RingBack.class);
            assertThat(call().state()).isEqualTo(CallView.State.RINGING);
            assertThat(call().called()).extracting(CallView.End::device).containsExactly(TestSite.name("2002"));

            bob.answers();
            bob.isTold(UpdateParties.class);
            assertThat(call().state()).isEqualTo(CallView.State.CONNECTED);
            assertThat(call().codec()).contains(AudioCodec.G711_ULAW);
            assertThat(call().security()).contains(SecurityClass.ENCRYPTED);

            bob.presses(Softkey.HOLD);
            alice.isTold(FarEndHeld.class);
            assertThat(call().state()).isEqualTo(CallView.State.HELD);

            alice.hangsUp();
            bob.isTold(Clear.class);
            assertThat(site.processing().calls()).isEmpty();
            assertThat(changes).hasValueGreaterThan(4);
        }
    }

    @Test
    void the_trace_has_every_signal_of_both_legs_and_no_key() {
        var alice = site.phone("2001", SecurityClass.ENCRYPTED);
        var bob = site.phone("2002", SecurityClass.ENCRYPTED);
        alice.dialsEnBloc("2002");
        bob.answers();
        var open = bob.isTold(OpenReceive.class);
        bob.isTold(UpdateParties.class);
        alice.hangsUp();
        bob.isTold(Clear.class);

        var signals = site.trace().call(open.call().value());

        assertThat(signals)
                .extracting(signal -> signal.name())
                .contains("Originate", "Offered", "Alerting", "Answer", "ReceiveOpened", "Release", "Cleared");
        assertThat(signals).extracting(signal -> signal.from()).contains("SEP000000002001", "SEP000000002002");
        var key = open.key().map(found -> HexFormat.of().formatHex(found.key())).orElseThrow();
        assertThat(signals.toString()
                        + signals.stream().map(signal -> signal.fields().get()).toList())
                .doesNotContain(key)
                .doesNotContain("MediaKey");
        assertThat(signals.getFirst().fields().get())
                .containsEntry("digits", Optional.of("2002").toString());
    }

    private CallView call() {
        assertThat(site.processing().calls()).hasSize(1);
        return site.processing().calls().getFirst();
    }
}
