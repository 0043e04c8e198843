package org.keyline.sccp.codec;

import static org.keyline.sccp.codec.GoldenFrame.server;
import static org.keyline.sccp.codec.GoldenStationFrames.CALL;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallHistory;
import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.RedirectReason;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.ToneDirection;
import org.keyline.sccp.codec.message.ServerAudio.SetLamp;
import org.keyline.sccp.codec.message.ServerAudio.SetRinger;
import org.keyline.sccp.codec.message.ServerAudio.StartTone;
import org.keyline.sccp.codec.message.ServerAudio.StopTone;
import org.keyline.sccp.codec.message.ServerCall.CallHistoryDisposition;
import org.keyline.sccp.codec.message.ServerCall.CallInfoDynamic;
import org.keyline.sccp.codec.message.ServerCall.CallStateMessage;
import org.keyline.sccp.codec.message.ServerCall.DialedNumber;
import org.keyline.sccp.codec.message.ServerCall.SelectSoftKeys;
import org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate;
import org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate.Button;
import org.keyline.sccp.codec.message.ServerConfiguration.FeatureStatDynamic;
import org.keyline.sccp.codec.message.ServerConfiguration.ForwardStat;
import org.keyline.sccp.codec.message.ServerConfiguration.ForwardStat.Forward;
import org.keyline.sccp.codec.message.ServerConfiguration.LineStat;
import org.keyline.sccp.codec.message.ServerConfiguration.LineStatDynamic;
import org.keyline.sccp.codec.message.ServerConfiguration.TimeDate;
import org.keyline.sccp.codec.message.ServerData.UserToDeviceDataVersion1;
import org.keyline.sccp.codec.message.ServerDisplay.DisplayDynamicPromptStatus;
import org.keyline.sccp.codec.message.ServerDisplay.DisplayPromptStatus;
import org.keyline.sccp.codec.message.ServerRegistration.CapabilitiesReq;
import org.keyline.sccp.codec.message.ServerRegistration.KeepAliveAck;
import org.keyline.sccp.codec.message.ServerRegistration.RegisterAck;
import org.keyline.sccp.codec.message.ServerRegistration.RegisterReject;
import org.keyline.sccp.codec.message.ServerRegistration.RegisterTokenReject;
import org.keyline.sccp.codec.message.ServerRegistration.Reset;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/** The golden frames a server sends, but for media. */
final class GoldenServerFrames {
    private GoldenServerFrames() {}

    static List<GoldenFrame> all() {
        return List.of(
                server("KeepAliveAck", 17, new KeepAliveAck(), """
                        04 00 00 00   00 00 00 00   00 01 00 00           // length 4, version 0 always, KeepAliveAck
                        """),
                server("RegisterAck in version 17", 17, registered(), """
                        18 00 00 00   00 00 00 00   81 00 00 00           // length 24, version 0 always, RegisterAck
                        1E 00 00 00                                       // KeepAlive every 30 seconds
                        44 2E 4D 2E 59 00   00 00                         // date template D.M.Y, two bytes of filling
                        3C 00 00 00                                       // 60 seconds to the standby server
                        11   20 F1 FF                                     // version 17, the server's features
                        """),
                server("RegisterReject", 0, new RegisterReject(DisplayText.of("Unknown device")), """
                        24 00 00 00   00 00 00 00   9D 00 00 00           // length 36, version 0, RegisterReject
                        55 6E 6B 6E 6F 77 6E 20 64 65 76 69 63 65 {00*18} // Unknown device
                        """),
                server("CapabilitiesReq", 17, new CapabilitiesReq(), """
                        04 00 00 00   11 00 00 00   9B 00 00 00           // length 4, version 17, CapabilitiesReq
                        """),
                server("ButtonTemplate with a line and a speed dial", 17, buttons(), """
                        64 00 00 00   11 00 00 00   97 00 00 00           // length 100, version 17, ButtonTemplate
                        00 00 00 00   02 00 00 00   02 00 00 00           // from button 0, 2 here, 2 in all
                        01 09   01 02                                     // line 1, speed dial 1
                        00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF   // 40 unused slots: instance 0, type FF
                        00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF
                        00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF
                        00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF
                        00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF 00 FF
                        """),
                server("ForwardStat up to version 17", 11, forwarded(), """
                        60 00 00 00   00 00 00 00   90 00 00 00           // length 96, version 0, ForwardStat
                        01 00 00 00   01 00 00 00                         // something is on, line 1
                        01 00 00 00   32 30 30 30 {00*20}                 // all calls: on, 2000 in 24 bytes
                        00 00 00 00   {00*24}                             // busy: off
                        00 00 00 00   {00*24}                             // no answer: off
                        """),
                server("ForwardStat packed in version 18", 18, forwarded(), """
                        64 00 00 00   12 00 00 00   90 00 00 00           // length 100, version 18, ForwardStat
                        02 00 00 00   01 00 00 00                         // something is on, which now is 2; line 1
                        02 00 00 00   32 30 30 30 {00*21}                 // all calls: on, 2000 in 25 bytes
                        00 00 00 00   {00*25}                             // busy: off, unaligned
                        00 00 00 00   {00*25}                             // no answer: off, unaligned
                        00                                                // filled up to four
                        """),
                server("LineStat", 11, new LineStat(1, "1001", "Alice", "1001", 0x0F), """
                        74 00 00 00   00 00 00 00   92 00 00 00           // length 116, version 0, LineStat
                        01 00 00 00                                       // line 1
                        31 30 30 31 {00*20}                               // number 1001
                        41 6C 69 63 65 {00*35}                            // others see Alice
                        31 30 30 31 {00*36}                               // label 1001
                        0F 00 00 00                                       // display options: all
                        """),
                server("LineStatDynamic", 17, new LineStatDynamic(1, 0x0F, "1001", "Alice", "1001"), """
                        1C 00 00 00   11 00 00 00   47 01 00 00           // length 28, version 17, LineStatDynamic
                        01 00 00 00   0F 00 00 00                         // line 1, display options: all
                        31 30 30 31 00                                    // number 1001
                        41 6C 69 63 65 00                                 // others see Alice, unaligned
                        31 30 30 31 00                                    // label 1001, unaligned; the sum is a multiple of four
                        """),
                server("TimeDate", 0, new TimeDate(2024, 3, 5, 1, 12, 34, 56, 0, 1709296496L), """
                        28 00 00 00   00 00 00 00   94 00 00 00           // length 40, version 0, TimeDate
                        E8 07 00 00   03 00 00 00   05 00 00 00           // 2024, March, Friday
                        01 00 00 00   0C 00 00 00   22 00 00 00           // 1st, 12 h, 34 min
                        38 00 00 00   00 00 00 00                         // 56 s, 0 ms
                        70 CB E1 65                                       // Unix seconds, UTC
                        """),
                server("CallState OffHook", 11, CallStateMessage.of(CallState.OFF_HOOK, 1, CALL), """
                        1C 00 00 00   00 00 00 00   11 01 00 00           // length 28, version 0, CallState
                        01 00 00 00                                       // off hook
                        01 00 00 00   05 00 00 01                         // line 1, call
                        00 00 00 00                                       // no privacy
                        04 00 00 00   00 00 00 00                         // routine precedence, domain 0
                        """),
                server("CallState OnHook", 11, CallStateMessage.of(CallState.ON_HOOK, 1, CALL), """
                        1C 00 00 00   00 00 00 00   11 01 00 00           // length 28, version 0, CallState
                        02 00 00 00                                       // on hook
                        01 00 00 00   05 00 00 01                         // line 1, call
                        00 00 00 00                                       // no privacy
                        04 00 00 00   00 00 00 00                         // routine precedence, domain 0
                        """),
                server("SelectSoftKeys off hook", 11, new SelectSoftKeys(1, CALL, SoftKeySet.OFF_HOOK, -1), """
                        14 00 00 00   00 00 00 00   10 01 00 00           // length 20, version 0, SelectSoftKeys
                        01 00 00 00   05 00 00 01                         // line 1, call
                        04 00 00 00   FF FF FF FF                         // set 4, all keys
                        """),
                server("DisplayPromptStatus with a label", 3, prompt(), """
                        30 00 00 00   00 00 00 00   12 01 00 00           // length 48, version 0, DisplayPromptStatus
                        00 00 00 00                                       // stays
                        80 20 {00*30}                                     // label 20, Enter number
                        01 00 00 00   05 00 00 01                         // line 1, call
                        """),
                server("DisplayDynamicPromptStatus with a label and a number", 17, dynamicPrompt(), """
                        18 00 00 00   11 00 00 00   45 01 00 00           // length 24, version 17, DisplayDynamicPromptStatus
                        00 00 00 00                                       // stays
                        01 00 00 00   05 00 00 01                         // line 1, call
                        80 17   31 30 30 33 00                            // label 17, From; 1003
                        00                                                // filled up to four
                        """),
                server("StartTone inside dial tone", 11, dialTone(), """
                        14 00 00 00   00 00 00 00   82 00 00 00           // length 20, version 0, StartTone
                        21 00 00 00   00 00 00 00                         // inside dial tone, to the user
                        01 00 00 00   05 00 00 01                         // line 1, call
                        """),
                server("StopTone names its tone", 17, new StopTone(1, CALL, Tone.INSIDE_DIAL), """
                        10 00 00 00   11 00 00 00   83 00 00 00           // length 16, version 17, StopTone
                        01 00 00 00   05 00 00 01                         // line 1, call
                        21 00 00 00                                       // inside dial tone; from version 11 on
                        """),
                server("SetLamp of line 1", 11, new SetLamp(ButtonType.LINE, 1, LampMode.BLINK), """
                        10 00 00 00   00 00 00 00   86 00 00 00           // length 16, version 0, SetLamp
                        09 00 00 00   01 00 00 00   05 00 00 00           // line, 1, blink
                        """),
                server("SetLamp of the message lamp", 11, new SetLamp(ButtonType.VOICE_MAIL, 0, LampMode.ON), """
                        10 00 00 00   00 00 00 00   86 00 00 00           // length 16, version 0, SetLamp
                        0F 00 00 00   00 00 00 00   02 00 00 00           // voice mail, the device's own, on
                        """),
                server("SetRinger inside", 11, new SetRinger(RingMode.INSIDE, RingDuration.NORMAL, 1, CALL), """
                        14 00 00 00   00 00 00 00   85 00 00 00           // length 20, version 0, SetRinger
                        02 00 00 00   01 00 00 00                         // inside ring, until stopped
                        01 00 00 00   05 00 00 01                         // line 1, call
                        """),
                server("DialedNumber up to version 17", 11, new DialedNumber("1002", 1, CALL), """
                        24 00 00 00   00 00 00 00   1D 01 00 00           // length 36, version 0, DialedNumber
                        31 30 30 32 {00*20}                               // 1002 in 24 bytes
                        01 00 00 00   05 00 00 01                         // line 1, call
                        """),
                server("DialedNumber packed in version 18", 18, new DialedNumber("1002", 1, CALL), """
                        28 00 00 00   12 00 00 00   1D 01 00 00           // length 40, version 18, DialedNumber
                        31 30 30 32 {00*21}                               // 1002 in 25 bytes
                        01 00 00 00   05 00 00 01                         // line 1, call, unaligned
                        00 00 00                                          // filled up to four
                        """),
                server("CallInfoDynamic with 15 strings", 17, callInfo(), """
                        4C 00 00 00   11 00 00 00   4A 01 00 00           // length 76, version 17, CallInfoDynamic
                        01 00 00 00   05 00 00 01   01 00 00 00           // line 1, call, inbound
                        00 00 00 00   00 00 00 00                         // not redirected
                        01 00 00 00   03 00 00 00   00 00 00 00           // call 1 of the line, encrypted, nothing hidden
                        31 30 30 33 00   00                               // calling 1003, no alternate
                        31 30 30 31 00   31 30 30 31 00   00              // called 1001, first called 1001, not redirected
                        00   00   00   00                                 // four mailboxes
                        42 6F 62 00                                       // calling Bob
                        41 6C 69 63 65 00   41 6C 69 63 65 00   00        // called Alice, first called Alice, not redirected
                        00   00                                           // no hunt pilot; the sum is a multiple of four
                        """),
                server("CallInfoDynamic with 12 strings", 11, callInfo(), """
                        4C 00 00 00   00 00 00 00   4A 01 00 00           // length 76, version 0, CallInfoDynamic
                        01 00 00 00   05 00 00 01   01 00 00 00           // line 1, call, inbound
                        00 00 00 00   00 00 00 00                         // not redirected
                        01 00 00 00   03 00 00 00   00 00 00 00           // call 1 of the line, encrypted, nothing hidden
                        31 30 30 33 00                                    // calling 1003
                        31 30 30 31 00   31 30 30 31 00   00              // called 1001, first called 1001, not redirected
                        00   00   00   00                                 // four mailboxes
                        42 6F 62 00                                       // calling Bob
                        41 6C 69 63 65 00   41 6C 69 63 65 00   00        // called Alice, first called Alice, not redirected
                        00 00 00                                          // filled up to four
                        """),
                server("CallHistoryDisposition ignore", 17, ignored(), """
                        10 00 00 00   11 00 00 00   56 01 00 00           // length 16, version 17, CallHistoryDisposition
                        00 00 00 00   01 00 00 00   05 00 00 01           // in no list, line 1, call
                        """),
                server("FeatureStatDynamic of a busy lamp", 17, busyLamp(), """
                        14 00 00 00   11 00 00 00   46 01 00 00           // length 20, version 17, FeatureStatDynamic
                        01 00 00 00   15 00 00 00   02 00 00 00           // button 1, busy lamp speed dial, in use
                        42 6F 62 00                                       // Bob
                        """),
                server("UserToDeviceDataVersion1", 17, page(), """
                        60 00 00 00   11 00 00 00   3F 01 00 00           // length 96, version 17, UserToDeviceDataVersion1
                        82 23 00 00                                       // application 9090
                        00 00 00 00   00 00 00 00   01 00 00 00           // no line, no call, transaction 1
                        34 00 00 00   02 00 00 00   00 00 00 00           // 52 bytes, last part, at once
                        00 00 00 00   82 23 00 00   01 00 00 00           // no conference, instance 9090, routing 1
                        3C 43 69 73 63 6F 49 50 50 68 6F 6E 65 54 65 78   // <CiscoIPPhoneTex
                        74 3E 3C 54 65 78 74 3E 68 69 3C 2F 54 65 78 74   // t><Text>hi</Text
                        3E 3C 2F 43 69 73 63 6F 49 50 50 68 6F 6E 65 54   // ></CiscoIPPhoneT
                        65 78 74 3E                                       // ext>
                        """),
                server("RegisterTokenReject", 0, new RegisterTokenReject(30), """
                        08 00 00 00   00 00 00 00   1B 01 00 00           // length 8, version 0, RegisterTokenReject
                        1E 00 00 00                                       // ask again in 30 seconds
                        """),
                server("Reset restart", 17, new Reset(ResetType.RESTART), """
                        08 00 00 00   11 00 00 00   9F 00 00 00           // length 8, version 17, Reset
                        02 00 00 00                                       // restart
                        """));
    }

    private static RegisterAck registered() {
        return new RegisterAck(30, "D.M.Y", 60, 17, FeatureBits.answerTo(ProtocolVersion.of(17)));
    }

    private static ButtonTemplate buttons() {
        return new ButtonTemplate(List.of(new Button(1, ButtonType.LINE), new Button(1, ButtonType.SPEED_DIAL)));
    }

    private static ForwardStat forwarded() {
        return new ForwardStat(1, Forward.to("2000"), Forward.OFF, Forward.OFF);
    }

    private static DisplayPromptStatus prompt() {
        return new DisplayPromptStatus(0, DisplayText.label(Label.ENTER_NUMBER), 1, CALL);
    }

    private static DisplayDynamicPromptStatus dynamicPrompt() {
        return new DisplayDynamicPromptStatus(
                0, 1, CALL, DisplayText.label(Label.FROM).plus("1003"));
    }

    private static StartTone dialTone() {
        return new StartTone(Tone.INSIDE_DIAL, ToneDirection.USER, 1, CALL);
    }

    private static CallInfoDynamic callInfo() {
        return new CallInfoDynamic(
                1,
                CALL,
                CallType.INBOUND,
                RedirectReason.NONE,
                RedirectReason.NONE,
                1,
                CallSecurityStatus.ENCRYPTED,
                0,
                "1003",
                "",
                "1001",
                "1001",
                "",
                "",
                "",
                "",
                "",
                "Bob",
                "Alice",
                "Alice",
                "",
                "",
                "");
    }

    private static CallHistoryDisposition ignored() {
        return new CallHistoryDisposition(CallHistory.IGNORE, 1, CALL);
    }

    private static FeatureStatDynamic busyLamp() {
        return new FeatureStatDynamic(1, ButtonType.BLF_SPEED_DIAL, 2, "Bob");
    }

    private static UserToDeviceDataVersion1 page() {
        var text = "<CiscoIPPhoneText><Text>hi</Text></CiscoIPPhoneText>";
        return new UserToDeviceDataVersion1(
                9090, 0, 0, 1, SequenceFlag.LAST, 0, 0, 9090, 1, Bytes.of(text, StandardCharsets.US_ASCII));
    }
}
