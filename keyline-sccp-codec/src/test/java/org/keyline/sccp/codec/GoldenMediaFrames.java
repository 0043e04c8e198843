package org.keyline.sccp.codec;

import static org.keyline.sccp.codec.GoldenFrame.server;
import static org.keyline.sccp.codec.GoldenStationFrames.CALL;
import static org.keyline.sccp.codec.GoldenStationFrames.PARTY;

import java.util.HexFormat;
import java.util.List;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.LatentCaps;
import org.keyline.sccp.codec.field.PortHandling;
import org.keyline.sccp.codec.field.SrtpAlgorithm;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.StatsProcessing;
import org.keyline.sccp.codec.message.ServerMedia.CloseReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.ConnectionStatisticsReq;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.message.ServerMedia.StartMediaTransmission;
import org.keyline.sccp.codec.wire.IpAddressType;
import org.keyline.sccp.codec.wire.MediaAddress;

/** The golden frames of media. */
final class GoldenMediaFrames {
    static final SrtpKeyBlock KEY = SrtpKeyBlock.of(
            SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32,
            HexFormat.of().parseHex("101112131415161718191a1b1c1d1e1f"),
            HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacad"));

    private GoldenMediaFrames() {}

    static List<GoldenFrame> all() {
        return List.of(
                server(
                        "OpenReceiveChannel in version 5 with a key block of 40",
                        5,
                        open(0, 0, SrtpKeyBlock.NONE, 0),
                        """
                        48 00 00 00   00 00 00 00   05 01 00 00           // length 72, version 0, OpenReceiveChannel
                        05 00 00 01   01 00 01 01                         // conference, stream
                        14 00 00 00   04 00 00 00                         // 20 ms, G.711 mu-law
                        00 00 00 00   00 00 00 00                         // no echo cancel, no rate
                        05 00 00 01                                       // call
                        {00*40}                                           // no key
                        """),
                server("OpenReceiveChannel in version 11", 11, open(101, 10, SrtpKeyBlock.NONE, 0), """
                        60 00 00 00   00 00 00 00   05 01 00 00           // length 96, version 0, OpenReceiveChannel
                        05 00 00 01   01 00 01 01                         // conference, stream
                        14 00 00 00   04 00 00 00                         // 20 ms, G.711 mu-law
                        00 00 00 00   00 00 00 00                         // no echo cancel, no codec parameters
                        05 00 00 01                                       // call
                        {00*48}                                           // no key
                        00 00 00 00   00 00 00 00                         // stream ids
                        65 00 00 00   0A 00 00 00                         // RFC 2833 payload 101, DTMF type 10
                        """),
                server("OpenReceiveChannel in version 17 with an SRTP key", 17, open(101, 10, KEY, 4000), """
                        84 00 00 00   11 00 00 00   05 01 00 00           // length 132, version 17, OpenReceiveChannel
                        05 00 00 01   01 00 01 01                         // conference, stream
                        14 00 00 00   04 00 00 00                         // 20 ms, G.711 mu-law
                        00 00 00 00   00 00 00 00                         // no echo cancel, no codec parameters
                        05 00 00 01                                       // call
                        01 00 00 00   10 00   0E 00                       // AES_CM_128_HMAC_SHA1_32, 16 and 14 bytes
                        10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F   // example key
                        A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD 00 00   // example salt, two bytes of filling
                        00 00 00 00   00 00 00 00                         // no MKI, key derivation rate 0
                        00 00 00 00   00 00 00 00                         // stream ids
                        65 00 00 00   0A 00 00 00                         // RFC 2833 payload 101, DTMF type 10
                        00 00 00 00   00 00 00 00                         // mixing mode, party direction
                        00 00 00 00   {00*16}                             // IPv4, source not known
                        A0 0F 00 00                                       // source port 4000
                        00 00 00 00                                       // IPv4 wanted
                        """),
                server("StartMediaTransmission in version 11", 11, transmit(), """
                        74 00 00 00   00 00 00 00   8A 00 00 00           // length 116, version 0, StartMediaTransmission
                        05 00 00 01   01 00 01 01                         // conference, stream
                        C0 00 02 16   06 40 00 00                         // to 192.0.2.22, port 16390
                        14 00 00 00   04 00 00 00                         // 20 ms, G.711 mu-law
                        B8 00 00 00   00 00 00 00                         // expedited forwarding, no silence suppression
                        00 00   00 00   00 00 00 00                       // frames, filling, no codec parameters
                        05 00 00 01                                       // call
                        {00*48}                                           // no key
                        00 00 00 00   00 00 00 00                         // stream ids
                        65 00 00 00   0A 00 00 00                         // RFC 2833 payload 101, DTMF type 10
                        00 00 00 00                                       // mixing mode
                        """),
                server("StartMediaTransmission in version 17", 17, transmit(), """
                        88 00 00 00   11 00 00 00   8A 00 00 00           // length 136, version 17, StartMediaTransmission
                        05 00 00 01   01 00 01 01                         // conference, stream
                        00 00 00 00   C0 00 02 16 {00*12}                 // IPv4, 192.0.2.22 in 16 bytes
                        06 40 00 00                                       // port 16390
                        14 00 00 00   04 00 00 00                         // 20 ms, G.711 mu-law
                        B8 00 00 00   00 00 00 00                         // expedited forwarding, no silence suppression
                        00 00   00 00   00 00 00 00                       // frames, filling, no codec parameters
                        05 00 00 01                                       // call
                        {00*48}                                           // no key
                        00 00 00 00   00 00 00 00                         // stream ids
                        65 00 00 00   0A 00 00 00                         // RFC 2833 payload 101, DTMF type 10
                        00 00 00 00   00 00 00 00                         // mixing mode, party direction
                        """),
                server("CloseReceiveChannel", 11, close(), """
                        14 00 00 00   00 00 00 00   06 01 00 00           // length 20, version 0, CloseReceiveChannel
                        05 00 00 01   01 00 01 01                         // conference, stream
                        05 00 00 01   00 00 00 00                         // call, close the port
                        """),
                server("ConnectionStatisticsReq up to version 18", 11, statistics(), """
                        24 00 00 00   00 00 00 00   07 01 00 00           // length 36, version 0, ConnectionStatisticsReq
                        31 30 30 31 {00*20}                               // 1001 in 24 bytes
                        05 00 00 01   00 00 00 00                         // call, clear the counters
                        """));
    }

    private static OpenReceiveChannel open(int rfc2833, int dtmfType, SrtpKeyBlock key, int sourcePort) {
        return new OpenReceiveChannel(
                CALL,
                PARTY,
                20,
                Codec.G711_ULAW_64K,
                false,
                0,
                CALL,
                key,
                0,
                0,
                rfc2833,
                dtmfType,
                0,
                0,
                MediaAddress.NONE,
                sourcePort,
                IpAddressType.IPV4,
                0,
                LatentCaps.NONE);
    }

    private static StartMediaTransmission transmit() {
        return StartMediaTransmission.voice(
                CALL,
                PARTY,
                CALL,
                MediaAddress.ipv4(0xC0000216),
                16390,
                Codec.G711_ULAW_64K,
                20,
                101,
                SrtpKeyBlock.NONE);
    }

    private static CloseReceiveChannel close() {
        return new CloseReceiveChannel(CALL, PARTY, CALL, PortHandling.CLOSE);
    }

    private static ConnectionStatisticsReq statistics() {
        return new ConnectionStatisticsReq("1001", CALL, StatsProcessing.CLEAR);
    }
}
