package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationRequest;

/** How phones register, and the answers they get. */
class RegistrationTest {
    private static final String ALICE = "SEP001122334455";

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private SccpBench bench;

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
                    SoftKeySetRes sets=[[1 301, 2 302, 5 305, 17 317, 18 318], [3 303, 9 309, 4 304, 14 314, 13 313, 24 330, 23 329, 15 315, 22 328, 25 333], [10 310, 2 302, 9 309, 22 328, 23 329, 15 315], [11 311], [1 301, 9 309, 5 305, 17 317, 18 318, 16 316], [9 309, 4 304], [8 308, 9 309, 26 332], [9 309, 13 313], [9 309, 20 320], [1 301, 9 309], [21 321, 2 302], [10 310, 2 302, 21 321, 1 301], [10 310, 2 302, 9 309, 24 330]]
                    SelectSoftKeys softKeySet=OnHook (0) validKeyMask=3
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
                    SelectSoftKeys softKeySet=OnHook (0) validKeyMask=3
                    DisplayDynamicPromptStatus prompt=Your current options
                    """);
        }
    }
}
