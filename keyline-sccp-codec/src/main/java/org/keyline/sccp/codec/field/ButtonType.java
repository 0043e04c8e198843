package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a button of the phone is, and what pressing it or lighting its lamp refers to (ButtonTemplate, Stimulus,
 * SetLamp).
 *
 * @param number the number on the wire
 */
public record ButtonType(int number) implements CodePoint {
    private static final OpenSet<ButtonType> SET = new OpenSet<>(ButtonType::new);

    /** Unused (do not send). */
    public static final ButtonType UNUSED = SET.add(0x00, "unused (do not send)");

    /** Last number redial. */
    public static final ButtonType LAST_NUMBER_REDIAL = SET.add(0x01, "last number redial");

    /** Speed dial. */
    public static final ButtonType SPEED_DIAL = SET.add(0x02, "speed dial");

    /** Hold. */
    public static final ButtonType HOLD = SET.add(0x03, "hold");

    /** Transfer. */
    public static final ButtonType TRANSFER = SET.add(0x04, "transfer");

    /** Forward all. */
    public static final ButtonType FORWARD_ALL = SET.add(0x05, "forward all");

    /** Forward busy. */
    public static final ButtonType FORWARD_BUSY = SET.add(0x06, "forward busy");

    /** Forward no answer. */
    public static final ButtonType FORWARD_NO_ANSWER = SET.add(0x07, "forward no answer");

    /** Display. */
    public static final ButtonType DISPLAY = SET.add(0x08, "display");

    /** Line. */
    public static final ButtonType LINE = SET.add(0x09, "line");

    /** T.120 chat. */
    public static final ButtonType T_120_CHAT = SET.add(0x0A, "T.120 chat");

    /** T.120 whiteboard. */
    public static final ButtonType T_120_WHITEBOARD = SET.add(0x0B, "T.120 whiteboard");

    /** T.120 application sharing. */
    public static final ButtonType T_120_APPLICATION_SHARING = SET.add(0x0C, "T.120 application sharing");

    /** T.120 file transfer. */
    public static final ButtonType T_120_FILE_TRANSFER = SET.add(0x0D, "T.120 file transfer");

    /** Video. */
    public static final ButtonType VIDEO = SET.add(0x0E, "video");

    /** Voice mail / messages (MWI lamp). */
    public static final ButtonType VOICE_MAIL = SET.add(0x0F, "voice mail / messages (MWI lamp)");

    /** Answer/release. */
    public static final ButtonType ANSWER_RELEASE = SET.add(0x10, "answer/release");

    /** Auto answer. */
    public static final ButtonType AUTO_ANSWER = SET.add(0x11, "auto answer");

    /** Select (stimulus only). */
    public static final ButtonType SELECT = SET.add(0x12, "select (stimulus only)");

    /** Feature / privacy. */
    public static final ButtonType FEATURE = SET.add(0x13, "feature / privacy");

    /** Service URL. */
    public static final ButtonType SERVICE_URL = SET.add(0x14, "service URL");

    /** BLF speed dial. */
    public static final ButtonType BLF_SPEED_DIAL = SET.add(0x15, "BLF speed dial");

    /** Directed park. */
    public static final ButtonType DIRECTED_PARK = SET.add(0x16, "directed park");

    /** Intercom. */
    public static final ButtonType INTERCOM = SET.add(0x17, "intercom");

    /** Malicious call id (stimulus). */
    public static final ButtonType MALICIOUS_CALL_ID = SET.add(0x1B, "malicious call id (stimulus)");

    /** Generic app B1. */
    public static final ButtonType GENERIC_APP_B1 = SET.add(0x21, "generic app B1");

    /** Generic app B2. */
    public static final ButtonType GENERIC_APP_B2 = SET.add(0x22, "generic app B2");

    /** Generic app B3. */
    public static final ButtonType GENERIC_APP_B3 = SET.add(0x23, "generic app B3");

    /** Generic app B4. */
    public static final ButtonType GENERIC_APP_B4 = SET.add(0x24, "generic app B4");

    /** Generic app B5. */
    public static final ButtonType GENERIC_APP_B5 = SET.add(0x25, "generic app B5");

    /** Multi-blink / monitor feature. */
    public static final ButtonType MULTI_BLINK = SET.add(0x26, "multi-blink / monitor feature");

    /** Meet-me conference. */
    public static final ButtonType MEET_ME_CONFERENCE = SET.add(0x7B, "meet-me conference");

    /** Conference. */
    public static final ButtonType CONFERENCE = SET.add(0x7D, "conference");

    /** Call park. */
    public static final ButtonType CALL_PARK = SET.add(0x7E, "call park");

    /** Call pickup. */
    public static final ButtonType CALL_PICKUP = SET.add(0x7F, "call pickup");

    /** Group call pickup. */
    public static final ButtonType GROUP_CALL_PICKUP = SET.add(0x80, "group call pickup");

    /** Mobility. */
    public static final ButtonType MOBILITY = SET.add(0x81, "mobility");

    /** Do not disturb. */
    public static final ButtonType DO_NOT_DISTURB = SET.add(0x82, "do not disturb");

    /** Conference list. */
    public static final ButtonType CONFERENCE_LIST = SET.add(0x83, "conference list");

    /** Remove last participant. */
    public static final ButtonType REMOVE_LAST_PARTICIPANT = SET.add(0x84, "remove last participant");

    /** Quality report. */
    public static final ButtonType QUALITY_REPORT = SET.add(0x85, "quality report");

    /** Call back. */
    public static final ButtonType CALL_BACK = SET.add(0x86, "call back");

    /** Other pickup. */
    public static final ButtonType OTHER_PICKUP = SET.add(0x87, "other pickup");

    /** Video mode. */
    public static final ButtonType VIDEO_MODE = SET.add(0x88, "video mode");

    /** New call. */
    public static final ButtonType NEW_CALL = SET.add(0x89, "new call");

    /** End call. */
    public static final ButtonType END_CALL = SET.add(0x8A, "end call");

    /** Hunt-group log in/out. */
    public static final ButtonType HUNT_GROUP_LOG_IN_OUT = SET.add(0x8B, "hunt-group log in/out");

    /** Queuing. */
    public static final ButtonType QUEUING = SET.add(0x8F, "queuing");

    /** Test E / parking lot. */
    public static final ButtonType TEST_E = SET.add(0xC0, "test E / parking lot");

    /** Test F. */
    public static final ButtonType TEST_F = SET.add(0xC1, "test F");

    /** Messages key. */
    public static final ButtonType MESSAGES_KEY = SET.add(0xC2, "messages key");

    /** Directory key. */
    public static final ButtonType DIRECTORY_KEY = SET.add(0xC3, "directory key");

    /** Test I. */
    public static final ButtonType TEST_I = SET.add(0xC4, "test I");

    /** Application key. */
    public static final ButtonType APPLICATION_KEY = SET.add(0xC5, "application key");

    /** Headset key. */
    public static final ButtonType HEADSET_KEY = SET.add(0xC6, "headset key");

    /** Keypad. */
    public static final ButtonType KEYPAD = SET.add(0xF0, "keypad");

    /** AEC. */
    public static final ButtonType AEC = SET.add(0xFD, "AEC");

    /** Undefined / empty slot. */
    public static final ButtonType UNDEFINED = SET.add(0xFF, "undefined / empty slot");

    /** The member with this number, known or not. */
    public static ButtonType of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<ButtonType> named() {
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
