package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.model.server.NodeService;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMulticastMediaReception;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.spec.Spec;

/** Music on hold that is sent to a group once, for all phones that join it. */
class MulticastMusicTest {
    private static final int JAZZ = 700;
    private static final int STREAM_NUMBER = 2;
    private static final int PLACES_OF_A_SOURCE = 4;
    private static final int PORT = 16_384;

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .and("""
                    audioSources:
                      - {name: Jazz, allowMulticasting: true, streamNumber: 2}
                    mediaResourceGroups:
                      - {name: Music, resources: MOH_1, multicast: true}
                      - {name: Streams, resources: MOH_1}
                    mediaResourceGroupLists:
                      - {name: Staff, groups: [Music]}
                      - {name: Guests, groups: [Streams]}
                    """)
            .with(
                    Desk.encrypted("alice", "2001").with("userHoldSource: Jazz", "networkHoldSource: Jazz"),
                    Desk.encrypted("bob", "2002").with("mediaResourceGroupList: Staff"),
                    Desk.of("carol", "2003").with("mediaResourceGroupList: Staff", "userHoldSource: Jazz"),
                    Desk.of("dave", "2004").with("mediaResourceGroupList: Staff"),
                    Desk.of("eve", "2005").with("mediaResourceGroupList: Guests"));

    @BeforeAll
    static void theServerMulticasts() throws IOException {
        WavTone.write(SITE.data().resolve("sounds").resolve("music").resolve("Jazz.wav"), JAZZ);
        SITE.imports("keyline: 1\nmediaStreaming: {multicast: true, musicPorts: 1, multicastAddress: "
                + base().getHostAddress() + "}\n");
        carriesOut(ServiceOrder.STOP);
        carriesOut(ServiceOrder.START);
    }

    @BeforeEach
    void asConfigured() throws IOException {
        SITE.imports("""
                keyline: 1
                mediaStreaming: {secureMedia: true}
                audioSources: [{name: Jazz, allowMulticasting: true}]
                """);
    }

    @AfterEach
    void theMusicPlays() throws IOException {
        carriesOut(ServiceOrder.START);
    }

    private static void carriesOut(ServiceOrder order) throws IOException {
        var desk = ServicesBeside.of(
                NodeDirectory.existing(SITE.data()), SITE.node().configuration());
        assertThat(desk.carryOut(order, NodeService.MEDIA_STREAMING)).isEmpty();
    }

    /** Nodes of other tests have other groups: 239, and the rest of the node's address. */
    private static InetAddress base() throws IOException {
        var octets = SITE.address().getAddress();
        octets[0] = (byte) 239;
        return InetAddress.getByAddress(octets);
    }

    /** The source's group in G.711 µ-law. */
    private static InetSocketAddress group() throws IOException {
        int first = ByteBuffer.wrap(base().getAddress()).getInt();
        int number = first + (STREAM_NUMBER - 1) * PLACES_OF_A_SOURCE;
        return new InetSocketAddress(
                InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(number).array()), PORT);
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    private static LabPhone hearsJazz(LabPhone phone) {
        return phone.awaits("to hear " + JAZZ + " Hz", _ -> phone.heard().now().isTone(JAZZ));
    }

    private static long told(LabPhone phone, Class<? extends ServerMessage> message) {
        return phone.messages().stream()
                .filter(said -> message.isInstance(said.message()))
                .count();
    }

    @Test
    void who_is_held_joins_the_group_and_leaves_it_when_the_call_goes_on() throws IOException {
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        talk(carol, dave);

        carol.presses("Hold").isOnHold();
        hearsJazz(dave).isMute().isInGroup(group());
        carol.presses("Resume").hears(dave);
        dave.hears(carol).isInNoGroup();

        carol.presses("Hold").isOnHold();
        hearsJazz(dave).hangsUp().isIdle().isInNoGroup();
        carol.isIdle();
        assertThat(told(dave, OpenReceiveChannel.class)).isEqualTo(2);
        assertThat(told(dave, StartMulticastMediaReception.class)).isEqualTo(2);
    }

    @Test
    void all_who_are_held_share_one_stream_whose_server_has_one_port() throws IOException {
        SITE.imports("keyline: 1\nmediaStreaming: {secureMedia: false}\n");
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        talk(alice, bob);
        talk(carol, dave);

        alice.presses("Hold").isOnHold();
        carol.presses("Hold").isOnHold();

        hearsJazz(bob).isInGroup(group());
        hearsJazz(dave).isInGroup(group());
        bob.hangsUp().isIdle().isInNoGroup();
        hearsJazz(dave).isInGroup(group()).hangsUp().isIdle();
    }

    @Test
    void a_phone_whose_group_of_resources_is_not_for_multicast_has_a_stream_of_its_own() {
        var carol = SITE.boots("carol");
        var eve = SITE.boots("eve");
        talk(carol, eve);

        carol.presses("Hold").isOnHold();

        hearsJazz(eve).isInNoGroup().hangsUp().isIdle();
        assertThat(told(eve, StartMulticastMediaReception.class)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"NO_GROUP_ACK", "FAILED_GROUP_ACK"})
    void a_phone_that_does_not_say_that_it_joined_has_a_stream_of_its_own(Misbehaviour how) {
        var carol = SITE.boots("carol");
        var dave = SITE.owns(SITE.phone("dave").misbehaving(how).build().boots());
        talk(carol, dave);

        carol.presses("Hold").isOnHold();

        dave.awaits("a stream of its own", _ -> told(dave, OpenReceiveChannel.class) == 2);
        hearsJazz(dave).isInNoGroup();
        carol.presses("Resume").hears(dave);
        dave.hears(carol).hangsUp().isIdle();
        assertThat(told(dave, StartMulticastMediaReception.class)).isEqualTo(1);
    }

    @Test
    @Spec("OV-65")
    void a_secure_call_has_encrypted_music_of_its_own() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        alice.presses("Hold").isOnHold();

        hearsJazz(bob)
                .awaits("SRTP", _ -> bob.heard().encrypted())
                .showsLock()
                .isInNoGroup()
                .hangsUp()
                .isIdle();
        assertThat(told(bob, StartMulticastMediaReception.class)).isZero();
    }

    @Test
    @Spec({"OV-32", "OV-34"})
    void with_media_in_the_clear_a_secure_call_hears_the_group_and_shows_no_lock_meanwhile() throws IOException {
        SITE.imports("keyline: 1\nmediaStreaming: {secureMedia: false}\n");
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        bob.showsLock();

        alice.presses("Hold").isOnHold();
        hearsJazz(bob).isInGroup(group()).showsNoIcon();
        alice.presses("Resume").hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock().isInNoGroup().hangsUp().isIdle();
    }

    @Test
    void a_transfer_leaves_the_group_for_the_new_party() throws IOException {
        var alice = SITE.boots("alice");
        var dave = SITE.boots("dave");
        var carol = SITE.boots("carol");
        talk(alice, dave);

        alice.presses("Trnsfer").hearsDialTone();
        hearsJazz(dave).isInGroup(group());
        alice.pressesDigits("2003");
        carol.rings().answers().hears(alice);
        alice.presses("Trnsfer").isIdle();

        dave.hears(carol).isInNoGroup();
        carol.hears(dave).hangsUp().isIdle();
    }

    @Test
    void when_the_service_stops_the_group_is_left_for_the_hold_tone() throws IOException {
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        talk(carol, dave);
        carol.presses("Hold").isOnHold();
        hearsJazz(dave);

        carriesOut(ServiceOrder.STOP);

        dave.hearsTone(Tone.HOLD_TONE).hearsNothing().isInNoGroup();
        carol.presses("Resume").hears(dave);
        dave.hearsNoTone().hears(carol).hangsUp().isIdle();
    }

    @Test
    void a_source_that_may_be_multicast_no_longer_goes_on_as_a_stream_for_each() throws IOException {
        var carol = SITE.boots("carol");
        var dave = SITE.boots("dave");
        talk(carol, dave);
        carol.presses("Hold").isOnHold();
        hearsJazz(dave).isInGroup(group());

        SITE.imports("keyline: 1\naudioSources: [{name: Jazz, allowMulticasting: false}]\n");

        dave.isInNoGroup();
        hearsJazz(dave).hangsUp().isIdle();
        carol.isIdle();
    }
}
