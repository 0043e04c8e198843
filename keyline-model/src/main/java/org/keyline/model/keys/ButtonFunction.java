package org.keyline.model.keys;

import java.util.Optional;

/**
 * What a button of a phone does: its number on the wire (SCCP sheet 5.4), the softkey that means the same, and whether
 * it may be put on a button of a template. The others belong to keys with a meaning of their own.
 */
public enum ButtonFunction {
    /** The next line that has no button yet; without one, the next speed dial. */
    NEXT(0xFF, true),
    LINE(0x09, true),
    SPEED_DIAL(0x02, true),
    BLF_SPEED_DIAL(0x15, true),
    /** The next service the phone is subscribed to. */
    SERVICE_URL(0x14, true),
    PRIVACY(0x13, PhoneSoftkey.PRIVATE),
    REDIAL(0x01, PhoneSoftkey.REDIAL),
    HOLD(0x03, PhoneSoftkey.HOLD),
    TRANSFER(0x04, PhoneSoftkey.TRANSFER),
    FORWARD_ALL(0x05, PhoneSoftkey.FORWARD_ALL),
    ANSWER_RELEASE(0x10, PhoneSoftkey.ANSWER),
    MALICIOUS_CALL(0x1B, PhoneSoftkey.MALICIOUS_CALL),
    MEET_ME(0x7B, PhoneSoftkey.MEET_ME),
    CONFERENCE(0x7D, PhoneSoftkey.CONFERENCE),
    PARK(0x7E, PhoneSoftkey.PARK),
    PICK_UP(0x7F, PhoneSoftkey.PICK_UP),
    GROUP_PICK_UP(0x80, PhoneSoftkey.GROUP_PICK_UP),
    MOBILITY(0x81, PhoneSoftkey.MOBILITY),
    DO_NOT_DISTURB(0x82, PhoneSoftkey.DO_NOT_DISTURB),
    CONFERENCE_LIST(0x83, PhoneSoftkey.CONFERENCE_LIST),
    REMOVE_LAST(0x84, PhoneSoftkey.REMOVE_LAST),
    QUALITY_REPORT(0x85, PhoneSoftkey.QUALITY_REPORT),
    CALL_BACK(0x86, PhoneSoftkey.CALL_BACK),
    OTHER_PICK_UP(0x87, PhoneSoftkey.OTHER_PICK_UP),
    VIDEO_MODE(0x88, PhoneSoftkey.VIDEO_MODE),
    NEW_CALL(0x89, PhoneSoftkey.NEW_CALL),
    END_CALL(0x8A, PhoneSoftkey.END_CALL),
    HUNT_GROUP_LOG(0x8B, PhoneSoftkey.HUNT_GROUP_LOG),
    /** A button that shows nothing. */
    NONE(0xFF, true),
    DISPLAY(0x08, false),
    VOICE_MAIL(0x0F, false),
    MESSAGES_KEY(0xC2, false),
    DIRECTORY_KEY(0xC3, false),
    APPLICATION_KEY(0xC5, false),
    HEADSET_KEY(0xC6, false);

    private final int number;
    private final boolean offered;
    private final Optional<PhoneSoftkey> softkey;

    ButtonFunction(int number, boolean offered) {
        this.number = number;
        this.offered = offered;
        this.softkey = Optional.empty();
    }

    ButtonFunction(int number, PhoneSoftkey softkey) {
        this.number = number;
        this.offered = true;
        this.softkey = Optional.of(softkey);
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** Whether an administrator may put it on a button. */
    public boolean isOffered() {
        return offered;
    }

    /** The softkey that means the same, for buttons of features. */
    public Optional<PhoneSoftkey> softkey() {
        return softkey;
    }

    /** Whether the button shows a text of its own beside it, which the phone asks for. */
    public boolean isFeature() {
        return softkey.isPresent();
    }
}
