package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.model.security.SecurityClass;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.spec.Spec;

/** Calls between phones that are set as encrypted, and with one that is not. */
class EncryptedCallTest {
    @RegisterExtension
    static final Site SITE =
            Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"), Desk.of("carol", "2003"));

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers();
        caller.hearsEncrypted(called).showsLock();
        called.hearsEncrypted(caller).showsLock();
    }

    @Test
    @Spec({"OV-04", "OV-05", "OV-62", "OV-63", "OV-65", "PH-005", "PH-017"})
    void each_call_has_two_sets_of_keys_of_its_own_and_both_phones_show_the_lock() {
        var phones = SITE.boot("alice", "bob");
        var alice = phones.getFirst();
        var bob = phones.getLast();

        talk(alice, bob);
        assertThat(SITE.node().registrations().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.security()).contains(SecurityClass.ENCRYPTED));
        alice.hangsUp().isIdle();
        bob.isIdle();
        talk(bob, alice);
        alice.hangsUp().isIdle();
        bob.isIdle();

        assertThat(Keys.toSpeak(alice)).hasSize(2).isEqualTo(Keys.toHear(bob));
        assertThat(Keys.toSpeak(bob)).hasSize(2).isEqualTo(Keys.toHear(alice));
        assertAllDiffer(alice, bob);
    }

    @Test
    @Spec("OV-65")
    void after_hold_and_resume_the_voices_come_back_under_new_keys() {
        var phones = SITE.boot("alice", "bob");
        var alice = phones.getFirst();
        var bob = phones.getLast();

        talk(alice, bob);
        alice.presses("Hold").isOnHold().isMute();
        bob.hearsEncryptedMusic().isMute();
        alice.presses("Resume");

        alice.isConnected().hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock();
        bob.hangsUp().isIdle();
        alice.isIdle();
        assertThat(Keys.toSpeak(alice)).hasSize(2);
        assertAllDiffer(alice, bob);
    }

    private static void assertAllDiffer(LabPhone one, LabPhone other) {
        var sets = new ArrayList<>(Keys.toSpeak(one));
        sets.addAll(Keys.toSpeak(other));
        assertThat(sets).hasSize(4).doesNotHaveDuplicates();
        assertThat(sets.stream().map(Keys::key)).doesNotHaveDuplicates();
        assertThat(sets.stream().map(Keys::salt)).doesNotHaveDuplicates();
    }

    @Test
    @Spec({"OV-03", "OV-06", "OV-64", "PH-006"})
    void a_call_with_a_non_secure_phone_works_in_the_clear_and_shows_no_lock() {
        var phones = SITE.boot("alice", "carol");
        var alice = phones.getFirst();
        var carol = phones.getLast();

        for (var caller : phones) {
            var called = caller.equals(alice) ? carol : alice;
            caller.dials(called.number());
            called.rings().answers();
            caller.hears(called).showsNoIcon();
            called.hears(caller).showsNoIcon();
            assertThat(caller.heard().encrypted()).isFalse();
            assertThat(SITE.node().registrations().calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.security()).contains(SecurityClass.NON_SECURE));
            called.hangsUp().isIdle();
            caller.isIdle();
        }

        assertThat(alice.phone().cipherSuite()).contains("AES");
        assertThat(Keys.toHear(alice)).isEmpty();
        assertThat(Keys.toSpeak(alice)).isEmpty();
        assertThat(Keys.toHear(carol)).isEmpty();
    }

    @Test
    @Spec("SEC-26")
    void no_key_of_a_call_stands_in_the_log_or_in_the_trace() {
        try (var log = LogOfAll.begin()) {
            var phones = SITE.boot("alice", "bob");
            var alice = phones.getFirst();
            var bob = phones.getLast();
            talk(alice, bob);
            alice.hangsUp().isIdle();
            bob.isIdle();

            var secrets = new HashSet<>(Keys.written(alice, bob));
            assertThat(secrets).hasSizeGreaterThan(20);
            var trace = text(SITE.node().trace().device(alice.deviceName()))
                    + text(SITE.node().trace().device(bob.deviceName()));
            assertThat(trace).contains("OpenReceiveChannel").contains("StartMediaTransmission");
            assertThat(log.text()).contains(alice.deviceName());
            assertThat(secrets).noneMatch(trace::contains).noneMatch(log.text()::contains);
        }
    }

    private static String text(List<SdlSignal> signals) {
        return signals.stream()
                .map(signal -> signal.from()
                        + signal.to()
                        + signal.name()
                        + signal.fields().get()
                        + signal.state())
                .collect(Collectors.joining("\n"));
    }
}
