package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.device.PhoneModel.Family;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.field.AlarmSeverity;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.UnregisterReason;
import org.keyline.sccp.codec.field.UnregisterStatus;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.serviceability.trace.SdlSignal;

/** How phones register, and the answers they get. */
class RegistrationTest {
    private static final String ALICE = "SEP001122334455";

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private final SccpBench bench;

    RegistrationTest() throws IOException {
        bench = new SccpBench(processing, phones);
    }

    @BeforeEach
    void configure() {
        phones.add(
                ALICE,
                Phones.model7962(),
                DeviceSecurityMode.NON_SECURE,
                List.of("2001", "2002"),
                new SpeedDial(1, "0311112222", "Office"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void a_7962_registers_and_is_told_its_configuration() throws Exception {
        try (var phone = bench.connect()) {
            var ack = (ServerRegistration.RegisterAck) phone.register(ALICE, 404, 22, RawPhone.JAVA);
            assertThat(ack.protocolVersion()).isEqualTo(22);
            assertThat(ack.dateTemplate()).isEqualTo("D.M.Y");
            assertThat(ack.keepAliveInterval()).isBetween(22, 30);
            phone.hear(ServerRegistration.CapabilitiesReq.class);
            phone.send(
                    new StationRequest.ButtonTemplateReq(),
                    new StationRequest.SoftKeySetReq(),
                    new StationRequest.ConfigStatReq(),
                    new StationRequest.LineStatReq(1),
                    new StationRequest.LineStatReq(7),
                    new StationRequest.ForwardStatReq(1),
                    new StationRequest.SpeedDialStatReq(1),
                    new StationRequest.SpeedDialStatReq(9),
                    new StationRequest.FeatureStatReq(1, 1),
                    new StationRequest.ServiceUrlStatReq(1),
                    new StationRequest.VersionReq(),
                    new StationRequest.ServerReq(),
                    new StationRequest.TimeDateReq());
            Ladder.of(phone.hearAll()).shouldRead("""
                    ButtonTemplate buttons=[1 line (9), 2 line (9), 1 speed dial (2), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255)]
                    SoftKeySetRes sets=[[1 301, 2 302, 5 305, 14 317, 15 318, 17 320], [3 303, 7 309, 4 304, 11 314, 10 313, 21 330, 20 329, 12 315, 19 328, 23 333], [8 310, 2 302, 7 309, 19 328, 20 329, 12 315], [9 311], [1 301, 7 309, 5 305, 14 317, 15 318, 13 316], [7 309, 4 304], [6 308, 7 309, 22 332], [7 309, 10 313, 3 303, 21 330, 16 319], [7 309, 17 320], [1 301, 7 309], [18 321, 2 302], [8 310, 2 302, 18 321, 1 301], [8 310, 2 302, 7 309, 21 330]]
                    SelectSoftKeys softKeySet=OnHook (0)
                    ConfigStat deviceName=SEP001122334455 instance=1 serverName=192.0.2.1 numberOfLines=2 numberOfSpeedDials=1
                    LineStatDynamic line=1 displayOptions=15 directoryNumber=2001 fullyQualifiedDisplayName=Alice textLabel=2001
                    LineStatDynamic line=7 displayOptions=15
                    ForwardStat line=1 all=Forward[active=false, number=] busy=Forward[active=false, number=] noAnswer=Forward[active=false, number=]
                    SpeedDialStat speedDialNumber=1 directoryNumber=0311112222 displayName=Office
                    SpeedDialStat speedDialNumber=9
                    FeatureStatDynamic featureIndex=1 featureId=feature / privacy (19)
                    ServiceURLStatDynamic serviceUrlIndex=1
                    Version version=LOAD-1
                    ServerRes servers=[192.0.2.1 2000 192.0.2.1, 192.0.2.2 2000 192.0.2.2]
                    TimeDate year=2024 month=3 dayOfWeek=5 day=1 hour=12 minute=34 second=56 systemTime=1709264096
                    SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=OFF (1)
                    ForwardStat line=1 all=Forward[active=false, number=] busy=Forward[active=false, number=] noAnswer=Forward[active=false, number=]
                    ForwardStat line=2 all=Forward[active=false, number=] busy=Forward[active=false, number=] noAnswer=Forward[active=false, number=]
                    SelectSoftKeys softKeySet=OnHook (0)
                    DisplayDynamicPromptStatus prompt=Your current options
                    """);
        }
    }

    @Test
    void a_7960_of_load_8_gets_version_11_and_static_line_labels() throws Exception {
        phones.add("SEP000000007960", Phones.model7960(), DeviceSecurityMode.NON_SECURE, List.of("2003"));
        try (var phone = bench.connect()) {
            var ack = (ServerRegistration.RegisterAck) phone.register("SEP000000007960", 7, 11, RawPhone.CLASSIC);
            assertThat(ack.protocolVersion()).isEqualTo(11);
            phone.hear(ServerRegistration.CapabilitiesReq.class);
            phone.send(
                    new StationRequest.LineStatReq(1),
                    new StationRequest.FeatureStatReq(1, 0),
                    new StationRequest.ServiceUrlStatReq(1),
                    new StationRequest.TimeDateReq());
            Ladder.of(phone.hearAll()).shouldRead("""
                    LineStat line=1 directoryNumber=2003 fullyQualifiedDisplayName=Alice textLabel=2003 displayOptions=15
                    FeatureStat featureIndex=1 featureId=feature / privacy (19)
                    ServiceURLStatDynamic serviceUrlIndex=1
                    TimeDate year=2024 month=3 dayOfWeek=5 day=1 hour=12 minute=34 second=56 systemTime=1709264096
                    SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=OFF (1)
                    ForwardStat line=1 all=Forward[active=false, number=] busy=Forward[active=false, number=] noAnswer=Forward[active=false, number=]
                    SelectSoftKeys softKeySet=OnHook (0)
                    DisplayDynamicPromptStatus prompt=Your current options
                    """);
        }
    }

    @Test
    void a_7912_of_version_5_has_a_hold_key_and_flashes_the_hook() throws Exception {
        phones.add(
                "SEP000000007912",
                Phones.model(30_007, "7912", Family.SMALL, 11),
                DeviceSecurityMode.NON_SECURE,
                List.of("2004"),
                new SpeedDial(1, "110", "Police"));
        try (var phone = bench.connect()) {
            phone.register("SEP000000007912", 30_007, 5, RawPhone.CLASSIC);
            phone.hear(ServerRegistration.CapabilitiesReq.class);
            phone.send(
                    new StationRequest.ButtonTemplateReq(),
                    new StationRequest.ServiceUrlStatReq(1),
                    new StationRequest.TimeDateReq());
            Ladder.of(phone.hearAll()).shouldRead("""
                    ButtonTemplate buttons=[1 line (9), 1 hold (3), 1 speed dial (2), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255), 0 undefined / empty slot (255)]
                    ServiceURLStat serviceUrlIndex=1
                    TimeDate year=2024 month=3 dayOfWeek=5 day=1 hour=12 minute=34 second=56 systemTime=1709264096
                    SetLamp stimulus=voice mail / messages (MWI lamp) (15) lampMode=OFF (1)
                    ForwardStat line=1 all=Forward[active=false, number=] busy=Forward[active=false, number=] noAnswer=Forward[active=false, number=]
                    SetHookFlashDetect
                    SelectSoftKeys softKeySet=OnHook (0)
                    DisplayPromptStatus prompt=Your current options
                    """);
        }
    }

    @Test
    void an_ata_that_announces_version_33_by_mistake_gets_version_3() throws Exception {
        phones.add(
                "ATA001122334455",
                Phones.model(12, "ATA 186", Family.ANALOG, 1),
                DeviceSecurityMode.NON_SECURE,
                List.of("2005"));
        try (var phone = bench.connect()) {
            var ack = (ServerRegistration.RegisterAck) phone.register("ATA001122334455", 12, 33, FeatureBits.NONE);
            assertThat(ack.protocolVersion()).isEqualTo(3);
            assertThat(ack.features()).isEqualTo(FeatureBits.NONE);
        }
    }

    @Test
    void the_fixed_keys_of_a_7931_stand_after_its_twenty_free_ones() throws Exception {
        phones.add(
                "SEP000000007931",
                Phones.model(348, "7931", Family.JAVA, 24),
                DeviceSecurityMode.NON_SECURE,
                List.of("2006"));
        try (var phone = bench.connect()) {
            phone.register("SEP000000007931", 348, 20, RawPhone.JAVA);
            phone.hear(ServerRegistration.CapabilitiesReq.class);
            phone.send(new StationRequest.ButtonTemplateReq());
            var buttons = phone.hear(ServerConfiguration.ButtonTemplate.class).buttons();
            assertThat(buttons).hasSize(24);
            assertThat(buttons.subList(20, 24))
                    .extracting(
                            button -> button.instance() + " " + button.type().number())
                    .containsExactly("21 194", "22 195", "23 198", "24 197");
        }
    }

    @Test
    void speed_dials_beyond_the_buttons_follow_as_abbreviated_numbers() throws Exception {
        phones.add(
                "SEP000000007940",
                Phones.model(8, "7940", Family.CLASSIC, 2),
                DeviceSecurityMode.NON_SECURE,
                List.of("2007"),
                new SpeedDial(1, "1", "One"),
                new SpeedDial(2, "2", "Two"),
                new SpeedDial(3, "3", "Three"));
        try (var phone = bench.connect()) {
            phone.register("SEP000000007940", 8, 11, RawPhone.CLASSIC);
            phone.hear(ServerRegistration.CapabilitiesReq.class);
            phone.send(new StationRequest.ButtonTemplateReq());
            assertThat(phone.hear(ServerConfiguration.ButtonTemplate.class).buttons())
                    .extracting(
                            button -> button.instance() + " " + button.type().name())
                    .containsExactly("1 line", "1 speed dial", "2 speed dial", "3 speed dial");
        }
    }

    @Test
    void an_spa_phone_asks_for_a_token_first_and_is_done_with_its_available_lines() throws Exception {
        phones.add(
                "SEP0000000SPA50",
                Phones.model(80_003, "SPA 502G", Family.SPA, 1),
                DeviceSecurityMode.NON_SECURE,
                List.of("2008"));
        try (var phone = bench.connect()) {
            phone.send(new StationRegistration.SpcpRegisterTokenReq(
                    "SEP0000000SPA50", 0, 1, MediaAddress.NONE, DeviceType.SPA_502G, 1));
            phone.hear(ServerRegistration.SpcpRegisterTokenAck.class);
            phone.register("SEP0000000SPA50", 80_003, 8, RawPhone.CLASSIC);
            phone.hear(ServerRegistration.CapabilitiesReq.class);
            phone.send(new StationRegistration.RegisterAvailableLines(1));
            assertThat(Ladder.of(phone.hearAll()).text()).contains("Your current options");
        }
    }

    @Test
    void capabilities_reach_call_control_in_the_phones_order() throws Exception {
        try (var phone = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            assertThat(phone).isNotNull();
            assertThat(processing.heard()).contains(ALICE + " Capabilities[codecs=[G711_ULAW, G729A]]");
        }
    }

    @Test
    void an_unknown_phone_reads_why_and_is_closed() throws Exception {
        try (var phone = bench.connect()) {
            var answer = phone.register("SEPFFFFFFFFFFFF", 436, 22, RawPhone.JAVA);
            assertThat(answer).hasToString("RegisterReject[text=Unknown device]");
            assertThat(phone.isClosedByServer()).isTrue();
        }
        assertThat(bench.stack.counters().refusals()).isEqualTo(1);
    }

    @Test
    void a_name_that_is_none_is_refused_without_asking_anyone() throws Exception {
        try (var phone = bench.connect()) {
            assertThat(phone.register("../../etc", 404, 22, RawPhone.JAVA))
                    .hasToString("RegisterReject[text=Invalid device name]");
        }
        assertThat(processing.requests()).isEmpty();
    }

    @Test
    void a_phone_that_comes_again_replaces_its_older_connection() throws Exception {
        try (var before = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA);
                var after = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            assertThat(before.isClosedByServer()).isTrue();
            processing.say(ALICE, new StationCommand.Notify("Hello", 1));
            assertThat(after.hear().toString()).contains("Hello");
        }
    }

    @Test
    void a_phone_registers_again_on_the_same_connection_with_another_version() throws Exception {
        try (var phone = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            phone.registered(ALICE, 404, 11, RawPhone.CLASSIC);
            phone.send(new StationRequest.LineStatReq(1));
            phone.hear(ServerConfiguration.LineStat.class);
            assertThat(processing.heard()).noneMatch(line -> line.contains("gone"));
        }
    }

    @Test
    void a_connection_that_registers_as_another_device_gives_the_first_one_up() throws Exception {
        phones.add("SEP000000000002", Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2009"));
        try (var phone = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            phone.registered("SEP000000000002", 404, 20, RawPhone.JAVA);
            assertThat(processing.heard()).contains(ALICE + " gone: Registered as SEP000000000002");
        }
    }

    @Test
    void a_phone_in_a_call_may_not_unregister() throws Exception {
        try (var phone = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            processing.callIsUp(true);
            phone.send(new StationRegistration.UnregisterReq(UnregisterReason.UNKNOWN));
            assertThat(phone.hear(ServerRegistration.UnregisterAck.class).status())
                    .isEqualTo(UnregisterStatus.NAK);
            processing.callIsUp(false);
            phone.send(new StationRegistration.UnregisterReq(UnregisterReason.UNKNOWN));
            assertThat(phone.hear(ServerRegistration.UnregisterAck.class).status())
                    .isEqualTo(UnregisterStatus.OK);
            assertThat(processing.heard()).contains(ALICE + " gone: Unregistered");
        }
    }

    @Test
    void a_phone_whose_connection_breaks_is_gone() throws Exception {
        bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA).close();
        Await.until("the phone to be gone", () -> processing.heard().contains(ALICE + " gone: Connection lost"));
    }

    @Test
    void a_standby_connection_gets_its_keepalives_answered() throws Exception {
        try (var phone = bench.connect()) {
            phone.send(new StationRegistration.KeepAlive());
            phone.hear(ServerRegistration.KeepAliveAck.class);
            assertThat(bench.service.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_phone_that_fails_back_gets_a_token_and_comes() throws Exception {
        try (var phone = bench.connect()) {
            phone.send(new StationRegistration.RegisterTokenReq(
                    ALICE, 0, 1, MediaAddress.NONE, DeviceType.CISCO_7962G, MediaAddress.NONE));
            phone.hear(ServerRegistration.RegisterTokenAck.class);
            phone.registered(ALICE, 404, 20, RawPhone.JAVA);
        }
    }

    @Test
    void tokens_are_given_at_a_limited_rate() throws Exception {
        try (var phone = bench.connect()) {
            var request = new StationRegistration.RegisterTokenReq(
                    ALICE, 0, 1, MediaAddress.NONE, DeviceType.CISCO_7962G, MediaAddress.NONE);
            for (var i = 0; i < 400; i++) {
                phone.send(request);
            }
            var answers = phone.hearAll();
            assertThat(answers)
                    .hasSize(400)
                    .anyMatch(answer -> answer instanceof ServerRegistration.RegisterTokenReject);
        }
    }

    @Test
    void the_alarm_of_a_phone_is_kept_even_before_it_registers() throws Exception {
        try (var phone = bench.connect()) {
            phone.send(new StationRegistration.Alarm(
                    AlarmSeverity.INFORMATIONAL, "25: Name=SEP001122334455 Load=8.1 Last=Initialized", 0, 0));
            phone.hearAll();
        }
        assertThat(bench.stack.lastAlarms().of(ALICE))
                .hasValueSatisfying(alarm -> assertThat(alarm.text()).contains("Last=Initialized"));
        assertThat(bench.alarms.raised()).anyMatch(alarm -> alarm.startsWith("StationAlarm") && alarm.contains(ALICE));
    }

    @Test
    void messages_are_traced_with_their_call_and_keepalives_are_not() throws Exception {
        try (var phone = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            phone.send(new StationKey.SoftKeyEvent(SoftKey.HOLD, 1, 77));
            phone.hearAll();
        }
        var held = bench.trace.stream()
                .filter(signal -> signal.name().equals("SoftKeyEvent"))
                .toList();
        assertThat(held).singleElement().satisfies(signal -> {
            assertThat(signal.from()).isEqualTo(ALICE);
            assertThat(signal.to()).isEqualTo("CallManager");
            assertThat(signal.callReferences()).containsExactly(77);
            assertThat(signal.fields().get()).containsEntry("softKey", "Hold (3)");
            assertThat(signal.state()).isEqualTo("REGISTERED");
        });
        assertThat(bench.trace)
                .extracting(SdlSignal::name)
                .contains("Register", "RegisterAck")
                .doesNotContain("KeepAlive");
    }
}
