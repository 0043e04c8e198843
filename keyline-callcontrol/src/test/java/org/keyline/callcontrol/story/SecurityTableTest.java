package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.model.security.SecurityClass.AUTHENTICATED;
import static org.keyline.model.security.SecurityClass.ENCRYPTED;
import static org.keyline.model.security.SecurityClass.NON_SECURE;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RoutePattern.Way;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/**
 * What Alice, Bob and a third show, which of them have keys and who hears a tone, for whatever they do and each of them
 * being non-secure, authenticated or encrypted.
 */
class SecurityTableTest {
    /** What is at the other end of the streams of those who hear each other. */
    enum End {
        PHONE,
        RESOURCE_WITH_KEYS,
        CLEAR
    }

    /**
     * A row of the table.
     *
     * @param shows who hears somebody then: Alice, Bob, Carol, or the workshop, which has Bob's line too
     * @param counts whose security decides
     */
    record Scene(String name, String shows, String counts, End end, Consumer<SecurityTableTest> plot) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Scene scene(String name, String who, End end, Consumer<SecurityTableTest> plot) {
        return new Scene(name, who, who, end, plot);
    }

    private static final List<Scene> SCENES = List.of(
            scene("a call", "AB", End.PHONE, SecurityTableTest::talk),
            scene("a call that was on hold", "AB", End.PHONE, SecurityTableTest::holdAndResume),
            new Scene("held, with music that has keys", "B", "AB", End.RESOURCE_WITH_KEYS, test -> test.music(true)),
            new Scene("held, with music in the clear", "B", "AB", End.CLEAR, test -> test.music(false)),
            scene("a transfer after a consultation", "BC", End.PHONE, SecurityTableTest::transfer),
            scene("a blind transfer", "BC", End.PHONE, SecurityTableTest::blindTransfer),
            scene("two calls connected by who made them", "BC", End.PHONE, SecurityTableTest::directTransfer),
            scene("a forwarded call", "AC", End.PHONE, SecurityTableTest::forward),
            scene("a hunted call", "AC", End.PHONE, SecurityTableTest::hunt),
            scene("a diverted call", "AC", End.PHONE, SecurityTableTest::divert),
            scene("a call taken from where it was parked", "BC", End.PHONE, SecurityTableTest::park),
            scene("a call that was picked up", "AC", End.PHONE, SecurityTableTest::pickUp),
            scene("a call resumed at another phone of the line", "AW", End.PHONE, SecurityTableTest::resumeElsewhere),
            scene("a call outside", "A", End.CLEAR, SecurityTableTest::callOutside),
            scene("through a point with keys", "AB", End.RESOURCE_WITH_KEYS, test -> test.relayed(true)),
            scene("through a point in the clear", "AB", End.CLEAR, test -> test.relayed(false)),
            scene("a conference with keys", "ABC", End.RESOURCE_WITH_KEYS, test -> test.conference(true)),
            scene("a conference in the clear", "ABC", End.CLEAR, test -> test.conference(false)),
            scene("a conference that one left", "AB", End.PHONE, SecurityTableTest::conferenceThatOneLeft),
            scene("joined calls with keys", "ABC", End.RESOURCE_WITH_KEYS, test -> test.join(true)),
            scene("joined calls in the clear", "ABC", End.CLEAR, test -> test.join(false)),
            scene("a meeting with keys", "ABC", End.RESOURCE_WITH_KEYS, test -> test.meet(true)),
            scene("a meeting in the clear", "ABC", End.CLEAR, test -> test.meet(false)),
            scene("cBarge with keys", "ABW", End.RESOURCE_WITH_KEYS, test -> test.conferenceBarge(true)),
            scene("cBarge in the clear", "ABW", End.CLEAR, test -> test.conferenceBarge(false)));

    /** The class of a call and of who barges in; what the others show then, and what the guest does. */
    private static final Map<List<SecurityClass>, List<SecurityClass>> BARGES = Map.of(
            List.of(ENCRYPTED, ENCRYPTED), List.of(ENCRYPTED, ENCRYPTED),
            List.of(ENCRYPTED, AUTHENTICATED), List.of(),
            List.of(ENCRYPTED, NON_SECURE), List.of(),
            List.of(AUTHENTICATED, ENCRYPTED), List.of(NON_SECURE, NON_SECURE),
            List.of(AUTHENTICATED, AUTHENTICATED), List.of(AUTHENTICATED, AUTHENTICATED),
            List.of(AUTHENTICATED, NON_SECURE), List.of(AUTHENTICATED, NON_SECURE),
            List.of(NON_SECURE, ENCRYPTED), List.of(NON_SECURE, NON_SECURE),
            List.of(NON_SECURE, AUTHENTICATED), List.of(NON_SECURE, NON_SECURE),
            List.of(NON_SECURE, NON_SECURE), List.of(NON_SECURE, NON_SECURE));

    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone carol = office.phone("2003");
    private Deskphone workshop = carol;

    private static Stream<List<SecurityClass>> kinds() {
        var all = Arrays.asList(SecurityClass.values());
        return all.stream()
                .flatMap(one -> all.stream().flatMap(other -> all.stream().map(third -> List.of(one, other, third))));
    }

    static Stream<Arguments> table() {
        return SCENES.stream()
                .flatMap(scene -> kinds().map(kinds -> Arguments.of(scene, kinds.get(0), kinds.get(1), kinds.get(2))));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @MethodSource("table")
    @Spec({"OV-03", "OV-04", "OV-05", "OV-27", "OV-32", "OV-33", "OV-34", "OV-64", "PH-006", "PH-008"})
    void the_weakest_decides_and_keys_are_where_both_ends_can_use_them(
            Scene scene, SecurityClass one, SecurityClass other, SecurityClass third) {
        come(one, other, third, scene.shows().contains("W"));
        scene.plot().accept(this);

        var kinds = Map.of('A', one, 'B', other, 'C', third, 'W', third);
        var weakest =
                scene.counts().chars().mapToObj(who -> kinds.get((char) who)).reduce(ENCRYPTED, SecurityClass::weaker);
        var expected = scene.end() == End.CLEAR ? NON_SECURE : weakest;
        scene.shows().chars().forEach(who -> {
            var phone = phone((char) who);
            assertThat(phone.display().security)
                    .as("what %s shows", phone.number())
                    .contains(expected);
            hasKeys(
                    phone,
                    switch (scene.end()) {
                        case PHONE -> expected == ENCRYPTED;
                        case RESOURCE_WITH_KEYS -> kinds.get((char) who) == ENCRYPTED;
                        case CLEAR -> false;
                    });
            assertThat(phone.display().barged)
                    .as("a tone at %s", phone.number())
                    .isFalse();
        });
        allLeave();
    }

    @ParameterizedTest(name = "{0} and {1}, the guest {2}")
    @MethodSource("kinds")
    @Spec({"OV-23", "OV-24", "OV-25", "OV-26", "PH-053"})
    void a_barge_is_allowed_or_not_and_those_who_were_there_hear_it(List<SecurityClass> kinds) {
        come(kinds.get(0), kinds.get(1), kinds.get(2), true);
        talk();
        var call = kinds.get(0).weaker(kinds.get(1));
        workshop.presses(Softkey.BARGE);

        var then = Objects.requireNonNull(BARGES.get(List.of(call, kinds.get(2))));
        var others = then.isEmpty() ? call : then.getFirst();
        for (var phone : List.of(alice, bob)) {
            assertThat(phone.display().security)
                    .as("what %s shows", phone.number())
                    .contains(others);
            assertThat(phone.display().barged)
                    .as("a tone at %s", phone.number())
                    .isEqualTo(!then.isEmpty());
        }
        if (then.isEmpty()) {
            workshop.hearsRefusal(Cause.USER_BUSY);
            alice.isStillTalkingTo(bob);
        } else {
            workshop.shows("connected");
            assertThat(workshop.display().security).contains(then.getLast());
        }
        allLeave();
    }

    private void come(SecurityClass one, SecurityClass other, SecurityClass third, boolean shared) {
        alice.security(one).lines(2).registered();
        bob.security(other).registered();
        if (shared) {
            workshop = office.sharing("2002", "2012");
        }
        workshop.security(third).registered();
    }

    private Deskphone phone(char who) {
        return switch (who) {
            case 'A' -> alice;
            case 'B' -> bob;
            default -> workshop;
        };
    }

    private static void hasKeys(Deskphone phone, boolean expected) {
        assertThat(phone.listening()).isNotEmpty();
        assertThat(phone.listening().values())
                .as("what %s hears has keys", phone.number())
                .allMatch(open -> open.key().isPresent() == expected);
        assertThat(phone.sending().values())
                .as("what %s says has keys", phone.number())
                .allMatch(sent -> sent.key().isPresent() == expected);
    }

    private void allLeave() {
        List.of(alice, bob, workshop).forEach(Deskphone::vanishes);
        assertThat(office.calls()).isEmpty();
        assertThat(office.wiped()).hasSize(office.keySetsMade());
    }

    // What they do

    private void talk() {
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    private void holdAndResume() {
        talk();
        alice.holds();
        alice.resumes();
    }

    private void music(boolean keys) {
        office.music(true);
        if (!keys) {
            office.jukebox().inTheClear();
        }
        talk();
        alice.holds();
    }

    private void consult(Softkey key) {
        talk();
        alice.presses(key);
        alice.dialsEnBloc("2003");
        carol.answers();
    }

    private void transfer() {
        consult(Softkey.TRANSFER);
        alice.presses(Softkey.TRANSFER);
    }

    private void blindTransfer() {
        talk();
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("2003");
        alice.presses(Softkey.TRANSFER);
        carol.answers();
    }

    private void markTheFirstAndCallAnother() {
        talk();
        alice.presses(Softkey.SELECT);
        alice.does(new StationSignal.Press(Softkey.NEW_CALL, new LineInstance(1), CallReference.NONE));
        alice.dialsEnBloc("2003");
        carol.answers();
    }

    private void directTransfer() {
        markTheFirstAndCallAnother();
        alice.presses(Softkey.DIRECT_TRANSFER);
    }

    private void join(boolean keys) {
        office.bridge("CFB_1", keys);
        markTheFirstAndCallAnother();
        alice.presses(Softkey.JOIN);
    }

    private void forward() {
        office.forwards("2002", ForwardReason.ALL, "2003");
        alice.dialsEnBloc("2002");
        carol.answers();
    }

    private void hunt() {
        var onward = Onward.NEXT_MEMBER_THEN_NEXT_GROUP;
        var member = new LineGroup.Member(new DirectoryNumber("2003"), "");
        office.hunts(
                "5000",
                new LineGroup(
                        "sales",
                        Distribution.TOP_DOWN,
                        Duration.ofSeconds(10),
                        onward,
                        onward,
                        onward,
                        List.of(member)),
                pilot -> pilot);
        alice.dialsEnBloc("5000");
        carol.answers();
    }

    private void divert() {
        office.voiceMailPilot("2003");
        alice.dialsEnBloc("2002");
        bob.presses(Softkey.DIVERT);
        carol.answers();
    }

    private void park() {
        office.parksAt("7100");
        talk();
        alice.presses(Softkey.PARK);
        carol.dials("7100");
    }

    private void pickUp() {
        office.pickupGroup(new PickupGroup("7001", "", "Sales", List.of()), "2002", "2003");
        office.picksUpAtOnce(true);
        alice.dialsEnBloc("2002");
        carol.presses(Softkey.PICK_UP);
    }

    private void resumeElsewhere() {
        talk();
        bob.holds();
        workshop.resumes();
    }

    private void callOutside() {
        var town = office.gateway("GW1");
        office.routes(new RouteTables(List.of(RoutePattern.of("9.X", "", new Way.Device("GW1"))), Map.of(), Map.of()));
        alice.dialsEnBloc("91");
        town.answers();
    }

    private void relayed(boolean keys) {
        office.point("MTP_1", keys, 1);
        bob.relay(RelayChoice.TERMINATED).registered();
        talk();
    }

    private void conference(boolean keys) {
        office.bridge("CFB_1", keys);
        consult(Softkey.CONFERENCE);
        alice.presses(Softkey.CONFERENCE);
    }

    private void conferenceThatOneLeft() {
        conference(true);
        carol.hangsUp();
    }

    private void meet(boolean keys) {
        office.bridge("CFB_1", keys);
        office.meetsAt("850", NON_SECURE);
        alice.presses(Softkey.MEET_ME);
        alice.dialsEnBloc("850");
        bob.dialsEnBloc("850");
        carol.dialsEnBloc("850");
    }

    private void conferenceBarge(boolean keys) {
        office.bridge("CFB_1", keys);
        talk();
        workshop.presses(Softkey.CONFERENCE_BARGE);
    }
}
