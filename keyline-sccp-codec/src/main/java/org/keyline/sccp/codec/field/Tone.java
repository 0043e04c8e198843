package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * A tone of the phone (StartTone, StopTone).
 *
 * @param number the number on the wire
 */
public record Tone(int number) implements CodePoint {
    private static final OpenSet<Tone> SET = new OpenSet<>(Tone::new);

    /** Silence. */
    public static final Tone SILENCE = SET.add(0x00, "silence");

    /** DTMF 1. */
    public static final Tone DTMF_1 = SET.add(0x01, "DTMF 1");

    /** DTMF 2. */
    public static final Tone DTMF_2 = SET.add(0x02, "DTMF 2");

    /** DTMF 3. */
    public static final Tone DTMF_3 = SET.add(0x03, "DTMF 3");

    /** DTMF 4. */
    public static final Tone DTMF_4 = SET.add(0x04, "DTMF 4");

    /** DTMF 5. */
    public static final Tone DTMF_5 = SET.add(0x05, "DTMF 5");

    /** DTMF 6. */
    public static final Tone DTMF_6 = SET.add(0x06, "DTMF 6");

    /** DTMF 7. */
    public static final Tone DTMF_7 = SET.add(0x07, "DTMF 7");

    /** DTMF 8. */
    public static final Tone DTMF_8 = SET.add(0x08, "DTMF 8");

    /** DTMF 9. */
    public static final Tone DTMF_9 = SET.add(0x09, "DTMF 9");

    /** DTMF 0. */
    public static final Tone DTMF_0 = SET.add(0x0A, "DTMF 0");

    /** DTMF *. */
    public static final Tone DTMF_STAR = SET.add(0x0E, "DTMF *");

    /** DTMF #. */
    public static final Tone DTMF_POUND = SET.add(0x0F, "DTMF #");

    /** DTMF A. */
    public static final Tone DTMF_A = SET.add(0x10, "DTMF A");

    /** DTMF B. */
    public static final Tone DTMF_B = SET.add(0x11, "DTMF B");

    /** DTMF C. */
    public static final Tone DTMF_C = SET.add(0x12, "DTMF C");

    /** DTMF D. */
    public static final Tone DTMF_D = SET.add(0x13, "DTMF D");

    /** Inside dial tone. */
    public static final Tone INSIDE_DIAL = SET.add(0x21, "inside dial tone");

    /** Outside dial tone. */
    public static final Tone OUTSIDE_DIAL = SET.add(0x22, "outside dial tone");

    /** Line busy. */
    public static final Tone LINE_BUSY = SET.add(0x23, "line busy");

    /** Alerting (ring-back). */
    public static final Tone ALERTING = SET.add(0x24, "alerting (ring-back)");

    /** Reorder (fast busy). */
    public static final Tone REORDER = SET.add(0x25, "reorder (fast busy)");

    /** Recorder warning. */
    public static final Tone RECORDER_WARNING = SET.add(0x26, "recorder warning");

    /** Recorder detected. */
    public static final Tone RECORDER_DETECTED = SET.add(0x27, "recorder detected");

    /** Reverting (hold/park reversion). */
    public static final Tone REVERTING = SET.add(0x28, "reverting (hold/park reversion)");

    /** Receiver off-hook (howler). */
    public static final Tone RECEIVER_OFF_HOOK = SET.add(0x29, "receiver off-hook (howler)");

    /** Message-waiting / partial (stutter) dial tone. */
    public static final Tone STUTTER_DIAL = SET.add(0x2A, "message-waiting / partial (stutter) dial tone");

    /** No such number. */
    public static final Tone NO_SUCH_NUMBER = SET.add(0x2B, "no such number");

    /** Busy verification. */
    public static final Tone BUSY_VERIFICATION = SET.add(0x2C, "busy verification");

    /** Call waiting. */
    public static final Tone CALL_WAITING = SET.add(0x2D, "call waiting");

    /** Confirmation. */
    public static final Tone CONFIRMATION = SET.add(0x2E, "confirmation");

    /** Camp-on indication. */
    public static final Tone CAMP_ON_INDICATION = SET.add(0x2F, "camp-on indication");

    /** Recall dial tone. */
    public static final Tone RECALL_DIAL = SET.add(0x30, "recall dial tone");

    /** Zip-zip. */
    public static final Tone ZIP_ZIP = SET.add(0x31, "zip-zip");

    /** Zip. */
    public static final Tone ZIP = SET.add(0x32, "zip");

    /** Beep-bonk. */
    public static final Tone BEEP_BONK = SET.add(0x33, "beep-bonk");

    /** Music tone. */
    public static final Tone MUSIC_TONE = SET.add(0x34, "music tone");

    /** Hold tone. */
    public static final Tone HOLD_TONE = SET.add(0x35, "hold tone");

    /** Test tone. */
    public static final Tone TEST_TONE = SET.add(0x36, "test tone");

    /** DT monitor warning. */
    public static final Tone DT_MONITOR_WARNING = SET.add(0x37, "DT monitor warning");

    /** Monitor warning. */
    public static final Tone MONITOR_WARNING = SET.add(0x38, "monitor warning");

    /** Secure warning. */
    public static final Tone SECURE_WARNING = SET.add(0x39, "secure warning");

    /** Additional call waiting. */
    public static final Tone ADDITIONAL_CALL_WAITING = SET.add(0x40, "additional call waiting");

    /** Priority call waiting. */
    public static final Tone PRIORITY_CALL_WAITING = SET.add(0x41, "priority call waiting");

    /** Recall dial. */
    public static final Tone RECALL_DIAL_42 = SET.add(0x42, "recall dial");

    /** Barge-in. */
    public static final Tone BARGE_IN = SET.add(0x43, "barge-in");

    /** Distinctive alert. */
    public static final Tone DISTINCTIVE_ALERT = SET.add(0x44, "distinctive alert");

    /** Priority alert. */
    public static final Tone PRIORITY_ALERT = SET.add(0x45, "priority alert");

    /** Reminder ring. */
    public static final Tone REMINDER_RING = SET.add(0x46, "reminder ring");

    /** Precedence ring-back. */
    public static final Tone PRECEDENCE_RING_BACK = SET.add(0x47, "precedence ring-back");

    /** Preemption. */
    public static final Tone PREEMPTION = SET.add(0x48, "preemption");

    /** Non-secure warning. */
    public static final Tone NON_SECURE_WARNING = SET.add(0x49, "non-secure warning");

    /** MF 1. */
    public static final Tone MF_1 = SET.add(0x50, "MF 1");

    /** MF 2. */
    public static final Tone MF_2 = SET.add(0x51, "MF 2");

    /** MF 3. */
    public static final Tone MF_3 = SET.add(0x52, "MF 3");

    /** MF 4. */
    public static final Tone MF_4 = SET.add(0x53, "MF 4");

    /** MF 5. */
    public static final Tone MF_5 = SET.add(0x54, "MF 5");

    /** MF 6. */
    public static final Tone MF_6 = SET.add(0x55, "MF 6");

    /** MF 7. */
    public static final Tone MF_7 = SET.add(0x56, "MF 7");

    /** MF 8. */
    public static final Tone MF_8 = SET.add(0x57, "MF 8");

    /** MF 9. */
    public static final Tone MF_9 = SET.add(0x58, "MF 9");

    /** MF 0. */
    public static final Tone MF_0 = SET.add(0x59, "MF 0");

    /** MF KP1. */
    public static final Tone MF_KP1 = SET.add(0x5A, "MF KP1");

    /** MF ST. */
    public static final Tone MF_ST = SET.add(0x5B, "MF ST");

    /** MF KP2. */
    public static final Tone MF_KP2 = SET.add(0x5C, "MF KP2");

    /** MF STP. */
    public static final Tone MF_STP = SET.add(0x5D, "MF STP");

    /** MF ST3P. */
    public static final Tone MF_ST3P = SET.add(0x5E, "MF ST3P");

    /** Milliwatt. */
    public static final Tone MILLIWATT = SET.add(0x5F, "milliwatt");

    /** Milliwatt test. */
    public static final Tone MILLIWATT_TEST = SET.add(0x60, "milliwatt test");

    /** High tone. */
    public static final Tone HIGH_TONE = SET.add(0x61, "high tone");

    /** Flash override. */
    public static final Tone FLASH_OVERRIDE = SET.add(0x62, "flash override");

    /** Flash. */
    public static final Tone FLASH = SET.add(0x63, "flash");

    /** Priority. */
    public static final Tone PRIORITY = SET.add(0x64, "priority");

    /** Immediate. */
    public static final Tone IMMEDIATE = SET.add(0x65, "immediate");

    /** Pre-amp warning. */
    public static final Tone PRE_AMP_WARNING = SET.add(0x66, "pre-amp warning");

    /** 2105 Hz. */
    public static final Tone HZ_2105 = SET.add(0x67, "2105 Hz");

    /** 2600 Hz. */
    public static final Tone HZ_2600 = SET.add(0x68, "2600 Hz");

    /** 440 Hz. */
    public static final Tone HZ_440 = SET.add(0x69, "440 Hz");

    /** 300 Hz. */
    public static final Tone HZ_300 = SET.add(0x6A, "300 Hz");

    /** Mobility WP. */
    public static final Tone MOBILITY_WP = SET.add(0x6B, "mobility WP");

    /** Mobility UAC. */
    public static final Tone MOBILITY_UAC = SET.add(0x6C, "mobility UAC");

    /** Mobility WTDN. */
    public static final Tone MOBILITY_WTDN = SET.add(0x6D, "mobility WTDN");

    /** Mobility MON. */
    public static final Tone MOBILITY_MON = SET.add(0x6E, "mobility MON");

    /** Mobility MOFF. */
    public static final Tone MOBILITY_MOFF = SET.add(0x6F, "mobility MOFF");

    /** Mobility UKC. */
    public static final Tone MOBILITY_UKC = SET.add(0x70, "mobility UKC");

    /** Mobility VMA. */
    public static final Tone MOBILITY_VMA = SET.add(0x71, "mobility VMA");

    /** Mobility FAC. */
    public static final Tone MOBILITY_FAC = SET.add(0x72, "mobility FAC");

    /** Mobility CMC. */
    public static final Tone MOBILITY_CMC = SET.add(0x73, "mobility CMC");

    /** MLPP PALA. */
    public static final Tone MLPP_PALA = SET.add(0x77, "MLPP PALA");

    /** MLPP ICA. */
    public static final Tone MLPP_ICA = SET.add(0x78, "MLPP ICA");

    /** MLPP VCA. */
    public static final Tone MLPP_VCA = SET.add(0x79, "MLPP VCA");

    /** MLPP BPA. */
    public static final Tone MLPP_BPA = SET.add(0x7A, "MLPP BPA");

    /** MLPP BNEA. */
    public static final Tone MLPP_BNEA = SET.add(0x7B, "MLPP BNEA");

    /** MLPP UPA. */
    public static final Tone MLPP_UPA = SET.add(0x7C, "MLPP UPA");

    /** TUA. */
    public static final Tone TUA = SET.add(0x7D, "TUA");

    /** Gone. */
    public static final Tone GONE = SET.add(0x7E, "gone");

    /** No tone. */
    public static final Tone NO_TONE = SET.add(0x7F, "no tone");

    /** Meet-me greeting. */
    public static final Tone MEET_ME_GREETING = SET.add(0x80, "meet-me greeting");

    /** Meet-me number invalid. */
    public static final Tone MEET_ME_NUMBER_INVALID = SET.add(0x81, "meet-me number invalid");

    /** Meet-me number failed. */
    public static final Tone MEET_ME_NUMBER_FAILED = SET.add(0x82, "meet-me number failed");

    /** Meet-me enter PIN. */
    public static final Tone MEET_ME_ENTER_PIN = SET.add(0x83, "meet-me enter PIN");

    /** Meet-me invalid PIN. */
    public static final Tone MEET_ME_INVALID_PIN = SET.add(0x84, "meet-me invalid PIN");

    /** Meet-me PIN failed. */
    public static final Tone MEET_ME_PIN_FAILED = SET.add(0x85, "meet-me PIN failed");

    /** Meet-me bridge failed. */
    public static final Tone MEET_ME_BRIDGE_FAILED = SET.add(0x86, "meet-me bridge failed");

    /** Meet-me enter access code. */
    public static final Tone MEET_ME_ENTER_ACCESS_CODE = SET.add(0x87, "meet-me enter access code");

    /** Meet-me access code invalid. */
    public static final Tone MEET_ME_ACCESS_CODE_INVALID = SET.add(0x88, "meet-me access code invalid");

    /** Meet-me access code failed. */
    public static final Tone MEET_ME_ACCESS_CODE_FAILED = SET.add(0x89, "meet-me access code failed");

    /** The member with this number, known or not. */
    public static Tone of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<Tone> named() {
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
