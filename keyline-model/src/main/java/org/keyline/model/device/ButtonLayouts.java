package org.keyline.model.device;

import static org.keyline.model.keys.ButtonFunction.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.keyline.model.keys.ButtonFunction;

/**
 * The buttons of each model in order (SCCP sheet 2.8). {@link ButtonFunction#NEXT} marks those an administrator may
 * give something else; all others are keys that always are what they are, but for speed dials.
 */
public final class ButtonLayouts {
    /** The most buttons of a phone with all its modules. */
    public static final int MOST = 56;

    /** Where a model has more buttons than a template without modules holds. */
    private static final int WITHOUT_MODULES = 42;

    private static final List<ButtonFunction> LINE_AND_HOLD = List.of(LINE, HOLD);

    private static final List<ButtonFunction> OFFICE_KEYS =
            List.of(LINE, HOLD, TRANSFER, DISPLAY, VOICE_MAIL, CONFERENCE, FORWARD_ALL);

    private static final List<ButtonFunction> CONFERENCE_TO_REDIAL = List.of(CONFERENCE, HOLD, TRANSFER, REDIAL);

    private static final Map<String, List<ButtonFunction>> FIXED = Map.ofEntries(
            Map.entry("7905", join(LINE_AND_HOLD, times(9, SPEED_DIAL))),
            Map.entry("7906", join(LINE_AND_HOLD, times(9, SPEED_DIAL))),
            Map.entry("7911", join(LINE_AND_HOLD, times(9, SPEED_DIAL))),
            Map.entry("7912", join(LINE_AND_HOLD, times(9, SPEED_DIAL))),
            Map.entry("7910", join(join(OFFICE_KEYS, times(2, SPEED_DIAL)), List.of(REDIAL))),
            Map.entry("7902", join(join(OFFICE_KEYS, times(4, SPEED_DIAL)), List.of(REDIAL))),
            Map.entry("8941", join(free(10), CONFERENCE_TO_REDIAL)),
            Map.entry("8945", join(free(10), CONFERENCE_TO_REDIAL)),
            Map.entry("7931", join(free(20), List.of(MESSAGES_KEY, DIRECTORY_KEY, HEADSET_KEY, APPLICATION_KEY))),
            Map.entry("6921", join(free(2), times(6, SPEED_DIAL))),
            Map.entry("ATA 186", join(List.of(LINE), times(4, SPEED_DIAL))),
            Map.entry("ATA 188", join(List.of(LINE), times(4, SPEED_DIAL))));

    private ButtonLayouts() {}

    /** The buttons of a model without modules, the first one a line. */
    public static List<ButtonFunction> of(PhoneModel model) {
        var fixed = FIXED.get(model.name());
        return fixed == null ? free(Math.min(WITHOUT_MODULES, model.buttons())) : fixed;
    }

    /** Whether the button at this position, from 1, is a key that always is what it is. */
    public static boolean isFixed(PhoneModel model, int position) {
        var layout = of(model);
        return position <= layout.size()
                && switch (layout.get(position - 1)) {
                    case NEXT, LINE, SPEED_DIAL -> false;
                    default -> true;
                };
    }

    private static List<ButtonFunction> free(int count) {
        return count == 0 ? List.of() : join(List.of(LINE), times(count - 1, NEXT));
    }

    private static List<ButtonFunction> times(int count, ButtonFunction function) {
        return Collections.nCopies(count, function);
    }

    private static List<ButtonFunction> join(List<ButtonFunction> first, List<ButtonFunction> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
