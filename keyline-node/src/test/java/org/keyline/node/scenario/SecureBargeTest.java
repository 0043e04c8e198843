package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.spec.Spec;

/**
 * Ben's encrypted phone talks; his line is also at home, on an encrypted phone, and in the hall, on one that is not.
 */
class SecureBargeTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("ann", "3001"),
                    Desk.encrypted("ben", "3002").with("builtInBridge: ON", "privacy: OFF"),
                    Desk.encrypted("benhome", "3902"),
                    Desk.of("hall", "3903"));

    @BeforeAll
    static void bensLineIsEverywhere() {
        SITE.imports("""
                keyline: 1
                phones:
                  - {name: %s, lines: [{line: "3002", display: ben}]}
                  - {name: %s, lines: [{line: "3002", display: ben}]}
                """.formatted(Desk.device("benhome"), Desk.device("hall")));
        SITE.awaitsConfiguration();
    }

    @Test
    @Spec({"OV-23", "OV-25", "OV-65"})
    void an_encrypted_guest_is_heard_through_srtp_and_one_without_is_refused() {
        var phones = SITE.boot("ann", "ben", "benhome", "hall");
        var ann = phones.get(0);
        var ben = phones.get(1);
        var home = phones.get(2);
        var hall = phones.get(3);
        BargeTest.barge(ann, ben, home);

        home.hearsTogetherEncrypted(ann, ben).showsLock();
        ben.hearsTogetherEncrypted(ann, home).showsLock();
        ann.hearsTogetherEncrypted(ben, home).showsLock();
        assertThat(Stream.of(ann, ben, home).flatMap(phone -> Keys.toHear(phone).stream()))
                .as("one key for each way: two between Ann and Ben, two between Ben and his home")
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates();
        home.hangsUp();
        ann.hearsEncrypted(ben).showsLock();

        hall.shows(CallState.CALL_REMOTE_MULTILINE).presses("Barge").hearsBusy();
        ann.hearsEncrypted(ben).showsLock();
        hall.hangsUp();
        ann.hangsUp().isIdle();
        phones.forEach(LabPhone::isIdle);
    }
}
