package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.spec.Spec;

/** Phones that are set as encrypted confer, and one that is not. */
class SecureConferenceTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("ann", "3001"),
                    Desk.encrypted("ben", "3002"),
                    Desk.encrypted("cat", "3003"),
                    Desk.of("dan", "3004"));

    @Test
    @Spec({"OV-34", "OV-65", "PH-006", "PH-017"})
    void all_have_the_lock_and_keys_of_their_own_until_one_without_encryption_comes() {
        var phones = SITE.boot("ann", "ben", "cat", "dan");
        var ann = phones.get(0);
        var ben = phones.get(1);
        var cat = phones.get(2);
        ConferenceTest.conference(ann, ben, cat);

        ann.hearsTogetherEncrypted(ben, cat).showsLock();
        ben.hearsTogetherEncrypted(ann, cat).showsLock();
        cat.hearsTogetherEncrypted(ann, ben).showsLock();
        assertThat(Stream.of(ann, ben, cat).flatMap(phone -> Keys.toHear(phone).stream()))
                .as("two ways of each of two calls, then one to each seat")
                .hasSizeGreaterThanOrEqualTo(7)
                .doesNotHaveDuplicates();

        var dan = phones.get(3);
        ann.presses("Confrn").hearsDialTone().pressesDigits("3004");
        dan.rings().answers().hears(ann);
        ann.hears(dan).presses("Confrn");
        dan.hearsTogether(ann, ben, cat);
        ben.hearsTogether(ann, cat, dan).showsNoLock();
        ann.showsNoLock();
        dan.hangsUp().isIdle();
        ben.hearsTogetherEncrypted(ann, cat).showsLock();
        Stream.of(ann, ben, cat).forEach(LabPhone::hangsUp);
        Stream.of(ann, ben, cat).forEach(LabPhone::isIdle);
    }
}
