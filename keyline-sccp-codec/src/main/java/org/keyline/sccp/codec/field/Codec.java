package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * A codec or another payload capability (CapabilitiesRes, OpenReceiveChannel, StartMediaTransmission).
 *
 * @param number the number on the wire
 */
public record Codec(int number) implements CodePoint {
    private static final OpenSet<Codec> SET = new OpenSet<>(Codec::new);

    /** Non-standard. */
    public static final Codec NON_STANDARD = SET.add(1, "non-standard");

    /** G.711 A-law 64k. */
    public static final Codec G711_ALAW_64K = SET.add(2, "G.711 A-law 64k");

    /** G.711 A-law 56k. */
    public static final Codec G711_ALAW_56K = SET.add(3, "G.711 A-law 56k");

    /** G.711 mu-law 64k. */
    public static final Codec G711_ULAW_64K = SET.add(4, "G.711 mu-law 64k");

    /** G.711 mu-law 56k. */
    public static final Codec G711_ULAW_56K = SET.add(5, "G.711 mu-law 56k");

    /** G.722 64k. */
    public static final Codec G722_64K = SET.add(6, "G.722 64k");

    /** G.722 56k. */
    public static final Codec G722_56K = SET.add(7, "G.722 56k");

    /** G.722 48k. */
    public static final Codec G722_48K = SET.add(8, "G.722 48k");

    /** G.723.1. */
    public static final Codec G723_1 = SET.add(9, "G.723.1");

    /** G.728. */
    public static final Codec G728 = SET.add(10, "G.728");

    /** G.729. */
    public static final Codec G729 = SET.add(11, "G.729");

    /** G.729A. */
    public static final Codec G729A = SET.add(12, "G.729A");

    /** IS 11172. */
    public static final Codec IS_11172 = SET.add(13, "IS 11172");

    /** IS 13818. */
    public static final Codec IS_13818 = SET.add(14, "IS 13818");

    /** G.729B. */
    public static final Codec G729B = SET.add(15, "G.729B");

    /** G.729AB. */
    public static final Codec G729AB = SET.add(16, "G.729AB");

    /** GSM full rate. */
    public static final Codec GSM_FULL_RATE = SET.add(18, "GSM full rate");

    /** GSM half rate. */
    public static final Codec GSM_HALF_RATE = SET.add(19, "GSM half rate");

    /** GSM enhanced full rate. */
    public static final Codec GSM_ENHANCED_FULL_RATE = SET.add(20, "GSM enhanced full rate");

    /** Wideband 256k. */
    public static final Codec WIDEBAND_256K = SET.add(25, "wideband 256k");

    /** Data 64k. */
    public static final Codec DATA_64K = SET.add(32, "data 64k");

    /** Data 56k. */
    public static final Codec DATA_56K = SET.add(33, "data 56k");

    /** G.722.1 32k. */
    public static final Codec G722_1_32K = SET.add(40, "G.722.1 32k");

    /** G.722.1 24k. */
    public static final Codec G722_1_24K = SET.add(41, "G.722.1 24k");

    /** AAC. */
    public static final Codec AAC = SET.add(42, "AAC");

    /** MP4A-LATM 128. */
    public static final Codec MP4A_LATM_128 = SET.add(43, "MP4A-LATM 128");

    /** MP4A-LATM 64. */
    public static final Codec MP4A_LATM_64 = SET.add(44, "MP4A-LATM 64");

    /** MP4A-LATM 56. */
    public static final Codec MP4A_LATM_56 = SET.add(45, "MP4A-LATM 56");

    /** MP4A-LATM 48. */
    public static final Codec MP4A_LATM_48 = SET.add(46, "MP4A-LATM 48");

    /** MP4A-LATM 32. */
    public static final Codec MP4A_LATM_32 = SET.add(47, "MP4A-LATM 32");

    /** MP4A-LATM 24. */
    public static final Codec MP4A_LATM_24 = SET.add(48, "MP4A-LATM 24");

    /** MP4A-LATM unspecified. */
    public static final Codec MP4A_LATM_UNSPECIFIED = SET.add(49, "MP4A-LATM unspecified");

    /** GSM. */
    public static final Codec GSM = SET.add(80, "GSM");

    /** ActiveVoice. */
    public static final Codec ACTIVEVOICE = SET.add(81, "ActiveVoice");

    /** G.726 32k. */
    public static final Codec G726_32K = SET.add(82, "G.726 32k");

    /** G.726 24k. */
    public static final Codec G726_24K = SET.add(83, "G.726 24k");

    /** G.726 16k. */
    public static final Codec G726_16K = SET.add(84, "G.726 16k");

    /** G.729 annex B. */
    public static final Codec G729_ANNEX_B_OLD = SET.add(85, "G.729 annex B");

    /** ILBC. */
    public static final Codec ILBC = SET.add(86, "iLBC");

    /** ISAC. */
    public static final Codec ISAC = SET.add(89, "iSAC");

    /** Opus. */
    public static final Codec OPUS = SET.add(90, "Opus");

    /** AMR. */
    public static final Codec AMR = SET.add(97, "AMR");

    /** AMR-WB. */
    public static final Codec AMR_WB = SET.add(98, "AMR-WB");

    /** H.261. */
    public static final Codec H261 = SET.add(100, "H.261");

    /** H.263. */
    public static final Codec H263 = SET.add(101, "H.263");

    /** Vieo / H.263+. */
    public static final Codec VIEO = SET.add(102, "Vieo / H.263+");

    /** H.264. */
    public static final Codec H264 = SET.add(103, "H.264");

    /** H.264 SVC. */
    public static final Codec H264_SVC = SET.add(104, "H.264 SVC");

    /** T.120. */
    public static final Codec T120 = SET.add(105, "T.120");

    /** H.224 far-end camera control. */
    public static final Codec H224 = SET.add(106, "H.224 far-end camera control");

    /** T.38 fax. */
    public static final Codec T38_FAX = SET.add(107, "T.38 fax");

    /** TOTE. */
    public static final Codec TOTE = SET.add(108, "TOTE");

    /** H.265. */
    public static final Codec H265 = SET.add(109, "H.265");

    /** H.264 UC. */
    public static final Codec H264_UC = SET.add(110, "H.264 UC");

    /** XV150 MR 711U. */
    public static final Codec XV150_MR_711U = SET.add(111, "XV150 MR 711U");

    /** NSE VBD 711U. */
    public static final Codec NSE_VBD_711U = SET.add(112, "NSE VBD 711U");

    /** XV150 MR 729A. */
    public static final Codec XV150_MR_729A = SET.add(113, "XV150 MR 729A");

    /** NSE VBD 729A. */
    public static final Codec NSE_VBD_729A = SET.add(114, "NSE VBD 729A");

    /** H.264 FEC. */
    public static final Codec H264_FEC = SET.add(115, "H.264 FEC");

    /** Clear channel. */
    public static final Codec CLEAR_CHANNEL = SET.add(120, "clear channel");

    /** Universal transcoder. */
    public static final Codec UNIVERSAL_TRANSCODER = SET.add(222, "universal transcoder");

    /** RFC 2833 dynamic payload. */
    public static final Codec RFC_2833 = SET.add(257, "RFC 2833 dynamic payload");

    /** Pass-through. */
    public static final Codec PASS_THROUGH = SET.add(258, "pass-through");

    /** Dynamic payload pass-through. */
    public static final Codec DYNAMIC_PASS_THROUGH = SET.add(259, "dynamic payload pass-through");

    /** DTMF out of band. */
    public static final Codec DTMF_OUT_OF_BAND = SET.add(260, "DTMF out of band");

    /** In-band RFC 2833. */
    public static final Codec IN_BAND_RFC_2833 = SET.add(261, "in-band RFC 2833");

    /** CFB tones. */
    public static final Codec CFB_TONES = SET.add(262, "CFB tones");

    /** No audio. */
    public static final Codec NO_AUDIO = SET.add(299, "no audio");

    /** V.150 LC modem relay. */
    public static final Codec V150_LC_MODEM_RELAY = SET.add(300, "V.150 LC modem relay");

    /** V.150 SPRT. */
    public static final Codec V150_SPRT = SET.add(301, "V.150 SPRT");

    /** V.150 SSE. */
    public static final Codec V150_SSE = SET.add(302, "V.150 SSE");

    /** The member with this number, known or not. */
    public static Codec of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<Codec> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    @Override
    public String toString() {
        return name();
    }
}
