package org.keyline.node.scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.phone.HistoryEntry;

/** Bob and Carol are in one pickup group, Dave in another beside it. */
class PickupTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .with(Desk.of("alice", "2001"), Desk.of("bob", "2002"), Desk.of("carol", "2003"), Desk.of("dave", "2004"));

    @BeforeEach
    void groups() {
        SITE.imports("""
                keyline: 1
                pickupGroups:
                  - {number: "7001", name: Sales, others: ["7002"]}
                  - {number: "7002", name: Service, others: ["7001"]}
                lines:
                  - {number: "2002", pickupGroup: "7001"}
                  - {number: "2003", pickupGroup: "7001"}
                  - {number: "2004", pickupGroup: "7002"}
                """);
    }

    private static void pickUpAtOnce(boolean atOnce) {
        SITE.imports("keyline: 1\ncallmanager: {autoCallPickup: " + atOnce + "}\n");
    }

    @Test
    void a_colleagues_call_is_taken_with_one_key_and_nobody_missed_it() {
        pickUpAtOnce(true);
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings();

        carol.presses("PickUp").hears(alice);

        alice.hears(carol).showsParty("2003", "carol");
        carol.showsParty("2001", "alice");
        bob.isIdle()
                .awaits(
                        "no missed call",
                        state -> state.history().stream().noneMatch(entry -> entry.kind() == HistoryEntry.Kind.MISSED));
        alice.hangsUp().isIdle();
        carol.isIdle();
    }

    @Test
    void where_it_is_not_picked_up_at_once_it_rings_at_the_colleague() {
        pickUpAtOnce(false);
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings();

        carol.presses("PickUp").rings();

        bob.isIdle();
        carol.answers().hears(alice);
        alice.hears(carol).hangsUp().isIdle();
        carol.isIdle();
    }

    @Test
    void a_call_of_another_group_is_taken_by_its_number() {
        pickUpAtOnce(true);
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");
        alice.dials("2002");
        bob.rings();

        dave.presses("GPickUp").hearsDialTone().pressesDigits("7001").hears(alice);

        alice.hears(dave).hangsUp().isIdle();
        dave.isIdle();
        bob.isIdle();
    }

    @Test
    void where_nothing_rings_the_user_hears_reorder_and_sees_why() {
        var carol = SITE.boots("carol");

        carol.presses("PickUp")
                .hearsReorder()
                .showsPrompt("No call available for pickup")
                .hangsUp()
                .isIdle();
    }
}
