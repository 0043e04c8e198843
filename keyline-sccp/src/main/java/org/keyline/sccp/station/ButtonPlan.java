package org.keyline.sccp.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyline.model.device.Phone;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate;
import org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate.Button;

/**
 * Which button of a phone is what (ButtonTemplate). Free buttons carry the phone's lines, then its speed dials; some
 * models have buttons with a meaning of their own. Speed dials that find no button follow after the last one: phones
 * dial them as abbreviated numbers.
 */
public final class ButtonPlan {
    private static final int SLOTS = 42;

    /** A free button in a layout of fixed ones. */
    private static final ButtonType FREE = ButtonType.UNDEFINED;

    private static final List<ButtonType> LINE_AND_HOLD = layout(0, ButtonType.LINE, ButtonType.HOLD);

    private static final List<ButtonType> CONFERENCE_TO_REDIAL =
            List.of(ButtonType.CONFERENCE, ButtonType.HOLD, ButtonType.TRANSFER, ButtonType.LAST_NUMBER_REDIAL);

    private static final List<ButtonType> OFFICE_KEYS = List.of(
            ButtonType.LINE,
            ButtonType.HOLD,
            ButtonType.TRANSFER,
            ButtonType.DISPLAY,
            ButtonType.VOICE_MAIL,
            ButtonType.CONFERENCE,
            ButtonType.FORWARD_ALL);

    private static final Map<DeviceType, List<ButtonType>> FIXED = Map.ofEntries(
            Map.entry(DeviceType.CISCO_7905G, speedDials(LINE_AND_HOLD, 9)),
            Map.entry(DeviceType.CISCO_7906G, speedDials(LINE_AND_HOLD, 9)),
            Map.entry(DeviceType.CISCO_7911G, speedDials(LINE_AND_HOLD, 9)),
            Map.entry(DeviceType.CISCO_7912G, speedDials(LINE_AND_HOLD, 9)),
            Map.entry(DeviceType.CISCO_7910, redialLast(speedDials(OFFICE_KEYS, 2))),
            Map.entry(DeviceType.CISCO_7902, redialLast(speedDials(OFFICE_KEYS, 4))),
            Map.entry(DeviceType.CISCO_8941, join(layout(10), CONFERENCE_TO_REDIAL)),
            Map.entry(DeviceType.CISCO_8945, join(layout(10), CONFERENCE_TO_REDIAL)),
            Map.entry(
                    DeviceType.CISCO_7931G,
                    layout(
                            20,
                            ButtonType.MESSAGES_KEY,
                            ButtonType.DIRECTORY_KEY,
                            ButtonType.HEADSET_KEY,
                            ButtonType.APPLICATION_KEY)),
            Map.entry(DeviceType.CISCO_6921, speedDials(layout(2), 6)),
            Map.entry(DeviceType.ATA_186, speedDials(List.of(ButtonType.LINE), 4)),
            Map.entry(DeviceType.ATA_188, speedDials(List.of(ButtonType.LINE), 4)));

    private final int lines;
    private final int speedDials;
    private int line;
    private int speedDial;

    private ButtonPlan(Phone phone) {
        lines = phone.lines().size();
        speedDials = phone.speedDials().size();
    }

    /** The template of {@code phone}. */
    public static ButtonTemplate of(Phone phone) {
        var model = phone.model();
        var layout = FIXED.getOrDefault(DeviceType.of(model.deviceType()), layout(Math.min(SLOTS, model.buttons())));
        return new ButtonTemplate(new ButtonPlan(phone).fill(layout));
    }

    private List<Button> fill(List<ButtonType> layout) {
        var buttons = new ArrayList<Button>(SLOTS);
        for (var i = 0; i < layout.size(); i++) {
            buttons.add(button(layout.get(i), i + 1));
        }
        while (speedDial < speedDials && buttons.size() < SLOTS) {
            buttons.add(nextSpeedDial());
        }
        return buttons;
    }

    private Button button(ButtonType type, int position) {
        if (type.equals(FREE)) {
            return free();
        }
        if (type.equals(ButtonType.LINE)) {
            return line < lines ? nextLine() : Button.UNUSED;
        }
        if (type.equals(ButtonType.SPEED_DIAL)) {
            return speedDial < speedDials ? nextSpeedDial() : Button.UNUSED;
        }
        // The 7931 numbers its fixed keys by position; elsewhere a fixed key is the only one of its kind.
        return new Button(type.number() >= ButtonType.MESSAGES_KEY.number() ? position : 1, type);
    }

    private Button free() {
        if (line < lines) {
            return nextLine();
        }
        return speedDial < speedDials ? nextSpeedDial() : Button.UNUSED;
    }

    private Button nextLine() {
        return new Button(++line, ButtonType.LINE);
    }

    private Button nextSpeedDial() {
        return new Button(++speedDial, ButtonType.SPEED_DIAL);
    }

    private static List<ButtonType> layout(int free, ButtonType... fixed) {
        var buttons = new ArrayList<ButtonType>();
        for (var i = 0; i < free; i++) {
            buttons.add(FREE);
        }
        buttons.addAll(List.of(fixed));
        return List.copyOf(buttons);
    }

    private static List<ButtonType> speedDials(List<ButtonType> first, int count) {
        var buttons = new ArrayList<>(first);
        for (var i = 0; i < count; i++) {
            buttons.add(ButtonType.SPEED_DIAL);
        }
        return List.copyOf(buttons);
    }

    private static List<ButtonType> redialLast(List<ButtonType> first) {
        return join(first, List.of(ButtonType.LAST_NUMBER_REDIAL));
    }

    private static List<ButtonType> join(List<ButtonType> first, List<ButtonType> second) {
        var buttons = new ArrayList<>(first);
        buttons.addAll(second);
        return List.copyOf(buttons);
    }
}
