package org.keyline.sccp.station;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.keyline.model.device.ButtonLayouts;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.ExpansionModule;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate.Button;
import org.keyline.sccp.codec.message.ServerConfiguration.FeatureStat;
import org.keyline.sccp.codec.message.ServerConfiguration.FeatureStatDynamic;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.codec.message.StationKey;

/**
 * Which button of a phone is what, as its template says: lines, speed dials and services take their buttons in order; a
 * button whose line, number or function is not there shows nothing; some models have keys with a meaning of their own.
 * Buttons of expansion modules follow the phone's. Speed dials that find no button follow after the last one: phones
 * dial them as abbreviated numbers.
 *
 * <p>Phones ask for features and busy lamps by one number alone, so these are numbered together.
 */
public final class ButtonPlan {
    private static final int WITHOUT_MODULES = 42;

    /** The fixed keys that are numbered by their position. */
    private static final int FIRST_NUMBERED_KEY = ButtonType.MESSAGES_KEY.number();

    private final Phone phone;
    private final boolean busyLamps;
    private final Queue<LineAppearance> lines;
    private final Queue<SpeedDial> dials;
    private final Queue<SpeedDial> watching;
    private int services;
    private final Map<Integer, Feature> features = new HashMap<>();
    private final List<Button> buttons = new ArrayList<>();

    /**
     * A button that the phone asks for as a feature.
     *
     * @param type what it is
     * @param label the text beside it
     * @param dial what it dials, for a busy lamp
     */
    public record Feature(ButtonType type, String label, Optional<SpeedDial> dial) {
        /** A feature that is not there. */
        static final Feature NONE = new Feature(ButtonType.FEATURE, "", Optional.empty());

        /**
         * The message that shows its state.
         *
         * @param dynamic whether the phone takes the newer form
         */
        public ServerMessage status(int index, int status, boolean dynamic) {
            return dynamic
                    ? new FeatureStatDynamic(index, type, status, label)
                    : new FeatureStat(index, type, label, status);
        }
    }

    private ButtonPlan(Phone phone, boolean busyLamps) {
        this.phone = phone;
        this.busyLamps = busyLamps;
        lines = new ArrayDeque<>(phone.lines());
        var inOrder = phone.speedDials().stream()
                .sorted(Comparator.comparingInt(SpeedDial::instance))
                .toList();
        dials = new ArrayDeque<>(
                inOrder.stream().filter(dial -> !isWatching(dial)).toList());
        watching = new ArrayDeque<>(inOrder.stream().filter(this::isWatching).toList());
    }

    /** Where the phone has no busy lamps it has a plain speed dial instead. */
    private boolean isWatching(SpeedDial dial) {
        return busyLamps && dial.watches().isPresent();
    }

    /**
     * The plan of a phone.
     *
     * @param busyLamps whether it has buttons that show whether a line is in use
     */
    public static ButtonPlan of(Phone phone, ButtonTemplate template, boolean busyLamps) {
        var plan = new ButtonPlan(phone, busyLamps);
        plan.fill(template);
        return plan;
    }

    private void fill(ButtonTemplate template) {
        int own = ButtonLayouts.of(phone.model()).size();
        var modules = phone.keys().modules();
        int all = Math.min(
                ButtonLayouts.MOST,
                own + modules.stream().mapToInt(ExpansionModule::buttons).sum());
        var wanted = template.buttons();
        for (int position = 1; position <= all; position++) {
            var button = position <= wanted.size()
                    ? wanted.get(position - 1)
                    : new ButtonTemplate.Button(ButtonFunction.NEXT, "");
            buttons.add(button(button, position));
        }
        int slots = modules.isEmpty() ? WITHOUT_MODULES : ButtonLayouts.MOST;
        while (!dials.isEmpty() && buttons.size() < slots) {
            buttons.add(nextDial());
        }
    }

    private Button button(ButtonTemplate.Button wanted, int position) {
        return switch (wanted.function()) {
            case LINE -> lines.isEmpty() ? Button.UNUSED : nextLine();
            case SPEED_DIAL -> dials.isEmpty() ? Button.UNUSED : nextDial();
            case SERVICE_URL -> nextService();
            case BLF_SPEED_DIAL -> watching.isEmpty() ? nextWithoutLamps() : nextLamp();
            case NEXT -> next();
            case NONE -> Button.UNUSED;
            default -> key(wanted, position);
        };
    }

    private Button next() {
        if (!lines.isEmpty()) {
            return nextLine();
        }
        if (!dials.isEmpty()) {
            return nextDial();
        }
        return watching.isEmpty() ? Button.UNUSED : nextLamp();
    }

    private Button nextWithoutLamps() {
        return busyLamps || dials.isEmpty() ? Button.UNUSED : nextDial();
    }

    private Button nextLine() {
        return new Button(lines.remove().instance().number(), ButtonType.LINE);
    }

    private Button nextDial() {
        return new Button(dials.remove().instance(), ButtonType.SPEED_DIAL);
    }

    private Button nextService() {
        return services < phone.subscription().services().size()
                ? new Button(++services, ButtonType.SERVICE_URL)
                : Button.UNUSED;
    }

    private Button nextLamp() {
        var dial = watching.remove();
        var label = dial.label().isEmpty() ? dial.digits() : dial.label();
        return feature(new Feature(ButtonType.BLF_SPEED_DIAL, label, Optional.of(dial)));
    }

    private Button feature(Feature feature) {
        features.put(features.size() + 1, feature);
        return new Button(features.size(), feature.type());
    }

    /** A key of the model is there whatever it does; a feature on a free button only once it does something. */
    private Button key(ButtonTemplate.Button wanted, int position) {
        var type = ButtonType.of(wanted.function().number());
        if (ButtonLayouts.isFixed(phone.model(), position)) {
            return new Button(type.number() >= FIRST_NUMBERED_KEY ? position : 1, type);
        }
        var softkey = wanted.function().softkey().filter(SoftkeyFunctions::works);
        return softkey.isEmpty()
                ? Button.UNUSED
                : feature(new Feature(type, label(wanted, softkey.get()), Optional.empty()));
    }

    private static String label(ButtonTemplate.Button wanted, PhoneSoftkey softkey) {
        return wanted.label().isEmpty() ? softkey.title() : wanted.label();
    }

    /** All buttons. */
    public org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate template() {
        return new org.keyline.sccp.codec.message.ServerConfiguration.ButtonTemplate(buttons);
    }

    /** Every feature and busy lamp by its number. */
    public Map<Integer, Feature> features() {
        return Collections.unmodifiableMap(features);
    }

    /** The feature or busy lamp of this number. */
    public Optional<Feature> feature(int index) {
        return Optional.ofNullable(features.get(index));
    }

    /** What was pressed, with the speed dial in place of its busy lamp. */
    public StationKey plain(StationKey pressed) {
        return pressed instanceof StationKey.Stimulus stimulus
                        && stimulus.stimulus().equals(ButtonType.BLF_SPEED_DIAL)
                ? feature(stimulus.stimulusInstance())
                        .flatMap(Feature::dial)
                        .<StationKey>map(dial -> new StationKey.Stimulus(
                                ButtonType.SPEED_DIAL,
                                dial.instance(),
                                stimulus.callReference(),
                                stimulus.stimulusStatus()))
                        .orElse(pressed)
                : pressed;
    }
}
