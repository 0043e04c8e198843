package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.Conference;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.security.SecurityClassification;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.JoinGroup;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.LineGroup.Distribution;
import org.keyline.model.dial.LineGroup.Onward;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/** Six phones, three of which share a line, what their users do at random, and what must hold whatever they do. */
final class Life {
    /**
     * Numbers of slots, of directed slots with and without their prefix, of a pickup group, of meetings, outside, and
     * two that ask for codes.
     */
    private static final List<String> FEATURES =
            List.of("710", "711", "80", "81", "2180", "2181", "7001", "850", "851", "91", "66", "77");

    /** What is asked for behind the last two of them, and what is not. */
    private static final List<String> CODES = List.of("12", "3", "13");

    /** How many take part. */
    static final int PHONES = 8;

    private static final List<Softkey> SOFTKEYS = List.of(Softkey.values());

    private final Office office = new Office();
    private final List<Deskphone> phones = new ArrayList<>();
    private final Set<Class<? extends CallState>> seen = new HashSet<>();

    /** Something that happens: to which phone, and a number that chooses among what is possible. */
    record Happening(Kind kind, int phone, int choice) {
        @Override
        public String toString() {
            return kind + "(" + phone + "," + choice + ")";
        }
    }

    /** What can happen. */
    enum Kind {
        OFF_HOOK(2),
        ON_HOOK(2),
        DIGIT(3),
        CALL(8),
        FEATURE(5),
        CODE(2),
        ANSWER(8),
        SOFTKEY(6),
        SOFTKEY_ON_CALL(5),
        TRANSFER(6),
        CONFERENCE(8),
        BARGE(8),
        REMOVE(1),
        CALL_BACK(2),
        SLOT(2),
        MEET(2),
        HOOK_ON_CALL(2),
        LINE_KEY(2),
        LISTEN(8),
        REFUSE_TO_LISTEN(1),
        CANNOT_SEND(1),
        VANISH(1),
        REGISTER(1),
        MUSIC(2),
        GROUP(3),
        BRIDGE_DIES(1),
        OUTSIDE(3),
        POINT_DIES(1),
        SETTING(1),
        PICKUP_ALERT(2),
        BANDWIDTH(1),
        TIME_PASSES(2),
        DELIVER(6),
        SETTLE(14);

        /** How often it happens, beside the others. */
        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    Life() {
        phones.add(office.phone("2001").security(SecurityClass.ENCRYPTED));
        phones.add(office.phone("2002").security(SecurityClass.ENCRYPTED).opensWhenTold());
        phones.add(office.phone("2003")
                .relay(RelayChoice.TRUSTED)
                .location("Village")
                .security(SecurityClass.AUTHENTICATED)
                .lines(2)
                .buttonsOfItsLine(2)
                .takes(2, 1));
        phones.add(office.phone("2004")
                .codecs(AudioCodec.G711_ULAW)
                .location("Branch")
                .opensWhenTold());
        phones.add(
                office.sharing("2002", "2012").security(SecurityClass.ENCRYPTED).relay(RelayChoice.TERMINATED));
        phones.add(office.sharing("2002", "2022").location("Branch").opensWhenTold());
        phones.add(office.phone("2006").security(SecurityClass.AUTHENTICATED).takes(4, 2));
        phones.add(office.phone("2007")
                .security(SecurityClass.ENCRYPTED)
                .location("Village")
                .lines(2));
        phones.forEach(Deskphone::registered);
        office.roads().limit("Branch", 160).limit("Village", 80);
        office.bridge("CFB_1", true).seats(6);
        office.bridge("CFB_2", false);
        office.point("MTP_1", true, 1);
        office.point("MTP_2", false, 1);
        office.number("20011");
        var next = Onward.NEXT_MEMBER_THEN_NEXT_GROUP;
        var members = Stream.of("2003", "2002", "2004")
                .map(number -> new LineGroup.Member(new DirectoryNumber(number), ""))
                .toList();
        office.hunts(
                "2005",
                new LineGroup("all", Distribution.CIRCULAR, Duration.ofSeconds(10), next, next, next, members),
                pilot -> pilot);
        office.pickupGroup(new PickupGroup("7001", "", "Two", List.of("7002")), "2001", "2002");
        office.pickupGroup(new PickupGroup("7002", "", "One", List.of()), "2003");
        office.parksAt("71[01]");
        office.routes(new RouteTables(
                List.of(
                        RoutePattern.of("9X", "", new RoutePattern.Way.List("Out")),
                        RoutePattern.of("77", "", new RoutePattern.Way.Device("GW3"))
                                .treated(Treatment.URGENT.asking(new CodeDemand(Optional.of(1), true)))),
                Map.of("Out", new RouteList("Out", "", true, List.of(RouteList.Member.of("City")))),
                Map.of("City", new RouteGroup("City", RouteGroup.Distribution.CIRCULAR, List.of("GW1", "GW2")))));
        office.gateway("GW1");
        office.gateway("GW2").refuses(Cause.TEMPORARY_FAILURE);
        office.gateway("GW3").asksForCodes();
        office.codes(new AuthorizationCode("Somebody", "12", 1), "3");
        office.translates(TranslationPattern.of("66", "")
                .called(new CalledTransformation(DigitDiscard.NONE, "2002", ""))
                .treated(Treatment.URGENT.asking(new CodeDemand(Optional.of(1), true))));
        office.parksAt(new DirectedCallPark("8[01]", "", "", "21", Optional.empty()));
        office.meetsAt("850", SecurityClass.NON_SECURE);
        office.meetsAt("851", SecurityClass.AUTHENTICATED);
        office.jukebox().multicasts(true);
        office.forwards("2003", ForwardReason.BUSY, "2004");
        office.forwards("2002", ForwardReason.NO_ANSWER, "2001");
        office.forwards("2001", ForwardReason.UNREGISTERED, "2003");
        office.privacyOnHeldCalls(true);
        office.remindsOfHeldCalls();
        office.alertsPickupsInCalls();
        office.voiceMailPilot("2004");
        office.voiceMailPilot("2001", "2005");
        office.voiceMailPilot("2003", "29");
    }

    void happens(Happening happening) {
        var phone = phones.get(happening.phone());
        var choice = happening.choice();
        switch (happening.kind()) {
            case OFF_HOOK -> phone.acts(new StationSignal.OffHook(LineInstance.NONE, CallReference.NONE));
            case ON_HOOK -> phone.acts(new StationSignal.OnHook(LineInstance.NONE, CallReference.NONE));
            case DIGIT ->
                phone.acts(new StationSignal.Digit("0123#".charAt(choice % 5), LineInstance.NONE, CallReference.NONE));
            case CALL -> phone.acts(new StationSignal.EnBloc("200" + (choice % 8), LineInstance.NONE));
            case FEATURE ->
                phone.acts(new StationSignal.EnBloc(FEATURES.get(choice % FEATURES.size()), LineInstance.NONE));
            case CODE -> phone.acts(new StationSignal.EnBloc(CODES.get(choice % CODES.size()), LineInstance.NONE));
            case ANSWER -> phone.acts(new StationSignal.Press(Softkey.ANSWER, LineInstance.NONE, CallReference.NONE));
            case SOFTKEY -> phone.acts(new StationSignal.Press(softkey(choice), LineInstance.NONE, CallReference.NONE));
            case TRANSFER ->
                phone.acts(new StationSignal.Press(Softkey.TRANSFER, LineInstance.NONE, CallReference.NONE));
            case CONFERENCE ->
                phone.acts(new StationSignal.Press(Softkey.CONFERENCE, LineInstance.NONE, CallReference.NONE));
            case BARGE ->
                phone.acts(new StationSignal.Press(
                        choice % 2 == 0 ? Softkey.BARGE : Softkey.CONFERENCE_BARGE,
                        LineInstance.NONE,
                        CallReference.NONE));
            case MEET -> {
                phone.acts(phone.press(Softkey.MEET_ME));
                phone.acts(new StationSignal.EnBloc("85" + choice % 2, LineInstance.NONE));
            }
            case REMOVE ->
                some(phone.participants(), choice)
                        .ifPresent(who -> phone.acts(
                                new StationSignal.RemoveParticipant(someCall(phone, choice / 4), who.leg())));
            case OUTSIDE -> outside(office.gateways().get(choice % 3), choice / 3);
            case CALL_BACK -> callBack(phone, choice);
            case SLOT -> phone.acts(new StationSignal.SpeedDialKey(1 + choice % 3));
            case BRIDGE_DIES -> office.bridges().get(choice % 2).dies();
            case POINT_DIES -> office.points().get(choice % 2).dies();
            case SOFTKEY_ON_CALL ->
                phone.acts(new StationSignal.Press(softkey(choice), LineInstance.NONE, someCall(phone, choice / 8)));
            case HOOK_ON_CALL -> {
                var call = someCall(phone, choice / 2);
                phone.acts(
                        choice % 2 == 0
                                ? new StationSignal.OffHook(LineInstance.NONE, call)
                                : new StationSignal.OnHook(LineInstance.NONE, call));
            }
            case LINE_KEY -> phone.acts(new StationSignal.LineKey(new LineInstance(1 + choice % 2)));
            case LISTEN -> some(phone.listening().values(), choice).ifPresent(open -> phone.acts(phone.opened(open)));
            case REFUSE_TO_LISTEN -> some(phone.unreported(), choice).ifPresent(phone::refuses);
            case CANNOT_SEND ->
                some(phone.sending().values(), choice)
                        .ifPresent(start -> phone.acts(new StationSignal.TransmitFailed(start.stream())));
            case VANISH -> phone.acts(new StationSignal.Gone("lost"));
            case REGISTER -> {
                if (!phone.isRegistered()) {
                    phone.register();
                }
            }
            case MUSIC -> {
                if (choice % 2 == 0) {
                    office.music(!office.jukebox().isRunning());
                } else {
                    office.announcementsEnd();
                }
            }
            case GROUP -> group(phone, choice);
            case SETTING -> office.picksUpAtOnce(choice % 2 == 0);
            case PICKUP_ALERT -> phone.hearsOfPickup();
            case BANDWIDTH -> office.roads().limit("Branch", 80 * (choice % 3 + 1));
            case TIME_PASSES -> some(office.calls(), choice).ifPresent(office::expire);
            case DELIVER -> office.deliverOne(choice);
            case SETTLE -> settles();
        }
    }

    /** What becomes of music for groups. */
    private void group(Deskphone phone, int choice) {
        var joined = phone.groups().values();
        switch (choice % 6) {
            case 0 -> office.jukebox().multicasts(choice % 4 == 0);
            case 1 -> some(joined, choice).ifPresent(phone::refuses);
            case 2 -> some(office.calls(), choice).ifPresent(office::reportsAreDue);
            default -> some(joined, choice).ifPresent(join -> phone.acts(Deskphone.joined(join)));
        }
    }

    private static void outside(Gateway gateway, int choice) {
        switch (choice % 8) {
            case 0, 1 -> gateway.calls("200" + choice / 8 % 8);
            case 2 -> gateway.hangsUp();
            case 3 -> gateway.isLost();
            default -> gateway.picksUp();
        }
    }

    private void callBack(Deskphone phone, int choice) {
        switch (choice % 5) {
            case 0 -> phone.acts(new StationSignal.ChooseCallBack(CallBackNotice.Choice.DIAL));
            case 1 -> phone.acts(new StationSignal.ChooseCallBack(CallBackNotice.Choice.CANCEL));
            case 2 -> phone.acts(new StationSignal.ChooseCallBack(CallBackNotice.Choice.REPLACE));
            case 3 -> office.followedLongEnough();
            default -> phone.acts(phone.press(Softkey.CALL_BACK));
        }
    }

    private static Softkey softkey(int choice) {
        return SOFTKEYS.get(choice % SOFTKEYS.size());
    }

    /** One of the phone's calls, or one that is long gone. */
    private static CallReference someCall(Deskphone phone, int choice) {
        return some(phone.calls().keySet(), choice).orElse(new CallReference(0x0100_0001));
    }

    private static <E> Optional<E> some(Collection<E> all, int choice) {
        return all.stream().skip(all.isEmpty() ? 0 : choice % all.size()).findFirst();
    }

    /** Everything under way arrives; then what must hold, holds. */
    void settles() {
        office.settle();
        phones.forEach(this::oneCallHasTheUsersEar);
        phones.forEach(this::followsOneLineAtMost);
        office.calls().forEach(call -> seen.add(call.state().getClass()));
        office.calls().forEach(this::bothShowTheSame);
        office.calls().forEach(this::privateCallsShowNobody);
        phones.forEach(this::isHeardByItsPartyOnly);
        musicIsHeardByThoseWhoAreHeldOnly();
        office.points().forEach(this::passesOnWithinACallOnly);
        office.roads().carryWhatCallsHave(office.calls());
        assertThat(office.leftOutside()).as("legs outside that are in no call").isEmpty();
        office.calls().forEach(this::oneWayOutAtATime);
        assertThat(phones)
                .allSatisfy(phone -> phone.calls().values().stream()
                        .filter(shown -> shown.ringing)
                        .forEach(shown -> assertThat(shown.text).isIn("ringing", "waiting")));
    }

    /** A call is offered by one way out at a time. */
    private void oneWayOutAtATime(Office.Ongoing call) {
        var called = switch (call.state()) {
            case CallState.Offering(var _, var _, var rings) -> rings.references();
            case CallState.Ringing(var _, var _, var rings) -> rings.references();
            case CallState _ -> List.<CallReference>of();
        };
        assertThat(called.stream()
                        .filter(leg -> office.gateways().stream()
                                .anyMatch(gateway -> gateway.legs().contains(leg))))
                .as("ways out that ring")
                .hasSizeLessThanOrEqualTo(1);
    }

    private void oneCallHasTheUsersEar(Deskphone phone) {
        assertThat(Stream.concat(
                                phone.listening().values().stream().map(OpenReceive::call),
                                phone.groups().values().stream().map(JoinGroup::call))
                        .distinct())
                .as("calls with media at %s", phone.number())
                .hasSizeLessThanOrEqualTo(1);
    }

    /** A line is followed for a phone exactly while its user waits, and it is never a line of that phone. */
    private void followsOneLineAtMost(Deskphone phone) {
        var waits = phone.isRegistered() && phone.state().isCalledBack();
        assertThat(office.followedBy(phone).isPresent())
                .as("%s follows a line", phone.number())
                .isEqualTo(waits);
        office.followedBy(phone)
                .ifPresent(line -> assertThat(phone.statusOf(line))
                        .as("%s follows its own line", phone.number())
                        .isEmpty());
    }

    /** What a phone sends arrives at the other side of the same call, or nowhere. */
    private void isHeardByItsPartyOnly(Deskphone speaker) {
        for (var sent : speaker.sending().values()) {
            office.bridges()
                    .forEach(bridge -> bridge.portAt(sent.to())
                            .ifPresent(port -> assertThat(office.share(sent.call(), port))
                                    .as("%s is heard in its own conference", speaker.number())
                                    .isTrue()));
            office.points()
                    .forEach(point -> point.portAt(sent.to())
                            .ifPresent(port -> assertThat(office.face(sent.call(), port))
                                    .as("%s speaks to the point of its own call", speaker.number())
                                    .isTrue()));
            for (var listener : phones) {
                listener.hearsAt(sent.to())
                        .ifPresent(heard -> assertThat(office.areTalking(sent.call(), heard))
                                .as("%s is heard by %s", speaker.number(), listener.number())
                                .isTrue());
            }
        }
    }

    /** What a termination point sends arrives at the phone it faces, or nowhere. */
    private void passesOnWithinACallOnly(Bridge point) {
        point.sending()
                .forEach((port, sent) -> phones.forEach(phone -> phone.hearsAt(sent.to())
                        .ifPresent(heard -> assertThat(office.face(heard, port))
                                .as("%s hears the point of its own call", phone.number())
                                .isTrue())));
    }

    /** Each leg of the source is of a call, and what it sends arrives at whom that call holds, or nowhere. */
    private void musicIsHeardByThoseWhoAreHeldOnly() {
        var played =
                office.calls().stream().flatMap(call -> call.music().stream()).toList();
        assertThat(office.jukebox().legs())
                .as("legs of the music")
                .containsExactlyInAnyOrderElementsOf(
                        played.stream().map(one -> one.source().reference()).toList());
        for (var phone : phones) {
            assertThat(phone.groups().keySet())
                    .as("groups %s is in", phone.number())
                    .containsExactlyInAnyOrderElementsOf(played.stream()
                            .filter(one -> one.isOfGroup()
                                    && phone.calls().containsKey(one.listener().reference()))
                            .map(one -> one.stream())
                            .toList());
        }
        for (var sent : office.jukebox().sending()) {
            var listener = played.stream()
                    .filter(one -> one.stream().equals(sent.stream()))
                    .map(one -> one.listener().reference())
                    .findFirst()
                    .orElseThrow();
            for (var phone : phones) {
                phone.hearsAt(sent.to())
                        .ifPresent(
                                heard -> assertThat(heard).as("who hears music").isEqualTo(listener));
            }
        }
    }

    private void bothShowTheSame(Office.Ongoing call) {
        switch (call.state()) {
            case CallState.Talking(var parties, var _, var _) -> agree(call, parties);
            case CallState.OnHold(var parties, var _, var _) -> agree(call, parties);
            case CallState.Conferring(var conference) -> agree(conference);
            case CallState.Barged barged -> agree(barged);
            case CallState.Idle _,
                    CallState.Dialling _,
                    CallState.EnteringCode _,
                    CallState.Offering _,
                    CallState.Ringing _,
                    CallState.Joining _,
                    CallState.Fetching _,
                    CallState.Parked _,
                    CallState.Reserving _,
                    CallState.Leaving _,
                    CallState.Failed _,
                    CallState.Ended _ -> {}
        }
    }

    /** Who looks on sees nothing of a call whose user wants privacy, and everything of another. */
    private void privateCallsShowNobody(Office.Ongoing call) {
        for (var onlooker : call.onlookers()) {
            var hidden = office.context()
                    .privacy()
                    .isWantedBy(onlooker.of().terminal().device());
            phones.stream()
                    .flatMap(phone -> Stream.ofNullable(phone.calls().get(onlooker.reference())))
                    .filter(_ -> !onlooker.refused())
                    .forEach(shown -> {
                        assertThat(shown.text.equals("private elsewhere"))
                                .as("a private call is shown as such")
                                .isEqualTo(hidden);
                        assertThat(shown.showsNobody() || !hidden)
                                .as("a private call shows nobody")
                                .isTrue();
                    });
        }
    }

    /** Both show the same; but who hears music shows how secure the call is with that. */
    private void agree(Office.Ongoing call, Parties parties) {
        var shown = parties.both().stream()
                .filter(leg -> call.music().stream()
                        .noneMatch(played -> played.listener().equals(leg)))
                .flatMap(leg -> shownSecurity(leg.reference()))
                .toList();
        var music = call.music().stream()
                .map(played -> played.listener().reference())
                .flatMap(this::shownSecurity)
                .toList();
        var phonesOnly = parties.both().stream().filter(this::isOfAPhone).count();
        assertThat(shown).as("security class all show").hasSize((int) phonesOnly - music.size());
        assertThat(shown.stream().distinct()).hasSizeLessThanOrEqualTo(1);
        for (var played : call.music()) {
            var with = parties.shown(true)
                    .map(found -> found.weaker(SecurityClassification.of(
                            played.listener().terminal(), played.source().terminal())))
                    .filter(found -> played.playing() || found != SecurityClass.ENCRYPTED);
            if (isOfAPhone(played.listener())) {
                assertThat(music).as("security class shown with music").containsExactly(with);
            }
        }
    }

    /** Those outside show nothing. */
    private boolean isOfAPhone(Leg leg) {
        return phones.stream()
                .anyMatch(phone -> phone.name().equals(leg.terminal().device()));
    }

    private Stream<Optional<SecurityClass>> shownSecurity(CallReference leg) {
        return phones.stream().filter(phone -> phone.calls().containsKey(leg)).map(phone -> phone.shownSecurity(leg));
    }

    /** The two show what the rules of barge say, and so does the guest once media is up. */
    private void agree(CallState.Barged barged) {
        for (var side : Side.values()) {
            var leg = barged.talking().parties().leg(side);
            if (isOfAPhone(leg)) {
                assertThat(shownSecurity(leg.reference()))
                        .containsOnly(barged.seenFrom(side).security());
            }
        }
        assertThat(shownSecurity(barged.guest().reference()))
                .containsOnly(barged.seenByGuest().security());
    }

    /** Everybody in a conference shows its class, whose own media runs. */
    private void agree(Conference conference) {
        for (var seat : conference.seats()) {
            phones.stream()
                    .filter(phone -> phone.calls().containsKey(seat.leg().reference()))
                    .forEach(phone -> assertThat(phone.shownSecurity(seat.leg().reference()))
                            .as("class that %s shows", phone.number())
                            .isEqualTo(conference.shownTo(seat)));
        }
    }

    /** All users end all they have, and time passes: nothing is left. */
    void ends() {
        settles();
        for (var round = 0; round < 10; round++) {
            office.gateways().forEach(Gateway::hangsUp);
            for (var phone : phones) {
                List.copyOf(phone.calls().keySet())
                        .forEach(
                                call -> phone.acts(new StationSignal.Press(Softkey.END_CALL, LineInstance.NONE, call)));
            }
            office.calls().forEach(office::expire);
            office.settle();
        }
        assertThat(office.calls()).as("calls that outlive their parties").isEmpty();
        assertThat(office.slotsTaken()).as("slots taken by nobody").isZero();
        assertThat(office.roads().reserved()).as("bandwidth taken by nobody").isEmpty();
        assertThat(office.meetings()).as("numbers at which nobody meets").isZero();
        phones.forEach(Deskphone::isIdle);
        office.bridges().forEach(Bridge::isEmpty);
        office.gateways().forEach(Gateway::isEmpty);
        office.points().forEach(Bridge::isEmpty);
        noKeyServesTwice();
        assertThat(office.jukebox().legs()).as("legs left at the music").isEmpty();
        assertThat(office.wiped()).as("key sets wiped").hasSize(office.keySetsMade());
        assertThat(office.wiped())
                .allSatisfy(set -> assertThat(set.toCalled().key()).containsOnly(0));
    }

    private void noKeyServesTwice() {
        var heard = new HashSet<ByteBuffer>();
        var sent = new HashSet<ByteBuffer>();
        for (var phone : phones) {
            phone.told(OpenReceive.class).forEach(open -> open.key().ifPresent(key -> serves(heard, key)));
            phone.told(StartTransmit.class).forEach(start -> start.key().ifPresent(key -> serves(sent, key)));
        }
        office.jukebox().told().forEach(start -> start.key().ifPresent(key -> serves(sent, key)));
        for (var bridge : Stream.concat(office.bridges().stream(), office.points().stream())
                .toList()) {
            bridge.told(OpenReceive.class).forEach(open -> open.key().ifPresent(key -> serves(heard, key)));
            bridge.told(StartTransmit.class).forEach(start -> start.key().ifPresent(key -> serves(sent, key)));
        }
        assertThat(heard).containsAll(sent);
    }

    private static void serves(Set<ByteBuffer> used, MediaKey key) {
        assertThat(used.add(ByteBuffer.wrap(key.key()))).as("key used once").isTrue();
    }

    /** Whether somebody was sent music of their own after they could not hear a group. */
    boolean gaveUpAGroup() {
        return phones.stream().anyMatch(phone -> phone.gaveUpAGroup());
    }

    /** The states its calls were in whenever all was said. */
    Set<Class<? extends CallState>> seen() {
        return seen;
    }

    /** The story so far, for the reader of a failure. */
    String story() {
        var lines = office.story();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 200), lines.size()));
    }
}
