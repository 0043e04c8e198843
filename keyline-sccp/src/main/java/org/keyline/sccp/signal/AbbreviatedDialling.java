package org.keyline.sccp.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.message.StationKey;

/**
 * Abbreviated dialling at one phone: the index of a speed dial, one or two digits, before or after the key AbbrDial. An
 * index of one digit after the key ends with the key once more or with {@code #}. What the user pressed becomes what
 * would have had the same effect: a speed-dial button. Belongs to the connection's event loop.
 */
public final class AbbreviatedDialling {
    private static final int INDEX_DIGITS = 2;
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,2}");

    /** Longer ones are no index whatever is erased of them. */
    private static final int LONGEST_NUMBER = 64;

    private final StringBuilder digits = new StringBuilder();
    private boolean isAsked;

    /** The keys that count in place of the one pressed. */
    public List<StationKey> keys(StationKey pressed) {
        return switch (pressed) {
            case StationKey.SoftKeyEvent event when isKey(event, PhoneSoftkey.ABBREVIATED_DIAL) -> abbreviate(event);
            case StationKey.SoftKeyEvent event when isKey(event, PhoneSoftkey.BACKSPACE) -> erase(event);
            case StationKey.KeypadButton button -> isAsked ? index(button) : dialled(button);
            case StationKey.EnblocCall call when isAsked -> index(call);
            case StationKey.HeadsetStatus _, StationKey.MediaPathEvent _ -> List.of(pressed);
            default -> {
                forget();
                yield List.of(pressed);
            }
        };
    }

    private static boolean isKey(StationKey.SoftKeyEvent event, PhoneSoftkey key) {
        return event.softKey().number() == key.event();
    }

    private List<StationKey> abbreviate(StationKey.SoftKeyEvent event) {
        if (isAsked) {
            return speedDial();
        }
        if (digits.isEmpty()) {
            isAsked = true;
            return List.of();
        }
        if (!INDEX.matcher(digits).matches()) {
            return List.of();
        }
        var keys = new ArrayList<StationKey>();
        for (var i = 0; i < digits.length(); i++) {
            keys.add(new StationKey.SoftKeyEvent(SoftKey.BACKSPACE, event.lineInstance(), event.callReference()));
        }
        keys.addAll(speedDial());
        return keys;
    }

    private List<StationKey> erase(StationKey.SoftKeyEvent event) {
        digits.setLength(Math.max(0, digits.length() - 1));
        return isAsked ? List.of() : List.of(event);
    }

    /** A digit of a number, or of an index whose key is still to come. */
    private List<StationKey> dialled(StationKey.KeypadButton button) {
        if (button.button().isKnown() && digits.length() < LONGEST_NUMBER) {
            digits.append(button.button().character());
        }
        return List.of(button);
    }

    private List<StationKey> index(StationKey.KeypadButton button) {
        if (isDigit(button)) {
            digits.append(button.button().character());
            return digits.length() < INDEX_DIGITS ? List.of() : speedDial();
        }
        return button.button().isKnown() && button.button().character() == '#' ? speedDial() : List.of();
    }

    /** An index dialled on hook. */
    private List<StationKey> index(StationKey.EnblocCall call) {
        if (!INDEX.matcher(call.calledParty()).matches()) {
            forget();
            return List.of(call);
        }
        digits.setLength(0);
        digits.append(call.calledParty());
        return speedDial();
    }

    private static boolean isDigit(StationKey.KeypadButton button) {
        return button.button().isKnown() && isDigit(button.button().character());
    }

    private static boolean isDigit(char key) {
        return key >= '0' && key <= '9';
    }

    private List<StationKey> speedDial() {
        int index = digits.isEmpty() ? 0 : Integer.parseInt(digits.toString());
        forget();
        return index == 0 ? List.of() : List.of(new StationKey.Stimulus(ButtonType.SPEED_DIAL, index, 0, 0));
    }

    private void forget() {
        digits.setLength(0);
        isAsked = false;
    }
}
