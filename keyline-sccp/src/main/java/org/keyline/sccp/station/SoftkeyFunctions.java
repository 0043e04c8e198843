package org.keyline.sccp.station;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.keys.PhoneSoftkey;

/**
 * Which key of a phone means which of call control's words. A key without one does nothing yet: phones are not shown
 * it. A new word of call control makes {@link #keyOf} incomplete until its key stands here.
 */
public final class SoftkeyFunctions {
    private static final Map<PhoneSoftkey, Softkey> FUNCTIONS = functions();

    /** Keys that the session answers itself. */
    private static final Set<PhoneSoftkey> OWN = EnumSet.of(PhoneSoftkey.ABBREVIATED_DIAL);

    private SoftkeyFunctions() {}

    private static PhoneSoftkey keyOf(Softkey function) {
        return switch (function) {
            case REDIAL -> PhoneSoftkey.REDIAL;
            case NEW_CALL -> PhoneSoftkey.NEW_CALL;
            case HOLD -> PhoneSoftkey.HOLD;
            case RESUME -> PhoneSoftkey.RESUME;
            case END_CALL -> PhoneSoftkey.END_CALL;
            case ANSWER -> PhoneSoftkey.ANSWER;
            case BACKSPACE -> PhoneSoftkey.BACKSPACE;
            case DIAL -> PhoneSoftkey.DIAL;
            case BARGE -> PhoneSoftkey.BARGE;
            case CONFERENCE_BARGE -> PhoneSoftkey.CONFERENCE_BARGE;
            case CONFERENCE -> PhoneSoftkey.CONFERENCE;
            case CONFERENCE_LIST -> PhoneSoftkey.CONFERENCE_LIST;
            case SELECT -> PhoneSoftkey.SELECT;
            case JOIN -> PhoneSoftkey.JOIN;
            case DIRECT_TRANSFER -> PhoneSoftkey.DIRECT_TRANSFER;
            case MEET_ME -> PhoneSoftkey.MEET_ME;
            case REMOVE_LAST -> PhoneSoftkey.REMOVE_LAST;
            case TRANSFER -> PhoneSoftkey.TRANSFER;
            case FORWARD_ALL -> PhoneSoftkey.FORWARD_ALL;
            case PARK -> PhoneSoftkey.PARK;
            case PICK_UP -> PhoneSoftkey.PICK_UP;
            case GROUP_PICK_UP -> PhoneSoftkey.GROUP_PICK_UP;
            case OTHER_PICK_UP -> PhoneSoftkey.OTHER_PICK_UP;
            case DO_NOT_DISTURB -> PhoneSoftkey.DO_NOT_DISTURB;
            case PRIVATE -> PhoneSoftkey.PRIVATE;
            case DIVERT -> PhoneSoftkey.DIVERT;
            case TRANSFER_TO_VOICE_MAIL -> PhoneSoftkey.TRANSFER_TO_VOICE_MAIL;
            case HUNT_LOG -> PhoneSoftkey.HUNT_GROUP_LOG;
            case MALICIOUS_CALL -> PhoneSoftkey.MALICIOUS_CALL;
            case CALL_BACK -> PhoneSoftkey.CALL_BACK;
        };
    }

    private static Map<PhoneSoftkey, Softkey> functions() {
        var functions = new EnumMap<PhoneSoftkey, Softkey>(PhoneSoftkey.class);
        for (var function : Softkey.values()) {
            functions.put(keyOf(function), function);
        }
        return Collections.unmodifiableMap(functions);
    }

    /** What the key means to call control. */
    public static Optional<Softkey> function(PhoneSoftkey key) {
        return Optional.ofNullable(FUNCTIONS.get(key));
    }

    /** What the key with this event number means to call control. */
    public static Optional<Softkey> function(int event) {
        return key(event).flatMap(SoftkeyFunctions::function);
    }

    /** What the button of this number means to call control, for buttons of features. */
    public static Optional<Softkey> functionOfButton(int number) {
        for (var button : ButtonFunction.values()) {
            if (button.number() == number && button.softkey().isPresent()) {
                return button.softkey().flatMap(SoftkeyFunctions::function);
            }
        }
        return Optional.empty();
    }

    /** The key with this event number. */
    public static Optional<PhoneSoftkey> key(int event) {
        for (var key : PhoneSoftkey.values()) {
            if (key.event() == event) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Whether pressing the key does something. */
    public static boolean works(PhoneSoftkey key) {
        return FUNCTIONS.containsKey(key) || OWN.contains(key);
    }
}
