package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.SecurityIcon;
import org.keyline.model.security.SecurityClass;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.spec.Spec;

/** Calls between phones of every security, in mixed mode: the weaker phone decides, and both show the same. */
class MixedCallsTest {
    private static final List<SecurityClass> CLASSES = List.of(SecurityClass.values());

    /**
     * A phone that registers without a certificate would get one afterwards, and restart in the middle of its calls.
     */
    private static final String[] CERTIFIED = {
        "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING"
    };

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(CLASSES.stream().map(MixedCallsTest::caller).toArray(Desk[]::new))
            .with(CLASSES.stream().map(MixedCallsTest::called).toArray(Desk[]::new));

    private static Desk caller(SecurityClass security) {
        return desk("caller", security, "4" + CLASSES.indexOf(security));
    }

    private static Desk called(SecurityClass security) {
        return desk("called", security, "5" + CLASSES.indexOf(security));
    }

    private static Desk desk(String role, SecurityClass security, String number) {
        var desk = Desk.of(role + security, number).with("securityMode: " + security);
        return security == SecurityClass.NON_SECURE ? desk : desk.with(CERTIFIED);
    }

    static Stream<Arguments> pairs() {
        return CLASSES.stream().flatMap(one -> CLASSES.stream().map(other -> Arguments.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Spec({"OV-03", "OV-04", "OV-05", "OV-06", "OV-64", "PH-006", "PH-017", "CTL3-54"})
    void the_weaker_phone_decides_what_the_call_is_and_what_both_show(SecurityClass one, SecurityClass other) {
        var phones = SITE.boot("caller" + one, "called" + other);
        var caller = phones.getFirst();
        var called = phones.getLast();
        var expected = one.compareTo(other) < 0 ? one : other;
        boolean encrypted = expected == SecurityClass.ENCRYPTED;

        caller.dialsEnBloc("5" + CLASSES.indexOf(other));
        called.rings().answers();
        hears(caller, called, encrypted);
        hears(called, caller, encrypted);

        shows(caller, icon(expected));
        shows(called, icon(expected));
        assertThat(SITE.node().registrations().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.security()).contains(expected));
        assertThat(Keys.toHear(caller)).hasSize(encrypted ? 1 : 0);
        assertThat(Keys.toSpeak(called)).hasSize(encrypted ? 1 : 0);
        assertThat(caller.phone().cipherSuite().isEmpty()).isEqualTo(one == SecurityClass.NON_SECURE);
        called.hangsUp().isIdle();
        caller.isIdle();
    }

    private static void hears(LabPhone one, LabPhone other, boolean encrypted) {
        if (encrypted) {
            one.hearsEncrypted(other);
        } else {
            one.hears(other);
            assertThat(one.heard().encrypted()).isFalse();
        }
    }

    private static SecurityIcon icon(SecurityClass security) {
        return switch (security) {
            case NON_SECURE -> SecurityIcon.NONE;
            case AUTHENTICATED -> SecurityIcon.SHIELD;
            case ENCRYPTED -> SecurityIcon.LOCK;
        };
    }

    private static void shows(LabPhone phone, SecurityIcon icon) {
        switch (icon) {
            case NONE -> phone.showsNoIcon();
            case SHIELD -> phone.showsShield();
            case LOCK -> phone.showsLock();
        }
    }

    @Test
    @Spec({"OV-05", "PH-017"})
    void each_of_two_calls_at_one_phone_keeps_its_own_icon() {
        var phones = SITE.boot("callerENCRYPTED", "calledENCRYPTED", "callerNON_SECURE");
        var alice = phones.get(0);
        var bob = phones.get(1);
        var carol = phones.get(2);
        bob.dials("42");
        alice.rings().answers().hearsEncrypted(bob).showsLock();
        carol.dials("42").hearsRingBack();

        alice.hasWaitingCall().answers();
        alice.hears(carol).showsNoIcon();
        carol.hears(alice).showsNoIcon().hangsUp().isIdle();
        alice.selects(CallState.HOLD).presses("Resume").hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock().hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    @Spec({"OV-33", "OV-34"})
    void the_lock_is_there_while_all_that_is_heard_is_encrypted() {
        var phones = SITE.boot("callerENCRYPTED", "calledENCRYPTED");
        var alice = phones.getFirst();
        var bob = phones.getLast();
        alice.dials("52");
        bob.rings().showsNoLock().answers().hearsEncrypted(alice).showsLock();
        alice.presses("Hold").isOnHold().showsNoLock();
        bob.hearsEncryptedMusic().showsLock();
        alice.presses("Resume").hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock().hangsUp().isIdle();
        alice.isIdle();
    }
}
