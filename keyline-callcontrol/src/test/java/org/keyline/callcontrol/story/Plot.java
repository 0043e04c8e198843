package org.keyline.callcontrol.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteGroup.Distribution;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;
import org.keyline.model.security.SecurityClass;

/** What people do, step by step; a test may interrupt it anywhere. */
record Plot(String name, List<Consumer<Cast>> steps) {
    /** Together they lead calls through every state there is. */
    static final List<Plot> ALL = List.of(
            new Plot(
                    "a transfer after a consultation",
                    List.of(
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.carol.acts(press(Softkey.HOLD)))),
            new Plot(
                    "music for a group, of a call that is held, transferred and parked",
                    List.of(
                            cast -> cast.office.jukebox().multicasts(true),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.HOLD)),
                            cast -> cast.carol.acts(press(Softkey.HOLD)),
                            cast -> cast.alice.acts(press(Softkey.RESUME)),
                            cast -> cast.carol.acts(press(Softkey.RESUME)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.dave.acts(press(Softkey.PARK)),
                            cast -> cast.office.calls().forEach(cast.office::expire),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)))),
            new Plot(
                    "a blind transfer to a line that forwards",
                    List.of(
                            cast -> cast.bob.acts(dial("2001")),
                            cast -> cast.alice.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.office.calls().forEach(cast.office::expire),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)))),
            new Plot(
                    "a shared line whose call wanders",
                    List.of(
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.dave.acts(press(Softkey.HOLD)),
                            cast -> cast.workshop.acts(press(Softkey.RESUME)),
                            cast -> cast.workshop.acts(press(Softkey.TRANSFER)),
                            cast -> cast.workshop.acts(dial("2002")),
                            cast -> cast.workshop.acts(press(Softkey.TRANSFER)))),
            new Plot(
                    "a conference of four that one holds for long, and that loses them one by one",
                    List.of(
                            cast -> cast.office.remindsOfHeldCalls(),
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.CONFERENCE)),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.CONFERENCE)),
                            cast -> cast.bob.acts(press(Softkey.HOLD)),
                            cast -> cast.office.expires(CallTimer.HOLD_REVERSION),
                            cast -> cast.alice.acts(press(Softkey.CONFERENCE)),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.CONFERENCE)),
                            cast -> cast.bob.acts(press(Softkey.RESUME)),
                            cast -> cast.alice.acts(press(Softkey.CONFERENCE_LIST)),
                            cast -> cast.alice.acts(remove(cast.alice, cast.dave)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)))),
            new Plot(
                    "calls of a line that are joined, and two that are connected",
                    List.of(
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.SELECT)),
                            cast -> cast.alice.acts(press(Softkey.NEW_CALL)),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.SELECT)),
                            cast -> cast.alice.acts(press(Softkey.NEW_CALL)),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.JOIN)),
                            cast -> cast.dave.acts(press(Softkey.END_CALL)),
                            cast -> cast.alice.acts(press(Softkey.SELECT)),
                            cast -> cast.alice.acts(press(Softkey.NEW_CALL)),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.workshop.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.DIRECT_TRANSFER)))),
            new Plot(
                    "a meeting that grows, is held, loses who opened it, and ends",
                    List.of(
                            cast -> cast.alice.acts(press(Softkey.MEET_ME)),
                            cast -> cast.alice.acts(dial("850")),
                            cast -> cast.bob.acts(dial("850")),
                            cast -> cast.workshop.acts(dial("850")),
                            cast -> cast.bob.acts(press(Softkey.HOLD)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)),
                            cast -> cast.carol.acts(dial("850")),
                            cast -> cast.bob.acts(press(Softkey.RESUME)),
                            cast -> cast.workshop.acts(press(Softkey.END_CALL)),
                            cast -> cast.carol.acts(press(Softkey.END_CALL)))),
            new Plot(
                    "a shared line into whose calls somebody barges",
                    List.of(
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.workshop.acts(press(Softkey.BARGE)),
                            cast -> cast.workshop.acts(press(Softkey.END_CALL)),
                            cast -> cast.workshop.acts(press(Softkey.BARGE)),
                            cast -> cast.workshop.acts(press(Softkey.HOLD)),
                            cast -> cast.workshop.acts(press(Softkey.CONFERENCE_BARGE)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)))),
            new Plot(
                    "a call picked up, rung back, and picked up again",
                    List.of(
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.carol.acts(press(Softkey.PICK_UP)),
                            cast -> cast.office.calls().forEach(cast.office::expire),
                            cast -> cast.carol.acts(press(Softkey.PICK_UP)),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)))),
            new Plot(
                    "a call picked up at once by who hears of it and consults",
                    List.of(
                            cast -> cast.office.picksUpAtOnce(true),
                            cast -> cast.office.alertsPickupsInCalls(),
                            cast -> cast.bob.acts(dial("2003")),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.carol.hearsOfPickup(),
                            cast -> cast.carol.acts(press(Softkey.TRANSFER)),
                            cast -> cast.carol.acts(press(Softkey.PICK_UP)),
                            cast -> cast.carol.acts(press(Softkey.TRANSFER)))),
            new Plot(
                    "a call parked, retrieved, parked again, and rung back",
                    List.of(
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.bob.acts(press(Softkey.PARK)),
                            cast -> cast.workshop.acts(dial("7100")),
                            cast -> cast.workshop.acts(press(Softkey.PARK)),
                            cast -> cast.office.calls().forEach(cast.office::expire),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)))),
            new Plot(
                    "a call parked where the user wants it",
                    List.of(
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("800")),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.bob.acts(press(Softkey.HOLD)),
                            cast -> cast.carol.acts(dial("21800")),
                            cast -> cast.bob.acts(press(Softkey.RESUME)))),
            new Plot(
                    "a call parked by a button and taken back by one",
                    List.of(
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.bob.acts(Deskphone.slot("800")),
                            cast -> cast.carol.acts(Deskphone.slot("800")),
                            cast -> cast.carol.acts(Deskphone.slot("7100")),
                            cast -> cast.bob.acts(Deskphone.slot("7100")),
                            cast -> cast.bob.acts(Deskphone.slot("7100")),
                            cast -> cast.bob.acts(dial("2004")),
                            cast -> cast.dave.acts(Deskphone.slot("7100")))),
            new Plot(
                    "a number that asks who calls, and for whom, and refuses somebody else",
                    List.of(
                            cast -> cast.alice.acts(dial("66")),
                            cast -> cast.alice.acts(digit('1')),
                            cast -> cast.alice.acts(digit('2')),
                            cast -> cast.alice.acts(digit('#')),
                            cast -> cast.alice.acts(dial("3")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.carol.acts(dial("66")),
                            cast -> cast.carol.acts(digit('#')))),
            new Plot(
                    "a call outside by the second way, that is held and transferred",
                    List.of(
                            cast -> cast.alice.acts(dial("91")),
                            cast -> cast.town.picksUp(),
                            cast -> cast.alice.acts(press(Softkey.HOLD)),
                            cast -> cast.alice.acts(press(Softkey.RESUME)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.town.hangsUp())),
            new Plot(
                    "a call from outside that becomes a conference with somebody else outside",
                    List.of(
                            cast -> cast.town.calls("2004"),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.dave.acts(press(Softkey.CONFERENCE)),
                            cast -> cast.dave.acts(dial("91")),
                            cast -> cast.town.picksUp(),
                            cast -> cast.dave.acts(press(Softkey.CONFERENCE)),
                            cast -> cast.dave.acts(press(Softkey.END_CALL)),
                            cast -> cast.town.hangsUp())),
            new Plot(
                    "a line that sends its calls outside, and one whose call is picked up instead",
                    List.of(
                            cast -> cast.office.forwards("2004", ForwardReason.NO_ANSWER, "91"),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.office.calls().forEach(cast.office::expire),
                            cast -> cast.town.picksUp(),
                            cast -> cast.alice.acts(press(Softkey.PARK)),
                            cast -> cast.carol.acts(dial("7100")),
                            cast -> cast.town.calls("2004"),
                            cast -> cast.bob.acts(press(Softkey.PICK_UP)),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)))),
            new Plot(
                    "who transfers to a number outside that asks for codes, and is refused at first",
                    List.of(
                            cast -> cast.bob.acts(dial("2001")),
                            cast -> cast.alice.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("77")),
                            cast -> cast.alice.acts(dial("13")),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)),
                            cast -> cast.alice.acts(press(Softkey.RESUME)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("77")),
                            cast -> cast.alice.acts(dial("12")),
                            cast -> cast.alice.acts(digit('3')),
                            cast -> cast.alice.acts(press(Softkey.BACKSPACE)),
                            cast -> cast.alice.acts(digit('3')),
                            cast -> cast.alice.acts(press(Softkey.DIAL)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.billed.picksUp())),
            new Plot(
                    "a line that sends its calls to where codes are asked for",
                    List.of(
                            cast -> cast.office.forwards("2003", ForwardReason.ALL, "77"),
                            cast -> cast.alice.acts(dial("2003")),
                            cast -> cast.town.calls("2003"))),
            new Plot(
                    "calls diverted while they ring, talk and are held",
                    List.of(
                            cast -> cast.office.voiceMailPilot("2003"),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.DIVERT)),
                            cast -> cast.carol.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.HOLD)),
                            cast -> cast.office.voiceMailPilot("2002"),
                            cast -> cast.alice.acts(press(Softkey.DIVERT)),
                            cast -> cast.alice.acts(
                                    new StationSignal.Press(Softkey.DIVERT, LineInstance.NONE, cast.alice.anyCall())),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.office.voiceMailPilot("2001"),
                            cast -> cast.bob.acts(press(Softkey.DIVERT)))),
            new Plot(
                    "a call that voice mail does not take, and one transferred to somebody else's mailbox",
                    List.of(
                            cast -> cast.office.voiceMailPilot("2003"),
                            cast -> cast.carol.acts(new StationSignal.Gone("lost")),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.DIVERT)),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.dave.acts(press(Softkey.DIVERT)),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.office.voiceMailPilot("2002"),
                            cast -> cast.dave.acts(press(Softkey.TRANSFER)),
                            cast -> cast.dave.acts(dial("2001")),
                            cast -> cast.dave.acts(press(Softkey.TRANSFER_TO_VOICE_MAIL)),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.office.calls().forEach(cast.office::expire))),
            new Plot(
                    "a malicious call that is held for long",
                    List.of(
                            cast -> cast.office.remindsOfHeldCalls(),
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.bob.acts(press(Softkey.MALICIOUS_CALL)),
                            cast -> cast.bob.acts(press(Softkey.HOLD)),
                            cast -> cast.office.expires(CallTimer.HOLD_REVERSION),
                            cast -> cast.alice.acts(press(Softkey.HOLD)),
                            cast -> cast.office.expires(CallTimer.HOLD_REVERSION),
                            cast -> cast.bob.acts(press(Softkey.RESUME)))),
            new Plot(
                    "a busy user is waited for, and called when free",
                    List.of(
                            cast -> cast.carol.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.dave.acts(dial("2002")),
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.alice.acts(press(Softkey.CALL_BACK)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)),
                            cast -> cast.dave.acts(press(Softkey.END_CALL)),
                            cast -> cast.bob.acts(press(Softkey.END_CALL)),
                            cast -> cast.alice.acts(new StationSignal.ChooseCallBack(CallBackNotice.Choice.DIAL)),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)))),
            new Plot(
                    "a user who does not answer is waited for, and another instead",
                    List.of(
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.alice.acts(press(Softkey.CALL_BACK)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.alice.acts(press(Softkey.CALL_BACK)),
                            cast -> cast.alice.acts(new StationSignal.ChooseCallBack(CallBackNotice.Choice.REPLACE)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)),
                            cast -> cast.workshop.acts(dial("2003")),
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.workshop.acts(press(Softkey.END_CALL)),
                            cast -> cast.alice.acts(press(Softkey.END_CALL)),
                            cast -> cast.office.followedLongEnough())),
            new Plot(
                    "a private call that others with the line want",
                    List.of(
                            cast -> cast.office.privacyOnHeldCalls(true),
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.workshop.acts(press(Softkey.BARGE)),
                            cast -> cast.dave.acts(press(Softkey.PRIVATE)),
                            cast -> cast.workshop.acts(press(Softkey.BARGE)),
                            cast -> cast.dave.acts(press(Softkey.HOLD)),
                            cast -> cast.workshop.acts(press(Softkey.RESUME)),
                            cast -> cast.dave.acts(press(Softkey.PRIVATE)),
                            cast -> cast.workshop.acts(press(Softkey.RESUME)))),
            new Plot(
                    "a call through a termination point that is held, transferred, parked and ends",
                    List.of(
                            cast -> cast.alice.acts(dial("2004")),
                            cast -> cast.dave.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.HOLD)),
                            cast -> cast.alice.acts(press(Softkey.RESUME)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.alice.acts(dial("2002")),
                            cast -> cast.bob.acts(press(Softkey.ANSWER)),
                            cast -> cast.alice.acts(press(Softkey.TRANSFER)),
                            cast -> cast.bob.acts(press(Softkey.PARK)),
                            cast -> cast.carol.acts(dial("7100")),
                            cast -> cast.office.points().getFirst().dies(),
                            cast -> cast.carol.acts(press(Softkey.END_CALL)))),
            new Plot(
                    "a number nobody has",
                    List.of(
                            cast -> cast.alice.acts(new StationSignal.OffHook(LineInstance.NONE, CallReference.NONE)),
                            cast -> cast.alice.acts(digit('2')),
                            cast -> cast.alice.acts(digit('9')))));

    /** Everybody there is. */
    static final class Cast {
        final Office office = new Office();
        final Deskphone alice = office.phone("2001").security(SecurityClass.ENCRYPTED);
        final Deskphone bob = office.phone("2002").security(SecurityClass.ENCRYPTED);
        final Deskphone carol = office.phone("2003").location("Branch");
        final Deskphone dave =
                office.phone("2004").security(SecurityClass.AUTHENTICATED).relay(RelayChoice.TRUSTED);
        final Deskphone workshop = office.sharing("2004", "2014").location("Branch");
        final Gateway broken = office.gateway("GW1").refuses(Cause.TEMPORARY_FAILURE);
        final Gateway town = office.gateway("GW2");
        final Gateway billed = office.gateway("GW3").asksForCodes();
        final List<Deskphone> phones = List.of(alice, bob, carol, dave, workshop);

        Cast() {
            phones.forEach(Deskphone::registered);
            office.roads().limit("Branch", 160);
            office.music(true);
            office.bridge("CFB_1", true);
            office.bridge("CFB_2", false);
            office.point("MTP_1", false, 2);
            office.point("MTP_2", true, 2);
            office.pickupGroup(new PickupGroup("7001", "", "All", List.of()), "2002", "2003", "2004");
            office.codes(new AuthorizationCode("Somebody", "12", 1), "3");
            office.translates(TranslationPattern.of("66", "")
                    .called(new CalledTransformation(DigitDiscard.NONE, "2002", ""))
                    .treated(Treatment.URGENT.asking(new CodeDemand(Optional.of(1), true))));
            office.routes(outside());
            office.meetsAt("850", SecurityClass.NON_SECURE);
            office.parksAt("710X");
            office.parksAt(new DirectedCallPark("80X", "", "", "21", Optional.empty()));
            office.forwards("2003", ForwardReason.NO_ANSWER, "2004");
        }

        /** Two gateways, of which the first refuses, and one behind codes. */
        private static RouteTables outside() {
            var city = new RouteList("Out", "", true, List.of(RouteList.Member.of("City")));
            var ask = Treatment.URGENT.asking(new CodeDemand(Optional.of(1), true));
            return new RouteTables(
                    List.of(
                            RoutePattern.of("9X", "", new RoutePattern.Way.List("Out")),
                            RoutePattern.of("77", "", new RoutePattern.Way.Device("GW3"))
                                    .treated(ask)),
                    Map.of("Out", city),
                    Map.of("City", new RouteGroup("City", Distribution.TOP_DOWN, List.of("GW1", "GW2"))));
        }

        /** Everybody hangs up whatever is left, and time passes. */
        void goHome() {
            for (var round = 0; round < 6; round++) {
                office.gateways().forEach(Gateway::hangsUp);
                for (var phone : phones) {
                    List.copyOf(phone.calls().keySet())
                            .forEach(call ->
                                    phone.acts(new StationSignal.Press(Softkey.END_CALL, LineInstance.NONE, call)));
                }
                office.settle();
                office.calls().forEach(office::expire);
                office.settle();
            }
        }
    }

    static StationSignal dial(String number) {
        return new StationSignal.EnBloc(number, LineInstance.NONE);
    }

    private static StationSignal digit(char key) {
        return new StationSignal.Digit(key, LineInstance.NONE, CallReference.NONE);
    }

    /** Sends somebody out of the conference whose list is on the display. */
    private static StationSignal remove(Deskphone controller, Deskphone other) {
        var who = controller.participants().stream()
                .filter(one -> one.party().number().equals(other.number()))
                .findFirst();
        return new StationSignal.RemoveParticipant(
                controller.call(), who.map(Participant::leg).orElse(CallReference.NONE));
    }

    private static StationSignal press(Softkey key) {
        return new StationSignal.Press(key, LineInstance.NONE, CallReference.NONE);
    }

    @Override
    public String toString() {
        return name;
    }
}
