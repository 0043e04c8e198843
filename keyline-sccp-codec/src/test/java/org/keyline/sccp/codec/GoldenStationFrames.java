package org.keyline.sccp.codec;

import static org.keyline.sccp.codec.GoldenFrame.station;

import java.util.List;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.message.RegisterForm;
import org.keyline.sccp.codec.message.StationCapabilities.CapabilitiesRes;
import org.keyline.sccp.codec.message.StationKey.EnblocCall;
import org.keyline.sccp.codec.message.StationKey.KeypadButton;
import org.keyline.sccp.codec.message.StationKey.OffHook;
import org.keyline.sccp.codec.message.StationKey.SoftKeyEvent;
import org.keyline.sccp.codec.message.StationKey.Stimulus;
import org.keyline.sccp.codec.message.StationMedia.OpenReceiveChannelAck;
import org.keyline.sccp.codec.message.StationRegistration.KeepAlive;
import org.keyline.sccp.codec.message.StationRegistration.Register;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;

/** The golden frames a phone sends. */
final class GoldenStationFrames {
    static final int CALL = 0x01000005;
    static final int PARTY = 0x01010001;
    static final MediaAddress PHONE = MediaAddress.ipv4(0xC0000215);

    private GoldenStationFrames() {}

    static List<GoldenFrame> all() {
        return List.of(
                station("KeepAlive", 0, new KeepAlive(), """
                        04 00 00 00   // length: message id only
                        00 00 00 00   // header version 0
                        00 00 00 00   // KeepAlive
                        """),
                station("Register of a 7941 in version 17", 17, register(), """
                        80 00 00 00                                       // length 128: id and 124 bytes of body
                        11 00 00 00                                       // header version 17
                        01 00 00 00                                       // Register
                        53 45 50 30 30 31 31 32 32 33 33 34 34 41 41 00   // device name SEP0011223344AA
                        00 00 00 00   00 00 00 00                         // user id, instance
                        C0 00 02 15                                       // 192.0.2.21 in network order
                        73 00 00 00                                       // device type 115, 7941
                        05 00 00 00   00 00 00 00                         // 5 streams at most, none active
                        11                                                // version 17
                        00 72 85                                          // UTF-8, port request; dynamic, RFC 2833, abbreviated dial
                        01 00 00 00   00 00 00 00                         // 1 conference at most, none active
                        11 22 33 44 AA 00 00 00 00 00 00 00               // MAC, or whatever a load puts there
                        03 00 00 00                                       // IPv4 scope
                        02 00 00 00                                       // 2 lines at most
                        {00*16}   00 00 00 00                             // no IPv6 address, scope 0
                        53 43 43 50 34 31 2E 38 2D 35 2D 33 53 {00*19}    // load SCCP41.8-5-3S
                        """),
                station("CapabilitiesRes with G.711 and G.729A", 17, capabilities(), """
                        28 01 00 00                                       // length 296: id, count and 18 slots of 16
                        11 00 00 00                                       // header version 17
                        10 00 00 00                                       // CapabilitiesRes
                        02 00 00 00                                       // 2 codecs
                        04 00 00 00   28 00 00 00   {00*8}                // G.711 mu-law, 40
                        0C 00 00 00   3C 00 00 00   {00*8}                // G.729A, 60
                        {00*256}                                          // 16 unused slots
                        """),
                station("OffHook without a line", 0, new OffHook(0, 0), """
                        0C 00 00 00   00 00 00 00   06 00 00 00           // length 12, version 0, OffHook
                        00 00 00 00   00 00 00 00                         // no line, no call
                        """),
                station("KeypadButton 7", 0, new KeypadButton(KeypadKey.of('7'), 1, CALL), """
                        10 00 00 00   00 00 00 00   03 00 00 00           // length 16, version 0, KeypadButton
                        07 00 00 00                                       // digit 7
                        01 00 00 00   05 00 00 01                         // line 1, call 0x01000005
                        """),
                station("EnblocCall packed in version 18", 18, new EnblocCall("1002", 1), """
                        24 00 00 00   12 00 00 00   04 00 00 00           // length 36, version 18, EnblocCall
                        31 30 30 32 {00*21}                               // number 1002 in 25 bytes
                        01 00 00 00                                       // line 1, unaligned
                        00 00 00                                          // filled up to four
                        """),
                station("SoftKeyEvent NewCall", 0, new SoftKeyEvent(SoftKey.NEW_CALL, 1, 0), """
                        10 00 00 00   00 00 00 00   26 00 00 00           // length 16, version 0, SoftKeyEvent
                        02 00 00 00                                       // event 2, NewCall
                        01 00 00 00   00 00 00 00                         // line 1, no call
                        """),
                station("Stimulus of line button 1", 0, new Stimulus(ButtonType.LINE, 1, 0, 0), """
                        14 00 00 00   00 00 00 00   05 00 00 00           // length 20, version 0, Stimulus
                        09 00 00 00   01 00 00 00                         // line button, instance 1
                        00 00 00 00   00 00 00 00                         // no call, status 0
                        """),
                station("OpenReceiveChannelAck up to version 16", 11, opened(), """
                        18 00 00 00   00 00 00 00   22 00 00 00           // length 24, version 0, OpenReceiveChannelAck
                        00 00 00 00                                       // OK
                        C0 00 02 15                                       // 192.0.2.21 in network order
                        00 40 00 00                                       // port 16384
                        01 00 01 01   05 00 00 01                         // stream, call
                        """),
                station("OpenReceiveChannelAck from version 17 on", 17, opened(), """
                        28 00 00 00   11 00 00 00   22 00 00 00           // length 40, version 17, OpenReceiveChannelAck
                        00 00 00 00                                       // OK
                        00 00 00 00   C0 00 02 15 {00*12}                 // IPv4, 192.0.2.21 in 16 bytes
                        00 40 00 00                                       // port 16384
                        01 00 01 01   05 00 00 01                         // stream, call
                        """));
    }

    private static Register register() {
        return new Register(
                "SEP0011223344AA",
                0,
                0,
                PHONE,
                DeviceType.CISCO_7941G,
                5,
                0,
                17,
                new FeatureBits(0x00, 0x72, 0x85),
                1,
                0,
                Bytes.of(new byte[] {0x11, 0x22, 0x33, 0x44, (byte) 0xAA, 0, 0, 0, 0, 0, 0, 0}),
                3,
                2,
                MediaAddress.NONE,
                0,
                "SCCP41.8-5-3S",
                "",
                RegisterForm.LOAD);
    }

    private static CapabilitiesRes capabilities() {
        return new CapabilitiesRes(
                List.of(AudioCapability.of(Codec.G711_ULAW_64K, 40), AudioCapability.of(Codec.G729A, 60)));
    }

    private static OpenReceiveChannelAck opened() {
        return new OpenReceiveChannelAck(MediaStatus.OK, PHONE, 16384, PARTY, CALL);
    }
}
