package org.keyline.sccp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallParties.ConferenceRole;
import org.keyline.callcontrol.station.CallParties.Direction;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.callcontrol.station.Elsewhere;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.sccp.codec.field.FeatureBits;

/** The flows of the sheet, one command a test: what a phone is sent, in which order, in the form of its version. */
class FlowTest {
    private static final String DEVICE = "SEP001122334455";
    private static final LineInstance LINE = new LineInstance(1);
    private static final CallReference CALL = new CallReference(0x01000005);
    private static final MediaStream STREAM = new MediaStream(7, 0x01010001);
    private static final CallParties TO_BOB =
            new CallParties(Direction.OUTBOUND, new Party("2001", "Alice"), new Party("2002", "Bob"), Optional.empty());
    private static final CallParties FROM_BOB = new CallParties(
            Direction.INBOUND,
            new Party("2002", "Bob"),
            new Party("2001", "Alice"),
            Optional.of(SecurityClass.NON_SECURE));

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private final SccpBench bench;

    FlowTest() throws IOException {
        bench = new SccpBench(processing, phones);
    }

    @BeforeEach
    void configure() {
        phones.add(DEVICE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Ladder after(int version, StationCommand... commands) throws IOException {
        return after(version, RawPhone.JAVA, commands);
    }

    private Ladder after(int version, FeatureBits features, StationCommand... commands) throws IOException {
        try (var phone = bench.connect().registered(DEVICE, 404, version, features)) {
            processing.say(DEVICE, commands);
            return Ladder.of(phone.hearAll(processing, DEVICE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void going_off_hook_by_softkey(int version) throws Exception {
        after(version, new StationCommand.GiveDialTone(LINE, CALL, true)).shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        """);
    }

    @Test
    void going_off_hook_by_handset_leaves_the_speaker_alone() throws Exception {
        after(20, new StationCommand.GiveDialTone(LINE, CALL, false)).shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        """);
    }

    @Test
    void messages_light_the_lamps_and_make_the_next_dial_tone_stutter() throws Exception {
        after(20, new StationCommand.ShowMessages(LINE, true), new StationCommand.GiveDialTone(LINE, CALL, false))
                .shouldRead("""
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) stimulusInstance=1 lampMode=ON (2)
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=ON (2)
                        DisplayDynamicPromptStatus prompt=You have voicemail
                        SetRinger ringMode=OFF (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        StartTone tone=message-waiting / partial (stutter) dial tone (42) line=1 call=0x01000005
                        """);
    }

    @Test
    void the_lamp_of_the_phone_goes_out_with_the_messages_of_its_last_line() throws Exception {
        var other = new LineInstance(2);
        after(
                        20,
                        new StationCommand.ShowMessages(LINE, true),
                        new StationCommand.ShowMessages(other, true),
                        new StationCommand.ShowMessages(LINE, false),
                        new StationCommand.ShowMessages(other, false))
                .shouldRead("""
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) stimulusInstance=1 lampMode=ON (2)
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=ON (2)
                        DisplayDynamicPromptStatus prompt=You have voicemail
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) stimulusInstance=2 lampMode=ON (2)
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=ON (2)
                        DisplayDynamicPromptStatus prompt=You have voicemail
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) stimulusInstance=1 lampMode=OFF (1)
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=ON (2)
                        DisplayDynamicPromptStatus prompt=You have voicemail
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) stimulusInstance=2 lampMode=OFF (1)
                        SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=OFF (1)
                        DisplayDynamicPromptStatus prompt=Your current options
                        """);
    }

    @Test
    void a_call_to_a_phone_whose_user_wants_peace_makes_no_sound() throws Exception {
        after(20, new StationCommand.ShowDoNotDisturb(true), new StationCommand.ShowDoNotDisturb(false))
                .shouldRead("""
                        DisplayDynamicPromptStatus prompt=Do not disturb is active
                        DisplayDynamicPromptStatus prompt=Your current options
                        """);
        after(
                        20,
                        new StationCommand.ShowDoNotDisturb(true),
                        new StationCommand.Offer(LINE, CALL, FROM_BOB, Optional.empty()))
                .shouldReadAmongOthers("""
                        SetRinger ringMode=FLASH_ONLY (5) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_private_call_at_another_phone_shows_nobody_and_lets_nobody_in() throws Exception {
        after(20, new StationCommand.InUseElsewhere(LINE, CALL, FROM_BOB.hidden(), Elsewhere.PRIVATE))
                .shouldReadAmongOthers("""
                        CallState state=CALL_REMOTE_MULTILINE (13) line=1 call=0x01000005 privacy=LIMITED (1) precedence=ROUTINE (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=In use remote
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=UNKNOWN (0)
                        """);
    }

    @Test
    void a_held_call_rings_once_after_its_time_or_sounds_in_the_other_call() throws Exception {
        after(
                        20,
                        new StationCommand.HoldReverted(LINE, CALL, Optional.empty()),
                        new StationCommand.HoldReverted(LINE, CALL, Optional.of(new CallReference(0x01000009))))
                .shouldReadAmongOthers("""
                        CallState state=HOLD_REVERT (15) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OnHold (2)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Hold reversion
                        SetRinger ringMode=FEATURE (4) ringDuration=SINGLE (2) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_call_marked_as_malicious_is_confirmed() throws Exception {
        after(20, new StationCommand.MarkedMalicious(LINE, CALL)).shouldRead("""
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Mcid successful
                        StartTone tone=zip (50) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_phone_says_when_its_calls_become_private() throws Exception {
        after(20, new StationCommand.ShowPrivacy(true), new StationCommand.ShowPrivacy(false))
                .shouldRead("""
                        DisplayDynamicPriNotify timeOut=10 priority=privacy (3) text=Private
                        ClearPriNotify priority=privacy (3)
                        """);
    }

    @Test
    void an_idle_phone_says_that_it_is_logged_out_of_hunt_groups() throws Exception {
        after(20, new StationCommand.ShowHuntGroups(false), new StationCommand.ShowHuntGroups(true))
                .shouldRead("""
                        DisplayDynamicPromptStatus prompt=Logged out of hunt group
                        DisplayDynamicPromptStatus prompt=Your current options
                        """);
    }

    @Test
    void an_idle_phone_shows_a_call_that_may_be_picked_up_as_far_as_it_is_told() throws Exception {
        var bob = Optional.of(new Party("2002", "Bob"));
        var stranger = Optional.of(Party.UNKNOWN);
        after(
                        20,
                        pickup(bob, Optional.of(new Party("2001", "Alice"))),
                        pickup(bob, Optional.empty()),
                        pickup(Optional.empty(), bob),
                        pickup(stranger, bob),
                        pickup(Optional.empty(), Optional.empty()),
                        new StationCommand.ShowPickup(Optional.empty()))
                .shouldRead("""
                        DisplayDynamicPromptStatus prompt=From 2002 to 2001
                        DisplayDynamicPromptStatus prompt=From 2002
                        DisplayDynamicPromptStatus prompt=To 2002
                        DisplayDynamicPromptStatus prompt=From unknown number to 2002
                        DisplayDynamicPromptStatus prompt=Calls available for pickup
                        DisplayDynamicPromptStatus prompt=Your current options
                        """);
    }

    private static StationCommand pickup(Optional<Party> calling, Optional<Party> called) {
        return new StationCommand.ShowPickup(Optional.of(new PickupCall(calling, called)));
    }

    @Test
    void a_phone_with_a_call_shows_what_may_be_picked_up_when_it_is_idle_again() throws Exception {
        after(
                        20,
                        new StationCommand.Offer(LINE, CALL, FROM_BOB, Optional.empty()),
                        pickup(Optional.of(new Party("2003", "")), Optional.empty()),
                        new StationCommand.Clear(LINE, CALL, true, false))
                .shouldReadAmongOthers("""
                        ClearPromptStatus line=1 call=0x01000005
                        CallState state=ON_HOOK (2) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys softKeySet=OnHook (0)
                        DisplayDynamicPromptStatus prompt=From 2003
                        """);
    }

    @Test
    void an_idle_phone_rings_once_for_its_group_and_one_with_a_call_sounds_a_tone_there() throws Exception {
        after(
                        20,
                        new StationCommand.AlertPickup(LineInstance.NONE, CallReference.NONE),
                        new StationCommand.AlertPickup(LINE, CALL))
                .shouldRead("""
                        SetRinger ringMode=FEATURE (4) ringDuration=SINGLE (2)
                        StartTone tone=zip (50) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_busy_lamp_shows_what_the_watched_line_does() throws Exception {
        phones.add(
                DEVICE,
                Phones.model7962(),
                DeviceSecurityMode.NON_SECURE,
                List.of("2001"),
                new SpeedDial(1, "2002", "Bob", Optional.of(NumberKey.of("2002"))));

        after(
                        17,
                        new StationCommand.ShowLineStatus(1, LineStatus.ALERTING),
                        new StationCommand.ShowLineStatus(1, LineStatus.IN_USE),
                        new StationCommand.ShowLineStatus(1, LineStatus.DO_NOT_DISTURB),
                        new StationCommand.ShowLineStatus(1, LineStatus.IDLE),
                        new StationCommand.ShowLineStatus(1, LineStatus.UNKNOWN),
                        new StationCommand.ShowLineStatus(2, LineStatus.IDLE))
                .shouldRead("""
                        FeatureStatDynamic featureIndex=1 featureId=BLF speed dial (21) status=4 textLabel=Bob
                        FeatureStatDynamic featureIndex=1 featureId=BLF speed dial (21) status=2 textLabel=Bob
                        FeatureStatDynamic featureIndex=1 featureId=BLF speed dial (21) status=3 textLabel=Bob
                        FeatureStatDynamic featureIndex=1 featureId=BLF speed dial (21) status=1 textLabel=Bob
                        FeatureStatDynamic featureIndex=1 featureId=BLF speed dial (21) textLabel=Bob
                        """);
        after(11, new StationCommand.ShowLineStatus(1, LineStatus.IN_USE)).shouldRead("");
    }

    @Test
    void what_was_dialled_is_confirmed_by_a_tone() throws Exception {
        after(20, new StationCommand.Confirm(LINE, CALL)).shouldRead("""
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingOut (8)
                        StartTone tone=confirmation (46) line=1 call=0x01000005
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void an_old_phone_goes_off_hook_with_static_texts(int version) throws Exception {
        after(version, RawPhone.CLASSIC, new StationCommand.GiveDialTone(LINE, CALL, true))
                .shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayPromptStatus prompt=Enter number line=1 call=0x01000005
                        ActivateCallPlane line=1
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_phone_without_the_dynamic_bit_gets_static_texts() throws Exception {
        after(11, new FeatureBits(0, 0x60, 0x84), new StationCommand.GiveDialTone(LINE, CALL, true))
                .shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayPromptStatus prompt=Enter number line=1 call=0x01000005
                        ActivateCallPlane line=1
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        """);
    }

    @Test
    void dialling_en_bloc_gives_no_dial_tone() throws Exception {
        after(22, new StationCommand.StartEnBloc(LINE, CALL, true)).shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void the_first_digit_stops_dial_tone(int version) throws Exception {
        after(version, new StationCommand.FirstDigit(LINE, CALL)).shouldRead("""
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=DigitsAfterFirst (6)
                        """);
    }

    @Test
    void a_digit_is_taken_back() throws Exception {
        after(20, new StationCommand.EraseDigit(LINE, CALL, false)).shouldRead("""
                        BackSpaceRes line=1 call=0x01000005
                        """);
    }

    @Test
    void the_last_digit_taken_back_brings_dial_tone_again() throws Exception {
        after(20, new StationCommand.EraseDigit(LINE, CALL, true)).shouldRead("""
                        BackSpaceRes line=1 call=0x01000005
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        """);
    }

    @Test
    void the_way_outside_has_its_own_dial_tone() throws Exception {
        after(20, new StationCommand.OutsideDialTone(LINE, CALL)).shouldRead("""
                        StartTone tone=outside dial tone (34) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_code_is_asked_for_by_tone_and_text() throws Exception {
        after(20, new StationCommand.AskCode(LINE, CALL, CodeKind.AUTHORIZATION))
                .shouldRead("""
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=DigitsAfterFirst (6)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter authorization code
                        StartTone tone=zip-zip (49) line=1 call=0x01000005
                        """);
        after(20, new StationCommand.AskCode(LINE, CALL, CodeKind.CLIENT_MATTER))
                .shouldRead("""
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=DigitsAfterFirst (6)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter client matter code
                        StartTone tone=zip-zip (49) line=1 call=0x01000005
                        """);
    }

    @Test
    void an_old_phone_is_asked_for_a_code_in_plain_words() throws Exception {
        after(5, RawPhone.CLASSIC, new StationCommand.AskCode(LINE, CALL, CodeKind.AUTHORIZATION))
                .shouldRead("""
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=DigitsAfterFirst (6)
                        DisplayPromptStatus prompt=Enter authorization code line=1 call=0x01000005
                        StartTone tone=zip-zip (49) line=1 call=0x01000005
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void the_number_is_complete(int version) throws Exception {
        after(version, new StationCommand.Proceed(LINE, CALL, "2002", TO_BOB)).shouldRead("""
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        DialedNumber dialedNumber=2002 line=1 call=0x01000005
                        CallState state=PROCEED (12) line=1 call=0x01000005 precedence=ROUTINE (4)
                        CallInfoDynamic line=1 call=0x01000005 callType=OUTBOUND (2) securityStatus=UNKNOWN (0) callingParty=2001 calledParty=2002 originalCalledParty=2002 callingPartyName=Alice calledPartyName=Bob originalCalledPartyName=Bob
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void the_number_is_complete_on_an_old_phone(int version) throws Exception {
        after(version, RawPhone.CLASSIC, new StationCommand.Proceed(LINE, CALL, "2002", TO_BOB))
                .shouldRead("""
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        DialedNumber dialedNumber=2002 line=1 call=0x01000005
                        CallState state=PROCEED (12) line=1 call=0x01000005 precedence=ROUTINE (4)
                        CallInfo callingPartyName=Alice callingParty=2001 calledPartyName=Bob calledParty=2002 line=1 call=0x01000005 callType=OUTBOUND (2) originalCalledPartyName=Bob originalCalledParty=2002 securityStatus=UNKNOWN (0)
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void the_far_end_rings(int version) throws Exception {
        after(version, new StationCommand.RingBack(LINE, CALL, TO_BOB)).shouldRead("""
                        StartTone tone=alerting (ring-back) (36) line=1 call=0x01000005
                        CallState state=RING_OUT (3) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingOut (8)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Ring out
                        CallInfoDynamic line=1 call=0x01000005 callType=OUTBOUND (2) securityStatus=UNKNOWN (0) callingParty=2001 calledParty=2002 originalCalledParty=2002 callingPartyName=Alice calledPartyName=Bob originalCalledPartyName=Bob
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void a_call_comes_in(int version) throws Exception {
        after(version, new StationCommand.Offer(LINE, CALL, FROM_BOB, Optional.empty()))
                .shouldRead("""
                        CallState state=RING_IN (4) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingIn (3)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=From 2002
                        DisplayDynamicPriNotify timeOut=10 priority=call forward (5) text=From 2002
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=BLINK (5)
                        SetRinger ringMode=INSIDE (2) line=1 call=0x01000005
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void a_call_comes_in_on_an_old_phone(int version) throws Exception {
        after(version, RawPhone.CLASSIC, new StationCommand.Offer(LINE, CALL, FROM_BOB, Optional.empty()))
                .shouldRead("""
                        CallState state=RING_IN (4) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingIn (3)
                        DisplayPromptStatus prompt=From 2002 line=1 call=0x01000005
                        DisplayPriNotify timeOut=10 priority=call forward (5) text=From 2002
                        CallInfo callingPartyName=Bob callingParty=2002 calledPartyName=Alice calledParty=2001 line=1 call=0x01000005 callType=INBOUND (1) originalCalledPartyName=Alice originalCalledParty=2001 securityStatus=NOT_AUTHENTICATED (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=BLINK (5)
                        SetRinger ringMode=INSIDE (2) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_second_call_comes_in_during_a_call() throws Exception {
        after(20, new StationCommand.Offer(LINE, CALL, FROM_BOB, Optional.of(new CallReference(4))))
                .shouldRead("""
                        CallState state=RING_IN (4) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingIn (3)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=From 2002
                        DisplayDynamicPriNotify timeOut=10 priority=call forward (5) text=From 2002
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=BLINK (5)
                        SetRinger ringMode=FLASH_ONLY (5) line=1 call=0x01000005
                        StartTone tone=call waiting (45) line=1 call=0x00000004
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void a_call_is_answered_and_connected(int version) throws Exception {
        after(
                        version,
                        new StationCommand.Answered(LINE, CALL, true),
                        new StationCommand.OpenReceive(CALL, STREAM, AudioCodec.G711_ULAW, 20, Optional.empty()),
                        new StationCommand.Connected(LINE, CALL, FROM_BOB))
                .shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        ActivateCallPlane line=1
                        SetRinger ringMode=OFF (1) line=1 call=0x01000005
                        ClearPriNotify priority=call forward (5)
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        OpenReceiveChannel conferenceId=7 party=0x01010001 ms=20 codec=G.711 mu-law 64k (4) call=0x01000005 rfc2833PayloadType=101
                        CallState state=CONNECTED (5) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=Connected (1)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Connected
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        """);
    }

    @Test
    void the_caller_is_connected() throws Exception {
        after(
                        20,
                        new StationCommand.OpenReceive(CALL, STREAM, AudioCodec.G729A, 20, Optional.empty()),
                        new StationCommand.Connected(LINE, CALL, TO_BOB))
                .shouldRead("""
                        OpenReceiveChannel conferenceId=7 party=0x01010001 ms=20 codec=G.729A (12) call=0x01000005 rfc2833PayloadType=101
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        CallState state=CONNECTED (5) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=Connected (1)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Connected
                        CallInfoDynamic line=1 call=0x01000005 callType=OUTBOUND (2) securityStatus=UNKNOWN (0) callingParty=2001 calledParty=2002 originalCalledParty=2002 callingPartyName=Alice calledPartyName=Bob originalCalledPartyName=Bob
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void media_starts(int version) throws Exception {
        after(
                        version,
                        new StationCommand.StartTransmit(
                                CALL, STREAM, bob(), AudioCodec.G711_ULAW, 20, Optional.empty()))
                .shouldRead("""
                        StartMediaTransmission conferenceId=7 party=0x01010001 remoteAddress=192.0.2.22 remotePort=16390 ms=20 codec=G.711 mu-law 64k (4) precedence=184 call=0x01000005 rfc2833PayloadType=101
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 11, 15, 17, 18, 20, 22})
    void a_multicast_group_is_joined_and_left(int version) throws Exception {
        var group = new MediaAddress(InetAddress.getByName("239.1.1.5"), 16_384);
        after(
                        version,
                        new StationCommand.JoinGroup(CALL, STREAM, group, AudioCodec.G711_ULAW, 20),
                        new StationCommand.LeaveGroup(CALL, STREAM))
                .shouldRead("""
                        StartMulticastMediaReception conferenceId=7 party=0x01010001 multicastAddress=239.1.1.5 multicastPort=16384 ms=20 codec=G.711 mu-law 64k (4) call=0x01000005
                        StopMulticastMediaReception conferenceId=7 party=0x01010001 call=0x01000005
                        """);
    }

    @Test
    void media_starts_on_a_phone_of_version_5() throws Exception {
        after(
                        5,
                        RawPhone.CLASSIC,
                        new StationCommand.OpenReceive(CALL, STREAM, AudioCodec.G711_ALAW, 20, Optional.empty()),
                        new StationCommand.StartTransmit(
                                CALL, STREAM, bob(), AudioCodec.G711_ALAW, 20, Optional.empty()))
                .shouldRead("""
                        OpenReceiveChannel conferenceId=7 party=0x01010001 ms=20 codec=G.711 A-law 64k (2) call=0x01000005
                        StartMediaTransmission conferenceId=7 party=0x01010001 remoteAddress=192.0.2.22 remotePort=16390 ms=20 codec=G.711 A-law 64k (2) precedence=184 call=0x01000005
                        """);
    }

    @Test
    void media_starts_on_a_phone_of_version_3() throws Exception {
        after(
                        3,
                        RawPhone.CLASSIC,
                        new StationCommand.OpenReceive(CALL, STREAM, AudioCodec.G711_ALAW, 20, Optional.empty()),
                        new StationCommand.StartTransmit(
                                CALL, STREAM, bob(), AudioCodec.G711_ALAW, 20, Optional.empty()))
                .shouldRead("""
                        OpenReceiveChannel conferenceId=7 party=0x01010001 ms=20 codec=G.711 A-law 64k (2)
                        StartMediaTransmission conferenceId=7 party=0x01010001 remoteAddress=192.0.2.22 remotePort=16390 ms=20 codec=G.711 A-law 64k (2) precedence=184
                        """);
    }

    @Test
    void a_call_begun_for_a_transfer_has_the_keys_of_one() throws Exception {
        after(
                        20,
                        new StationCommand.GiveDialTone(LINE, CALL, false, Purpose.TRANSFER),
                        new StationCommand.RingBack(LINE, CALL, TO_BOB, Purpose.TRANSFER),
                        new StationCommand.Connected(LINE, CALL, TO_BOB, Purpose.TRANSFER))
                .shouldReadAmongOthers("""
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHookFeature (9)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=ConnectedTransfer (5)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=ConnectedTransfer (5)
                        """);
    }

    @Test
    void a_conference_has_its_name_in_the_phones_language_and_its_controller_the_keys() throws Exception {
        after(
                        20,
                        new StationCommand.Resumed(LINE, CALL, false, conference(ConferenceRole.CONTROLLER)),
                        new StationCommand.Connected(LINE, CALL, conference(ConferenceRole.PARTICIPANT)))
                .shouldReadAmongOthers("""
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=ConnectedConference (7)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Conference
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=Connected (1)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Conference
                        """);
    }

    private static CallParties conference(ConferenceRole role) {
        return new CallParties(
                Direction.OUTBOUND,
                new Party("2001", "Alice"),
                Party.UNKNOWN,
                Optional.of(SecurityClass.ENCRYPTED),
                Optional.empty(),
                Optional.of(role));
    }

    @Test
    void a_key_that_could_not_do_what_it_is_for_says_why() throws Exception {
        after(
                        20,
                        new StationCommand.Explain(LINE, CALL, Phrase.CANNOT_COMPLETE_TRANSFER),
                        new StationCommand.Explain(LINE, CALL, Phrase.KEY_NOT_ACTIVE))
                .shouldRead("""
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Can not complete transfer
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Key is not active
                        """);
    }

    @Test
    void what_cannot_be_picked_up_or_parked_is_said_in_the_words_of_the_phone() throws Exception {
        after(
                        20,
                        new StationCommand.Explain(LINE, CALL, Phrase.NO_CALL_TO_PICK_UP),
                        new StationCommand.Explain(LINE, CALL, Phrase.NO_PARK_NUMBER),
                        new StationCommand.Explain(LINE, CALL, Phrase.PARK_SLOT_UNAVAILABLE),
                        new StationCommand.Explain(LINE, CALL, Phrase.CANNOT_RETRIEVE_PARKED_CALL),
                        new StationCommand.Explain(LINE, CALL, Phrase.MEET_ME_UNAVAILABLE),
                        new StationCommand.Explain(LINE, CALL, Phrase.SECURITY_ERROR))
                .shouldRead("""
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=No call available for pickup
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=No park number available
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Park slot unavailable
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Cannot retrieve parked call
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Meetme is unavailable
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Security error
                        """);
    }

    @Test
    void who_picks_up_hears_no_dial_tone_unless_a_number_is_to_be_dialled() throws Exception {
        after(20, new StationCommand.GiveDialTone(LINE, CALL, false, Purpose.PICK_UP))
                .shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHookFeature (9)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        """);
        after(20, new StationCommand.GiveDialTone(LINE, CALL, false, Purpose.GROUP_PICK_UP))
                .shouldReadAmongOthers("""
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=DigitsAfterFirst (6)
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        """);
    }

    @Test
    void a_parked_call_leaves_its_slot_on_the_display() throws Exception {
        after(20, new StationCommand.Parked(LINE, CALL, "7100", 10)).shouldRead("""
                        CallState state=CALL_PARK (11) line=1 call=0x01000005 precedence=ROUTINE (4)
                        DisplayDynamicNotify timeOut=10 text=Call park at 7100
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void the_last_call_ends(int version) throws Exception {
        after(
                        version,
                        new StationCommand.GiveDialTone(LINE, CALL, true),
                        new StationCommand.RequestStatistics(CALL, "2001"),
                        new StationCommand.CloseReceive(CALL, STREAM),
                        new StationCommand.StopTransmit(CALL, STREAM),
                        new StationCommand.Clear(LINE, CALL, true, false))
                .shouldRead("""
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        ConnectionStatisticsReq directoryNumber=2001 call=0x01000005 processing=CLEAR (0)
                        CloseReceiveChannel conferenceId=7 party=0x01010001 call=0x01000005
                        StopMediaTransmission conferenceId=7 party=0x01010001 call=0x01000005
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SetRinger ringMode=OFF (1) line=1 call=0x01000005
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=OFF (1)
                        ClearPromptStatus line=1 call=0x01000005
                        CallState state=ON_HOOK (2) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys softKeySet=OnHook (0)
                        DisplayDynamicPromptStatus prompt=Your current options
                        SetSpeakerMode speaker=OFF (2)
                        SetRinger ringMode=OFF (1)
                        """);
    }

    @Test
    void one_of_two_calls_on_a_line_ends_and_its_lamp_stays() throws Exception {
        after(
                        20,
                        new StationCommand.Offer(LINE, new CallReference(9), FROM_BOB, Optional.empty()),
                        new StationCommand.GiveDialTone(LINE, CALL, true),
                        new StationCommand.Clear(LINE, CALL, false, true))
                .shouldRead("""
                        CallState state=RING_IN (4) line=1 call=0x00000009 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x00000009 softKeySet=RingIn (3)
                        DisplayDynamicPromptStatus line=1 call=0x00000009 prompt=From 2002
                        DisplayDynamicPriNotify timeOut=10 priority=call forward (5) text=From 2002
                        CallInfoDynamic line=1 call=0x00000009 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=BLINK (5)
                        SetRinger ringMode=INSIDE (2) line=1 call=0x00000009
                        SetRinger ringMode=OFF (1)
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=OFF_HOOK (1) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OffHook (4)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Enter number
                        ActivateCallPlane line=1
                        StartTone tone=inside dial tone (33) line=1 call=0x01000005
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SetRinger ringMode=OFF (1) line=1 call=0x01000005
                        ClearPromptStatus line=1 call=0x01000005
                        CallState state=ON_HOOK (2) line=1 call=0x01000005 precedence=ROUTINE (4)
                        """);
    }

    @Test
    void a_call_that_stops_ringing_takes_its_announcement_along() throws Exception {
        after(
                        20,
                        new StationCommand.Offer(LINE, CALL, FROM_BOB, Optional.empty()),
                        new StationCommand.Clear(LINE, CALL, true, false))
                .shouldRead("""
                        CallState state=RING_IN (4) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingIn (3)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=From 2002
                        DisplayDynamicPriNotify timeOut=10 priority=call forward (5) text=From 2002
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=BLINK (5)
                        SetRinger ringMode=INSIDE (2) line=1 call=0x01000005
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        SetRinger ringMode=OFF (1) line=1 call=0x01000005
                        ClearPriNotify priority=call forward (5)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=OFF (1)
                        ClearPromptStatus line=1 call=0x01000005
                        CallState state=ON_HOOK (2) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys softKeySet=OnHook (0)
                        DisplayDynamicPromptStatus prompt=Your current options
                        SetSpeakerMode speaker=OFF (2)
                        SetRinger ringMode=OFF (1)
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 18, 20, 22})
    void a_call_is_held(int version) throws Exception {
        after(version, new StationCommand.Held(LINE, CALL, FROM_BOB)).shouldRead("""
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=WINK (3)
                        CallState state=HOLD (8) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OnHold (2)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Call on hold
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        SetSpeakerMode speaker=OFF (2)
                        """);
    }

    @Test
    void an_old_phone_holds_without_a_new_label() throws Exception {
        after(5, RawPhone.CLASSIC, new StationCommand.Held(LINE, CALL, FROM_BOB))
                .shouldRead("""
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=WINK (3)
                        CallState state=HOLD (8) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=OnHold (2)
                        DisplayPromptStatus prompt=Hold line=1 call=0x01000005
                        CallInfo callingPartyName=Bob callingParty=2002 calledPartyName=Alice calledParty=2001 line=1 call=0x01000005 callType=INBOUND (1) originalCalledPartyName=Alice originalCalledParty=2001 securityStatus=NOT_AUTHENTICATED (1)
                        SetSpeakerMode speaker=OFF (2)
                        """);
    }

    @Test
    void a_call_is_resumed() throws Exception {
        after(20, new StationCommand.Resumed(LINE, CALL, true, FROM_BOB)).shouldRead("""
                        SetSpeakerMode speaker=ON (1)
                        SetLamp stimulus=line (9) stimulusInstance=1 lampMode=ON (2)
                        CallState state=CONNECTED (5) line=1 call=0x01000005 precedence=ROUTINE (4)
                        ActivateCallPlane line=1
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=Connected (1)
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Connected
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        """);
    }

    @Test
    void the_far_end_holds_and_resumes() throws Exception {
        after(20, new StationCommand.FarEndHeld(LINE, CALL, true), new StationCommand.FarEndHeld(LINE, CALL, false))
                .shouldRead("""
                        StartTone tone=hold tone (53) line=1 call=0x01000005
                        StopTone line=1 call=0x01000005 tone=silence (0)
                        """);
    }

    @Test
    void the_icon_changes_with_the_call() throws Exception {
        after(
                        20,
                        new StationCommand.UpdateParties(LINE, CALL, secured(SecurityClass.AUTHENTICATED)),
                        new StationCommand.UpdateParties(LINE, CALL, secured(SecurityClass.ENCRYPTED)),
                        new StationCommand.UpdateParties(LINE, CALL, secured(SecurityClass.NON_SECURE)))
                .shouldRead("""
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=AUTHENTICATED (2) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=ENCRYPTED (3) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        CallInfoDynamic line=1 call=0x01000005 callType=INBOUND (1) securityStatus=NOT_AUTHENTICATED (1) callingParty=2002 calledParty=2001 originalCalledParty=2001 callingPartyName=Bob calledPartyName=Alice originalCalledPartyName=Alice
                        """);
    }

    @Test
    void an_unknown_number_is_refused() throws Exception {
        after(20, new StationCommand.Refuse(LINE, CALL, Cause.UNALLOCATED_NUMBER))
                .shouldRead("""
                        CallState state=INVALID_NUMBER (14) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingOut (8)
                        StartTone tone=reorder (fast busy) (37) line=1 call=0x01000005
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Unknown number
                        """);
    }

    @Test
    void a_busy_number_is_refused() throws Exception {
        after(20, new StationCommand.Refuse(LINE, CALL, Cause.USER_BUSY)).shouldRead("""
                        CallState state=BUSY (6) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingOut (8)
                        StartTone tone=line busy (35) line=1 call=0x01000005
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Busy
                        """);
    }

    @Test
    void a_call_without_media_is_refused() throws Exception {
        after(20, new StationCommand.Refuse(LINE, CALL, Cause.BEARER_NOT_AVAILABLE))
                .shouldRead("""
                        CallState state=CONGESTION (7) line=1 call=0x01000005 precedence=ROUTINE (4)
                        SelectSoftKeys line=1 call=0x01000005 softKeySet=RingOut (8)
                        StartTone tone=reorder (fast busy) (37) line=1 call=0x01000005
                        DisplayDynamicPromptStatus line=1 call=0x01000005 prompt=Not enough bandwidth
                        """);
    }

    @Test
    void a_text_is_shown_for_some_seconds() throws Exception {
        after(20, new StationCommand.Notify("Lunch", 5)).shouldRead("""
                        DisplayDynamicNotify timeOut=5 text=Lunch
                        """);
    }

    @Test
    void a_new_phone_applies_its_configuration() throws Exception {
        after(20, new StationCommand.Reset(StationCommand.Reset.Kind.APPLY_CONFIGURATION))
                .shouldRead("""
                        Reset resetType=APPLY_CONFIG (3)
                        """);
    }

    @Test
    void an_older_phone_restarts_instead() throws Exception {
        after(11, new StationCommand.Reset(StationCommand.Reset.Kind.APPLY_CONFIGURATION))
                .shouldRead("""
                        Reset resetType=RESTART (2)
                        """);
    }

    private static MediaAddress bob() {
        try {
            return new MediaAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 22}), 16_390);
        } catch (java.net.UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static CallParties secured(SecurityClass security) {
        return new CallParties(FROM_BOB.direction(), FROM_BOB.calling(), FROM_BOB.called(), Optional.of(security));
    }
}
