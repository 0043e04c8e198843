package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.model.server.NodeService;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.spec.Spec;

/** Calls whose media goes through the media termination point: Alice, Carol and Eve use a trusted relay point. */
class RelayTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .and("""
                    mediaStreaming: {terminationCalls: 2}
                    """)
            .with(
                    Desk.encrypted("alice", "2001").with("useTrustedRelayPoint: ON"),
                    Desk.encrypted("bob", "2002"),
                    Desk.of("carol", "2003").with("useTrustedRelayPoint: ON"),
                    Desk.of("dave", "2004"),
                    Desk.of("eve", "2005").with("mediaTerminationPointRequired: true"),
                    Desk.of("finn", "2006"));

    @AfterEach
    void allIsAsAtFirst() throws IOException {
        SITE.imports("""
                keyline: 1
                mediaStreaming: {secureMedia: true}
                callmanager: {failWithoutTrustedRelayPoint: false, failWithoutMediaTerminationPoint: false}
                """);
        carriesOut(ServiceOrder.START);
    }

    private static void carriesOut(ServiceOrder order) throws IOException {
        var desk = ServicesBeside.of(
                NodeDirectory.existing(SITE.data()), SITE.node().configuration());
        assertThat(desk.carryOut(order, NodeService.MEDIA_STREAMING)).isEmpty();
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    private static void goHome(LabPhone... phones) {
        Stream.of(phones).forEach(LabPhone::hangsUp);
        Stream.of(phones).forEach(LabPhone::isIdle);
    }

    /** Where the phone was told to send to, oldest first. */
    private static List<StartMediaTransmission> sent(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> !said.fromPhone())
                .map(said -> said.message())
                .filter(StartMediaTransmission.class::isInstance)
                .map(StartMediaTransmission.class::cast)
                .toList();
    }

    private static boolean sendsToTheNode(LabPhone phone) {
        return sent(phone)
                .getLast()
                .remoteAddress()
                .toString()
                .contains(SITE.address().getHostAddress());
    }

    /** Each of them sends to a port of its own at the node. */
    private static void sendToTheNode(LabPhone... phones) {
        assertThat(phones).allMatch(RelayTest::sendsToTheNode);
        assertThat(Stream.of(phones).map(phone -> sent(phone).getLast().remotePort()))
                .doesNotHaveDuplicates();
    }

    private static void sendDirectly(LabPhone... phones) {
        assertThat(phones).noneMatch(RelayTest::sendsToTheNode);
    }

    @Test
    @Spec({"OV-33", "OV-65"})
    void two_encrypted_phones_hear_each_other_through_the_point_and_no_two_ways_share_a_key() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice).showsLock();
        alice.hearsEncrypted(bob).showsLock();

        sendToTheNode(alice, bob);
        assertThat(Stream.of(Keys.toHear(alice), Keys.toSpeak(alice), Keys.toHear(bob), Keys.toSpeak(bob))
                        .flatMap(List::stream))
                .hasSize(4)
                .doesNotHaveDuplicates();

        bob.presses("Hold").isOnHold().showsNoLock();
        alice.hearsEncryptedMusic();
        bob.presses("Resume").hearsEncrypted(alice).showsLock();
        alice.hearsEncrypted(bob).showsLock();
        sendToTheNode(alice, bob);
        goHome(alice, bob);
    }

    @Test
    @Spec({"OV-32", "OV-34"})
    void switched_to_the_clear_the_point_takes_the_lock_away() {
        SITE.imports("keyline: 1\nmediaStreaming: {secureMedia: false}\n");
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        sendToTheNode(alice, bob);
        alice.showsNoIcon();
        bob.showsNoIcon();
        assertThat(alice.heard().encrypted()).isFalse();
        assertThat(Keys.toSpeak(alice)).isEmpty();
        goHome(alice, bob);
    }

    @Test
    void one_way_is_encrypted_and_the_other_is_not_and_nobody_shows_an_icon() {
        var alice = SITE.boots("alice");
        var dave = SITE.boots("dave");
        talk(dave, alice);

        assertThat(alice.heard().encrypted()).isTrue();
        assertThat(dave.heard().encrypted()).isFalse();
        alice.showsNoIcon();
        dave.showsNoIcon();
        goHome(alice, dave);
    }

    @Test
    void a_call_keeps_the_point_when_it_is_transferred() {
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        var finn = SITE.boots("finn");
        talk(carol, dave);
        sendToTheNode(carol, dave);

        dave.presses("Trnsfer").hearsDialTone();
        carol.hearsMusic();
        dave.pressesDigits("2006");
        finn.rings().answers().hears(dave);
        dave.presses("Trnsfer").isIdle();
        finn.hears(carol);
        carol.hears(finn);
        sendToTheNode(carol, finn);
        goHome(carol, finn);
    }

    @Test
    void when_the_service_stops_the_two_go_on_directly_and_come_back_with_the_next_call() throws IOException {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice).showsLock();
        int before = sent(alice).size();

        carriesOut(ServiceOrder.STOP);
        alice.awaits("to be told to send elsewhere", _ -> sent(alice).size() > before);
        alice.hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock();
        sendDirectly(alice, bob);
        SITE.raises(AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED, Map.of("type", "MEDIA_TERMINATION_POINT"));
        goHome(alice, bob);

        carriesOut(ServiceOrder.START);
        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice);
        sendToTheNode(alice, bob);
        goHome(alice, bob);
    }

    @Test
    void when_all_points_are_taken_calls_go_directly_or_are_refused_as_the_administrator_wants() throws IOException {
        carriesOut(ServiceOrder.RESTART);
        var phones = SITE.boot("alice", "bob", "carol", "dave", "eve", "finn");
        talk(phones.get(0), phones.get(1));
        talk(phones.get(2), phones.get(3));
        var eve = phones.get(4);
        var finn = phones.get(5);
        talk(eve, finn);
        SITE.raises(AlarmCatalogue.MTP_NO_MORE_RESOURCES, Map.of());
        sendDirectly(eve, finn);
        goHome(eve, finn);

        SITE.imports("keyline: 1\ncallmanager: {failWithoutMediaTerminationPoint: true}\n");
        eve.dials("2006");
        finn.rings().answers();
        eve.showsPrompt("No resources").hearsReorder();
        finn.showsPrompt("No resources").hearsReorder();
        goHome(eve, finn);
        goHome(phones.get(0), phones.get(1));
        goHome(phones.get(2), phones.get(3));

        talk(eve, finn);
        sendToTheNode(eve, finn);
        goHome(eve, finn);
    }
}
