package org.keyline.sccp.codec.dissector;

import static org.keyline.sccp.codec.dissector.Spoken.phone;
import static org.keyline.sccp.codec.dissector.Spoken.server;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.keyline.sccp.codec.field.AlarmSeverity;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallHistory;
import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.MediaCapabilities;
import org.keyline.sccp.codec.field.MediaPath;
import org.keyline.sccp.codec.field.MediaPathAbility;
import org.keyline.sccp.codec.field.MediaPathUse;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.NotifyPriority;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.PortHandling;
import org.keyline.sccp.codec.field.RedirectReason;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.SrtpAlgorithm;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.StatsProcessing;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.ToneDirection;
import org.keyline.sccp.codec.field.UnregisterReason;
import org.keyline.sccp.codec.field.UnregisterStatus;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate.Button;
import org.keyline.sccp.codec.message.ServerConfiguration.ForwardStat.Forward;
import org.keyline.sccp.codec.message.ServerConfiguration.ServerRes.Server;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes.KeyPlace;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes.KeySet;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeyTemplateRes;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/** Everything a phone and the server say to each other in registration and calls, in one version. */
final class Dialogue {
    private static final int LINE = 2;
    private static final int CALL = 0x01000005;
    private static final int PARTY = 0x01010007;
    private static final int CONFERENCE = 0x01000009;
    private static final String LINE_TEXT = "2";
    private static final String CALL_TEXT = "16777221";
    private static final String PARTY_TEXT = "16842759";
    private static final String CONFERENCE_TEXT = "16777225";
    private static final MediaAddress PHONE = MediaAddress.ipv4(0xC0000215);
    private static final MediaAddress PEER = MediaAddress.ipv4(0xC0000216);

    private final int version;

    Dialogue(int version) {
        this.version = version;
    }

    List<Spoken> all() {
        return Stream.of(coming(), requests(), configuration(), keys(), audio(), display(), call(), media(), going())
                .flatMap(List::stream)
                .toList();
    }

    private boolean dynamic() {
        return version >= 8;
    }

    private List<Spoken> coming() {
        var capabilities = List.of(AudioCapability.of(Codec.G711_ULAW_64K, 40), AudioCapability.of(Codec.G729A, 60));
        var features = FeatureBits.answerTo(ProtocolVersion.of(version));
        return List.of(
                phone(
                        new StationRegistration.RegisterTokenReq(
                                "SEP0011223344AA", 0, 1, PHONE, DeviceType.CISCO_7961G, MediaAddress.NONE),
                        "DeviceName",
                        "SEP0011223344AA",
                        "deviceType",
                        "30018"),
                server(new ServerRegistration.RegisterTokenAck()),
                server(new ServerRegistration.RegisterTokenReject(45), "waitTimeBeforeNextReq", "45"),
                phone(
                        new StationRegistration.Alarm(
                                AlarmSeverity.INFORMATIONAL, "25: Name=SEP0011223344AA Load=8.1", 4, 5),
                        "alarmSeverity",
                        "2",
                        "text",
                        "25: Name=SEP0011223344AA Load=8.1",
                        "parm1",
                        "4",
                        "parm2",
                        "5"),
                phone(
                        StationRegistration.Register.of(
                                "SEP0011223344AA",
                                PHONE,
                                DeviceType.CISCO_7961G,
                                version,
                                new FeatureBits(0, 0x72, 0x85),
                                "SCCP41.9-4-2SR3-1S"),
                        "DeviceName",
                        "SEP0011223344AA",
                        "deviceType",
                        "30018",
                        "stationIpAddr",
                        "192.0.2.21",
                        "protocolVer",
                        String.valueOf(version)),
                phone(new StationRegistration.IpPort(16384), "rtpMediaPort", "16384"),
                phone(new StationRegistration.KeepAlive()),
                server(new ServerRegistration.KeepAliveAck()),
                server(
                        new ServerRegistration.RegisterAck(30, "D.M.Y", 60, version, features),
                        "keepAliveInterval",
                        "30",
                        "dateTemplate",
                        "D.M.Y",
                        "secondaryKeepAliveInterval",
                        "60"),
                server(
                        new ServerRegistration.RegisterReject(DisplayText.of("Unknown device")),
                        "text",
                        "Unknown device"),
                server(new ServerRegistration.CapabilitiesReq()),
                phone(
                        new StationCapabilities.CapabilitiesRes(capabilities),
                        "capCount",
                        "2",
                        "payloadCapability",
                        "4,12",
                        "maxFramesPerPacket",
                        "40,60"),
                phone(
                        new StationCapabilities.UpdateCapabilities(MediaCapabilities.ofAudio(capabilities)),
                        "audioCapCount",
                        "2"),
                phone(new StationCapabilities.UpdateCapabilitiesV2(MediaCapabilities.ofAudio(capabilities))),
                phone(new StationCapabilities.UpdateCapabilitiesV3(MediaCapabilities.ofAudio(capabilities))),
                phone(
                        new StationCapabilities.MediaPathCapability(MediaPath.SPEAKER, MediaPathAbility.ENABLED),
                        "mediaPathID",
                        "3",
                        "mediaPathCapabilities",
                        "1"));
    }

    private static List<Spoken> requests() {
        return List.of(
                phone(new StationRequest.ButtonTemplateReq()),
                phone(new StationRequest.SoftKeyTemplateReq()),
                phone(new StationRequest.SoftKeySetReq()),
                phone(new StationRequest.ConfigStatReq()),
                phone(new StationRequest.LineStatReq(LINE), "lineNumber", LINE_TEXT),
                phone(new StationRequest.ForwardStatReq(LINE), "lineNumber", LINE_TEXT),
                phone(new StationRequest.SpeedDialStatReq(3), "speedDialNumber", "3"),
                phone(new StationRequest.FeatureStatReq(4, 1), "featureIndex", "4"),
                phone(new StationRequest.ServiceUrlStatReq(5), "serviceURLIndex", "5"),
                phone(new StationRegistration.RegisterAvailableLines(6), "maxNumOfAvailLines", "6"),
                phone(new StationRequest.VersionReq()),
                phone(new StationRequest.ServerReq()),
                phone(new StationRequest.TimeDateReq()));
    }

    private List<Spoken> configuration() {
        return List.of(
                server(
                        new ServerConfiguration.ButtonTemplate(
                                List.of(new Button(1, ButtonType.LINE), new Button(1, ButtonType.SPEED_DIAL))),
                        "buttonCount",
                        "2",
                        "totalButtonCount",
                        "2"),
                server(
                        new SoftKeyTemplateRes(List.of(
                                new SoftKeyTemplateRes.Key(DisplayText.label(Label.REDIAL), SoftKey.REDIAL),
                                new SoftKeyTemplateRes.Key(DisplayText.of("Dial"), SoftKey.of(32)))),
                        "softKeyCount",
                        "2",
                        "totalSoftKeyCount",
                        "2"),
                server(
                        new ServerConfiguration.SoftKeySetRes(
                                List.of(new KeySet(List.of(KeyPlace.of(1, SoftKey.REDIAL))), new KeySet(List.of()))),
                        "softKeySetCount",
                        "2",
                        "totalSoftKeySetCount",
                        "2"),
                server(
                        new ServerConfiguration.ConfigStat("SEP0011223344AA", 0, 1, "Alice", "keyline", 2, 3),
                        "DeviceName",
                        "SEP0011223344AA",
                        "userName",
                        "Alice",
                        "serverName",
                        "keyline",
                        "numberOfLines",
                        "2",
                        "numberOfSpeedDials",
                        "3"),
                version >= 17
                        ? server(
                                new ServerConfiguration.LineStatDynamic(LINE, 0x0F, "1001", "Alice", "Al"),
                                "lineNumber",
                                LINE_TEXT,
                                "lineDirNumber",
                                "1001",
                                "lineFullyQualifiedDisplayName",
                                "Alice",
                                "lineTextLabel",
                                "Al")
                        : server(
                                new ServerConfiguration.LineStat(LINE, "1001", "Alice", "Al", 0x0F),
                                "lineNumber",
                                LINE_TEXT,
                                "lineDirNumber",
                                "1001",
                                "lineFullyQualifiedDisplayName",
                                "Alice",
                                "lineTextLabel",
                                "Al",
                                "lineDisplayOptions",
                                "15"),
                server(
                        new ServerConfiguration.ForwardStat(LINE, Forward.to("2000"), Forward.OFF, Forward.to("2001")),
                        "activeForward",
                        version >= 18 ? "2" : "1",
                        "lineNumber",
                        LINE_TEXT,
                        "forwardAllDirnum",
                        "2000",
                        "forwardBusyActive",
                        "0",
                        "forwardNoAnswerlDirnum",
                        "2001"),
                server(
                        new ServerConfiguration.SpeedDialStat(3, "1003", "Bob"),
                        "speedDialNumber",
                        "3",
                        "speedDialDirNumber",
                        "1003",
                        "speedDialDisplayName",
                        "Bob"),
                version >= 15
                        ? server(
                                new ServerConfiguration.FeatureStatDynamic(4, ButtonType.BLF_SPEED_DIAL, 2, "Bob"),
                                "featureIndex",
                                "4",
                                "featureID",
                                "21",
                                "featureTextLabel",
                                "Bob")
                        : server(
                                new ServerConfiguration.FeatureStat(4, ButtonType.FEATURE, "Privacy", 1),
                                "featureIndex",
                                "4",
                                "featureID",
                                "19",
                                "featureTextLabel",
                                "Privacy",
                                "featureStatus",
                                "1"),
                dynamic()
                        ? server(
                                new ServerConfiguration.ServiceUrlStatDynamic(5, "http://192.0.2.1/", "Directory"),
                                "serviceURLIndex",
                                "5")
                        : server(
                                new ServerConfiguration.ServiceUrlStat(5, "http://192.0.2.1/", "Directory"),
                                "serviceURLIndex",
                                "5",
                                "serviceURL",
                                "http://192.0.2.1/",
                                "serviceURLDisplayName",
                                "Directory"),
                server(new ServerConfiguration.Version("P0030801SR02"), "versionStr", "P0030801SR02"),
                server(
                        new ServerConfiguration.ServerRes(List.of(new Server("keyline", 2000, PEER))),
                        "ServerName",
                        "keyline,,,,",
                        "serverTcpListenPort",
                        "2000,0,0,0,0"),
                server(
                        new ServerConfiguration.TimeDate(2024, 3, 5, 1, 12, 34, 56, 7, 1709296496L),
                        "wYear",
                        "2024",
                        "wMonth",
                        "3",
                        "wDayOfWeek",
                        "5",
                        "wDay",
                        "1",
                        "wHour",
                        "12",
                        "wMinute",
                        "34",
                        "wSecond",
                        "56",
                        "wMilliseconds",
                        "7",
                        "systemTime",
                        "1709296496"));
    }

    private List<Spoken> keys() {
        return List.of(
                phone(new StationKey.OffHook(LINE, CALL), "lineInstance", LINE_TEXT, "callReference", CALL_TEXT),
                phone(
                        new StationKey.KeypadButton(KeypadKey.of('#'), LINE, CALL),
                        "kpButton",
                        "15",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                version >= 17
                        ? phone(
                                new StationKey.EnblocCall("1002", LINE),
                                "calledParty",
                                "1002",
                                "lineInstance",
                                LINE_TEXT)
                        : phone(new StationKey.EnblocCall("1002", 0), "calledParty", "1002"),
                phone(new StationKey.Stimulus(ButtonType.LINE, LINE, 0, 0), "stimulus", "9", "lineInstance", LINE_TEXT),
                phone(
                        new StationKey.SoftKeyEvent(SoftKey.ANSWER, LINE, CALL),
                        "softKeyEvent",
                        "11",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                phone(new StationKey.HookFlash(LINE, CALL)),
                phone(new StationKey.HeadsetStatus(OnOff.ON), "headsetStatus", "1"),
                phone(
                        new StationKey.MediaPathEvent(MediaPath.HANDSET, MediaPathUse.ON),
                        "mediaPathID",
                        "2",
                        "mediaPathEvent",
                        "1"),
                phone(new StationKey.OnHook(LINE, CALL), "lineInstance", LINE_TEXT, "callReference", CALL_TEXT));
    }

    private List<Spoken> audio() {
        return List.of(
                server(
                        new ServerAudio.StartTone(Tone.INSIDE_DIAL, ToneDirection.USER, LINE, CALL),
                        "tone",
                        "33",
                        "tone.output.direction",
                        "0",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        new ServerAudio.StopTone(LINE, CALL, Tone.INSIDE_DIAL),
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        new ServerAudio.SetRinger(RingMode.OUTSIDE, RingDuration.SINGLE, LINE, CALL),
                        "ringMode",
                        "3",
                        "ringDuration",
                        "2",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        new ServerAudio.SetLamp(ButtonType.VOICE_MAIL, 0, LampMode.BLINK),
                        "stimulus",
                        "15",
                        "stimulusInstance",
                        "0",
                        "lampMode",
                        "5"),
                server(new ServerAudio.SetSpeakerMode(OnOff.OFF), "speakerMode", "2"),
                server(new ServerAudio.SetMicroMode(OnOff.OFF), "micMode", "2"),
                server(new ServerAudio.SetHookFlashDetect()));
    }

    private List<Spoken> display() {
        var text = DisplayText.of("From 1003");
        return List.of(
                server(
                        dynamic()
                                ? new ServerDisplay.DisplayDynamicPromptStatus(9, LINE, CALL, text)
                                : new ServerDisplay.DisplayPromptStatus(9, text, LINE, CALL),
                        "timeOutValue",
                        "9",
                        "promptStatus",
                        "From 1003",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        dynamic()
                                ? new ServerDisplay.DisplayDynamicNotify(9, text)
                                : new ServerDisplay.DisplayNotify(9, text),
                        "timeOutValue",
                        "9",
                        "notify",
                        "From 1003"),
                server(
                        dynamic()
                                ? new ServerDisplay.DisplayDynamicPriNotify(9, NotifyPriority.CALL_FORWARD, text)
                                : new ServerDisplay.DisplayPriNotify(9, NotifyPriority.CALL_FORWARD, text),
                        "timeOutValue",
                        "9",
                        "priority",
                        "5",
                        "notify",
                        "From 1003"),
                server(
                        new ServerDisplay.ClearPromptStatus(LINE, CALL),
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(new ServerDisplay.ClearNotify()),
                server(new ServerDisplay.ClearPriNotify(NotifyPriority.CALL_FORWARD), "priority", "5"));
    }

    private List<Spoken> call() {
        return List.of(
                server(
                        ServerCall.CallStateMessage.of(CallState.RING_IN, LINE, CALL),
                        "callState",
                        "4",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT,
                        "precedenceLevel",
                        "4"),
                server(
                        new ServerCall.SelectSoftKeys(LINE, CALL, SoftKeySet.RING_IN, 0xFFFF),
                        "softKeySetIndex",
                        "3",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                callInfo(),
                server(
                        new ServerCall.DialedNumber("1002", LINE, CALL),
                        "dialedNumber",
                        "1002",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(new ServerCall.ActivateCallPlane(LINE), "lineInstance", LINE_TEXT),
                server(new ServerCall.DeactivateCallPlane()),
                server(new ServerCall.BackSpaceRes(LINE, CALL), "lineInstance", LINE_TEXT, "callReference", CALL_TEXT),
                server(
                        new ServerCall.CallHistoryDisposition(CallHistory.MISSED, LINE, CALL),
                        "callHistoryDisposition",
                        "3",
                        "lineInstance",
                        LINE_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(new ServerCall.CallSelectStat(1, CALL, LINE), "callReference", CALL_TEXT));
    }

    private Spoken callInfo() {
        if (dynamic()) {
            return server(
                    new ServerCall.CallInfoDynamic(
                            LINE,
                            CALL,
                            CallType.INBOUND,
                            RedirectReason.CALL_FORWARD_BUSY,
                            RedirectReason.NONE,
                            1,
                            CallSecurityStatus.ENCRYPTED,
                            0,
                            "1003",
                            "",
                            "1001",
                            "1000",
                            "1000",
                            "",
                            "",
                            "",
                            "",
                            "Bob",
                            "Alice",
                            "Carol",
                            "Carol",
                            "",
                            ""),
                    "lineInstance",
                    LINE_TEXT,
                    "callReference",
                    CALL_TEXT,
                    "callType",
                    "1",
                    "callSecurityStatus",
                    "3",
                    "originalCdpnRedirectReason",
                    "1",
                    "callInstance",
                    "1",
                    "callingParty",
                    "1003",
                    "calledParty",
                    "1001",
                    "callingPartyName",
                    "Bob",
                    "calledPartyName",
                    "Alice",
                    "originalCalledPartyName",
                    "Carol");
        }
        return server(
                new ServerCall.CallInfo(
                        "Bob",
                        "1003",
                        "Alice",
                        "1001",
                        LINE,
                        CALL,
                        CallType.INBOUND,
                        "Carol",
                        "1000",
                        "Carol",
                        "1000",
                        RedirectReason.CALL_FORWARD_BUSY,
                        RedirectReason.NONE,
                        "",
                        "",
                        "",
                        "",
                        1,
                        CallSecurityStatus.ENCRYPTED,
                        0),
                "callingPartyName",
                "Bob",
                "callingParty",
                "1003",
                "calledPartyName",
                "Alice",
                "calledParty",
                "1001",
                "lineInstance",
                LINE_TEXT,
                "callReference",
                CALL_TEXT,
                "callType",
                "1",
                "originalCalledParty",
                "1000",
                "originalCdpnRedirectReason",
                "1",
                "callInstance",
                "1",
                "callSecurityStatus",
                "3");
    }

    private List<Spoken> media() {
        var key = SrtpKeyBlock.of(
                SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32,
                HexFormat.of().parseHex("101112131415161718191a1b1c1d1e1f"),
                HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacad"));
        return List.of(
                server(
                        ServerMedia.OpenReceiveChannel.voice(
                                CONFERENCE, PARTY, CALL, Codec.G711_ULAW_64K, 20, 101, key),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "passThroughPartyId",
                        PARTY_TEXT,
                        "callReference",
                        CALL_TEXT,
                        "compressionType",
                        "4",
                        "milliSecondPacketSize",
                        "20",
                        "algorithmID",
                        "1",
                        "keylen",
                        "16",
                        "saltlen",
                        "14",
                        "RFC2833PayloadType",
                        "101",
                        "dtmfType",
                        "10"),
                phone(
                        new StationMedia.OpenReceiveChannelAck(MediaStatus.OK, PHONE, 16384, PARTY, CALL),
                        "mediaReceptionStatus",
                        "0",
                        "ipAddr.ipv4",
                        "192.0.2.21",
                        "portNumber",
                        "16384",
                        "passThroughPartyId",
                        PARTY_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        ServerMedia.StartMediaTransmission.voice(
                                CONFERENCE, PARTY, CALL, PEER, 16390, Codec.G711_ULAW_64K, 20, 101, key),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "passThroughPartyId",
                        PARTY_TEXT,
                        "callReference",
                        CALL_TEXT,
                        "remoteIpAddr.ipv4",
                        "192.0.2.22",
                        "remotePortNumber",
                        "16390",
                        "compressionType",
                        "4",
                        "milliSecondPacketSize",
                        "20",
                        "precedenceValue",
                        "184",
                        "algorithmID",
                        "1",
                        "keylen",
                        "16",
                        "saltlen",
                        "14",
                        "RFC2833PayloadType",
                        "101",
                        "dtmfType",
                        "10"),
                phone(
                        new StationMedia.StartMediaTransmissionAck(
                                CONFERENCE, PARTY, CALL, PHONE, 16384, MediaStatus.OK),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "callReference",
                        CALL_TEXT,
                        "transmitIpAddr.ipv4",
                        "192.0.2.21",
                        "portNumber",
                        "16384"),
                server(
                        new ServerMedia.ConnectionStatisticsReq("1001", CALL, StatsProcessing.DO_NOT_CLEAR),
                        "directoryNum",
                        "1001",
                        "callReference",
                        CALL_TEXT,
                        "statsProcessingMode",
                        "1"),
                phone(
                        new StationMedia.ConnectionStatisticsRes(
                                "1001", CALL, 1, 100, 16000, 99, 15840, 1, 3, 4, "MLQK=4.5000"),
                        "directoryNum",
                        "1001",
                        "callReference",
                        CALL_TEXT,
                        "numberPacketsSent",
                        "100",
                        "numberOctetsSent",
                        "16000",
                        "numberPacketsReceived",
                        "99",
                        "numberPacketsLost",
                        "1",
                        "jitter",
                        "3",
                        "latency",
                        "4"),
                server(
                        new ServerMedia.CloseReceiveChannel(CONFERENCE, PARTY, CALL, PortHandling.CLOSE),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "passThroughPartyId",
                        PARTY_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        new ServerMedia.StopMediaTransmission(CONFERENCE, PARTY, CALL, PortHandling.CLOSE),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "passThroughPartyId",
                        PARTY_TEXT,
                        "callReference",
                        CALL_TEXT),
                server(
                        new ServerMedia.StartMulticastMediaReception(
                                CONFERENCE,
                                PARTY,
                                MediaAddress.ipv4(0xEF010203),
                                16400,
                                20,
                                Codec.G711_ULAW_64K,
                                false,
                                0,
                                CALL),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "multicastIpAddr.ipv4",
                        "239.1.2.3",
                        "multicastPortNumber",
                        "16400"),
                server(
                        new ServerMedia.StopMulticastMediaReception(CONFERENCE, PARTY, CALL),
                        "conferenceId",
                        CONFERENCE_TEXT),
                phone(
                        new StationMedia.MediaTransmissionFailure(CONFERENCE, PARTY, PEER, 16390, CALL),
                        "conferenceId",
                        CONFERENCE_TEXT,
                        "callReference",
                        CALL_TEXT));
    }

    private static List<Spoken> going() {
        return List.of(
                server(
                        new ServerData.UserToDeviceDataVersion1(
                                9090,
                                LINE,
                                CALL,
                                1,
                                SequenceFlag.LAST,
                                0,
                                CALL,
                                9090,
                                1,
                                Bytes.of("<CiscoIPPhoneText/>", StandardCharsets.US_ASCII)),
                        "applicationId",
                        "9090",
                        "transactionId",
                        "1",
                        "dataLength",
                        "19"),
                phone(new StationRegistration.UnregisterReq(UnregisterReason.POWER_SAVE), "unRegReasonCode", "1"),
                server(new ServerRegistration.UnregisterAck(UnregisterStatus.OK), "status", "0"),
                server(new ServerRegistration.Reset(ResetType.RESTART), "resetType", "2"));
    }
}
