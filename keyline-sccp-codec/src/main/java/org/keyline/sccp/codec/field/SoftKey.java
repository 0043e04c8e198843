package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * What a softkey does (SoftKeyTemplateRes, SoftKeyEvent). Numbers above 18 are the server's own choice.
 *
 * @param number the number on the wire
 */
public record SoftKey(int number) implements CodePoint {
    private static final OpenSet<SoftKey> SET = new OpenSet<>(SoftKey::new);

    /** Redial. */
    public static final SoftKey REDIAL = SET.add(1, "Redial");

    /** NewCall. */
    public static final SoftKey NEW_CALL = SET.add(2, "NewCall");

    /** Hold. */
    public static final SoftKey HOLD = SET.add(3, "Hold");

    /** Trnsfer. */
    public static final SoftKey TRANSFER = SET.add(4, "Trnsfer");

    /** CFwdAll. */
    public static final SoftKey CFWD_ALL = SET.add(5, "CFwdAll");

    /** CFwdBusy. */
    public static final SoftKey CFWD_BUSY = SET.add(6, "CFwdBusy");

    /** CFwdNoAnswer. */
    public static final SoftKey CFWD_NO_ANSWER = SET.add(7, "CFwdNoAnswer");

    /** <<. */
    public static final SoftKey BACKSPACE = SET.add(8, "<<");

    /** EndCall. */
    public static final SoftKey END_CALL = SET.add(9, "EndCall");

    /** Resume. */
    public static final SoftKey RESUME = SET.add(10, "Resume");

    /** Answer. */
    public static final SoftKey ANSWER = SET.add(11, "Answer");

    /** Info. */
    public static final SoftKey INFO = SET.add(12, "Info");

    /** Confrn. */
    public static final SoftKey CONFERENCE = SET.add(13, "Confrn");

    /** Park. */
    public static final SoftKey PARK = SET.add(14, "Park");

    /** Join. */
    public static final SoftKey JOIN = SET.add(15, "Join");

    /** MeetMe. */
    public static final SoftKey MEET_ME = SET.add(16, "MeetMe");

    /** PickUp. */
    public static final SoftKey PICK_UP = SET.add(17, "PickUp");

    /** GPickUp. */
    public static final SoftKey GROUP_PICK_UP = SET.add(18, "GPickUp");

    /** RmLstC. */
    public static final SoftKey REMOVE_LAST = SET.add(19, "RmLstC");

    /** CallBack. */
    public static final SoftKey CALL_BACK = SET.add(20, "CallBack");

    /** Barge. */
    public static final SoftKey BARGE = SET.add(21, "Barge");

    /** DirTrfr. */
    public static final SoftKey DIRECT_TRANSFER = SET.add(28, "DirTrfr");

    /** Select. */
    public static final SoftKey SELECT = SET.add(29, "Select");

    /** ConfList. */
    public static final SoftKey CONFERENCE_LIST = SET.add(30, "ConfList");

    /** VidMode. */
    public static final SoftKey VIDEO_MODE = SET.add(33, "VidMode");

    /** The member with this number, known or not. */
    public static SoftKey of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<SoftKey> named() {
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
