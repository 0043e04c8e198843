package org.keyline.node.scenario;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.serviceability.alarm.AlarmCatalogue;

/** What phones hear while they wait: the source of who holds, from a server of their own list, in their language. */
class HoldSourceTest {
    private static final int JAZZ = 700;
    private static final int WALTZ = 900;
    private static final int JAPANESE = 500;
    private static final int ENGLISH = 1100;

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    audioSources:
                      - {name: Jazz}
                      - {name: Waltz, file: walzer}
                    mediaResourceGroups:
                      - {name: Music, resources: MOH_1}
                    mediaResourceGroupLists:
                      - {name: Staff, groups: [Music]}
                    mediaStreaming: {announcements: true}
                    """)
            .with(
                    Desk.of("alice", "2001")
                            .with(
                                    "userHoldSource: Jazz",
                                    "networkHoldSource: Waltz",
                                    "mediaResourceGroupList: Staff",
                                    "userLocale: ja"),
                    Desk.of("bob", "2002").with("mediaResourceGroupList: Staff"),
                    Desk.of("carol", "2003"));

    @BeforeEach
    void recordings() throws IOException {
        var sounds = SITE.data().resolve("sounds");
        WavTone.write(sounds.resolve("music").resolve("Jazz.wav"), JAZZ);
        WavTone.write(sounds.resolve("music").resolve("walzer.wav"), WALTZ);
        for (var language : Map.of("ja", JAPANESE, "en", ENGLISH).entrySet()) {
            var directory =
                    Files.createDirectories(sounds.resolve("announcements").resolve(language.getKey()));
            WavTone.write(directory.resolve("unallocated-number.wav"), language.getValue());
        }
    }

    private static void hears(LabPhone phone, int frequency) {
        phone.awaits("to hear " + frequency + " Hz", _ -> phone.heard().now().isTone(frequency));
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    @Test
    void who_is_held_hears_what_the_holder_has_for_them() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        alice.presses("Hold").isOnHold();
        hears(bob, JAZZ);
        alice.presses("Resume").hears(bob);
        alice.presses("Trnsfer").hearsDialTone();
        hears(bob, WALTZ);
        bob.hangsUp().isIdle();
        alice.hangsUp().isIdle();
    }

    @Test
    void whose_list_has_no_music_hears_the_tone() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        talk(alice, carol);

        alice.presses("Hold").isOnHold();

        carol.hearsTone(Tone.HOLD_TONE);
        SITE.raises(AlarmCatalogue.MEDIA_RESOURCE_LIST_EXHAUSTED, Map.of("type", "MUSIC_ON_HOLD", "list", ""));
        carol.hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void an_announcement_is_in_the_language_of_the_phone() {
        var alice = SITE.boots("alice");
        alice.dialsEnBloc("2999");
        hears(alice, JAPANESE);
        alice.hangsUp().isIdle();

        var bob = SITE.boots("bob");
        bob.dialsEnBloc("2999");
        hears(bob, ENGLISH);
        bob.hangsUp().isIdle();
    }

    @Test
    void a_live_source_is_listened_to_as_long_as_it_is_configured() throws SocketException {
        int port;
        try (var free = new DatagramSocket(new InetSocketAddress(SITE.address(), 0))) {
            port = free.getLocalPort();
        }
        SITE.imports("keyline: 1\naudioSources:\n  - {name: Radio, streamPort: " + port + "}\n");
        Await.until("the port taken", () -> port, () -> !isFree(port));

        SITE.imports("keyline: 1\naudioSources:\n  - {name: Radio, streamPort: null, file: radio}\n");
        Await.until("the port free", () -> port, () -> isFree(port));
    }

    private static boolean isFree(int port) {
        try (var socket = new DatagramSocket(new InetSocketAddress(SITE.address(), port))) {
            return socket.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }
}
