package org.keyline.lab.phone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.browser.PushedPage;
import org.keyline.lab.phone.CallPlane.ShownKeys;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallHistory;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerConfiguration;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMessage;

/**
 * What a person in front of the phone sees and hears, made from the server's messages alone.
 *
 * <p>Not safe for use by several threads; {@link Watch} guards it.
 */
public final class PhoneState {
    private final Map<Integer, CallPlane> planes = new LinkedHashMap<>();
    private final Map<Lamp, LampMode> lamps = new LinkedHashMap<>();
    private final Map<Integer, String> notifications = new TreeMap<>();
    private final Map<Integer, LineLabel> lines = new TreeMap<>();
    private final Map<Integer, CallHistory> dispositions = new LinkedHashMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final Softkeys softkeys = new Softkeys();
    private final PushedPage pushed = new PushedPage();
    private final Set<Integer> marked = new LinkedHashSet<>();
    private List<ServerConfiguration.ButtonTemplate.Button> buttons = List.of();
    private final Map<ServerConfiguration.ButtonTemplate.Button, String> labels = new LinkedHashMap<>();
    private final Map<ServerConfiguration.ButtonTemplate.Button, Integer> statuses = new LinkedHashMap<>();
    private final Map<Integer, String> services = new LinkedHashMap<>();
    private ShownKeys idleKeys = new ShownKeys(SoftKeySet.ON_HOOK, 0);
    private String idlePrompt = "";
    private String notify = "";
    private RingMode ringer = RingMode.OFF;
    private int rangOnce;
    private OnOff speaker = OnOff.OFF;
    private @Nullable Tone tone;
    private int toneReference;
    private String lastDialed = "";
    private int selected;

    /**
     * A lamp.
     *
     * @param button what it belongs to
     * @param instance which one of its kind
     */
    public record Lamp(ButtonType button, int instance) {}

    /**
     * A line button.
     *
     * @param number its directory number
     * @param label the text beside it
     */
    public record LineLabel(String number, String label) {}

    /** Shows or sounds what the message says. */
    void apply(ServerMessage message) {
        switch (message) {
            case ServerCall call -> apply(call);
            case ServerAudio audio -> apply(audio);
            case ServerDisplay display -> apply(display);
            case ServerData data -> pushed.apply(data);
            case ServerConfiguration configuration -> apply(configuration);
            default -> {
                // Everything else neither shows nor sounds.
            }
        }
    }

    private void apply(ServerCall message) {
        switch (message) {
            case ServerCall.CallStateMessage state -> callState(state);
            case ServerCall.CallInfo info ->
                change(info.lineInstance(), info.callReference(), plane -> plane.between(CallParties.of(info)));
            case ServerCall.CallInfoDynamic info ->
                change(info.lineInstance(), info.callReference(), plane -> plane.between(CallParties.of(info)));
            case ServerCall.SelectSoftKeys keys -> selectSoftKeys(keys);
            case ServerCall.DialedNumber number -> lastDialed = number.dialedNumber();
            case ServerCall.CallHistoryDisposition entry ->
                dispositions.put(entry.callReference(), entry.disposition());
            case ServerCall.CallSelectStat mark -> mark(mark);
            case ServerCall.ActivateCallPlane _,
                    ServerCall.DeactivateCallPlane _,
                    ServerCall.BackSpaceRes _,
                    ServerCall.SubscriptionStat _,
                    ServerCall.Notification _,
                    ServerCall.RecordingStatus _ -> {
                // No test looks at these yet; the message log keeps them.
            }
        }
    }

    private void mark(ServerCall.CallSelectStat mark) {
        if (mark.selected() == 1) {
            marked.add(mark.callReference());
        } else {
            marked.remove(mark.callReference());
        }
    }

    private void callState(ServerCall.CallStateMessage message) {
        if (message.state() == CallState.ON_HOOK) {
            close(message.callReference());
            return;
        }
        change(message.lineInstance(), message.callReference(), plane -> plane.in(message.state()));
        if (takesFocus(message.state(), message.callReference())) {
            selected = message.callReference();
        }
    }

    /** A call the user acts on is selected; one that only rings is selected if there is no other. */
    private boolean takesFocus(CallState state, int reference) {
        return state == CallState.OFF_HOOK
                || state == CallState.CONNECTED
                || (planes.size() == 1 && planes.containsKey(reference));
    }

    private void close(int reference) {
        var plane = planes.remove(reference);
        marked.remove(reference);
        if (plane != null) {
            remember(plane);
        }
        if (toneReference == reference) {
            tone = null;
        }
        if (selected == reference) {
            selected = planes.keySet().stream().findFirst().orElse(0);
        }
    }

    private void remember(CallPlane plane) {
        var told = dispositions.remove(plane.reference());
        var elsewhere = plane.state() == CallState.CALL_REMOTE_MULTILINE;
        if (plane.parties().isEmpty() || elsewhere || CallHistory.IGNORE.equals(told)) {
            return;
        }
        var parties = plane.parties().get();
        var kind = parties.isInbound()
                ? plane.answered() ? HistoryEntry.Kind.RECEIVED : HistoryEntry.Kind.MISSED
                : HistoryEntry.Kind.PLACED;
        history.add(new HistoryEntry(kind, parties.other(), parties.otherName()));
    }

    private void selectSoftKeys(ServerCall.SelectSoftKeys keys) {
        var shown = new ShownKeys(keys.softKeySet(), keys.validKeyMask());
        if (keys.callReference() == 0) {
            idleKeys = shown;
        } else {
            change(keys.lineInstance(), keys.callReference(), plane -> plane.showing(shown));
        }
    }

    private void apply(ServerAudio message) {
        switch (message) {
            case ServerAudio.StartTone start -> {
                tone = start.tone().equals(Tone.SILENCE) ? null : start.tone();
                toneReference = start.callReference();
            }
            case ServerAudio.StopTone _ -> tone = null;
            case ServerAudio.SetRinger ring -> {
                if (ring.ringDuration().equals(RingDuration.SINGLE)) {
                    rangOnce++;
                } else {
                    ringer = ring.ringMode();
                }
            }
            case ServerAudio.SetLamp lamp ->
                lamps.put(new Lamp(lamp.stimulus(), lamp.stimulusInstance()), lamp.lampMode());
            case ServerAudio.SetSpeakerMode mode -> speaker = mode.speaker();
            case ServerAudio.SetMicroMode _, ServerAudio.SetHookFlashDetect _ -> {
                // The lab's microphone is always open and its hook never flashes.
            }
        }
    }

    private void apply(ServerDisplay message) {
        switch (message) {
            case ServerDisplay.DisplayPromptStatus prompt ->
                prompt(
                        prompt.lineInstance(),
                        prompt.callReference(),
                        prompt.prompt().readable());
            case ServerDisplay.DisplayDynamicPromptStatus prompt ->
                prompt(
                        prompt.lineInstance(),
                        prompt.callReference(),
                        prompt.prompt().readable());
            case ServerDisplay.ClearPromptStatus clear -> prompt(clear.lineInstance(), clear.callReference(), "");
            case ServerDisplay.DisplayNotify shown -> notify = shown.text().readable();
            case ServerDisplay.DisplayDynamicNotify shown ->
                notify = shown.text().readable();
            case ServerDisplay.ClearNotify _ -> notify = "";
            case ServerDisplay.DisplayPriNotify shown ->
                notifications.put(shown.priority().number(), shown.text().readable());
            case ServerDisplay.DisplayDynamicPriNotify shown ->
                notifications.put(shown.priority().number(), shown.text().readable());
            case ServerDisplay.ClearPriNotify clear ->
                notifications.remove(clear.priority().number());
            case ServerDisplay.DisplayTextMessage text ->
                idlePrompt = text.text().readable();
            case ServerDisplay.ClearDisplay _ -> idlePrompt = "";
        }
    }

    private void prompt(int line, int reference, String text) {
        if (reference == 0) {
            idlePrompt = text;
        } else if (!text.isEmpty() || planes.containsKey(reference)) {
            change(line, reference, plane -> plane.prompting(text));
        }
    }

    private void apply(ServerConfiguration message) {
        switch (message) {
            case ServerConfiguration.LineStat line ->
                lines.put(line.lineInstance(), new LineLabel(line.directoryNumber(), line.textLabel()));
            case ServerConfiguration.LineStatDynamic line ->
                lines.put(line.lineInstance(), new LineLabel(line.directoryNumber(), line.textLabel()));
            case ServerConfiguration.ButtonTemplate template -> buttons = template.buttons();
            case ServerConfiguration.SpeedDialStat dial ->
                label(ButtonType.SPEED_DIAL, dial.speedDialNumber(), dial.displayName());
            case ServerConfiguration.SpeedDialStatDynamic dial ->
                label(ButtonType.SPEED_DIAL, dial.speedDialNumber(), dial.displayName());
            case ServerConfiguration.ServiceUrlStat service ->
                service(service.serviceUrlIndex(), service.url(), service.displayName());
            case ServerConfiguration.ServiceUrlStatDynamic service ->
                service(service.serviceUrlIndex(), service.url(), service.displayName());
            case ServerConfiguration.FeatureStat feature ->
                feature(feature.featureId(), feature.featureIndex(), feature.textLabel(), feature.status());
            case ServerConfiguration.FeatureStatDynamic feature ->
                feature(feature.featureId(), feature.featureIndex(), feature.textLabel(), feature.status());
            case ServerConfiguration.SoftKeyTemplateRes template -> softkeys.template(template);
            case ServerConfiguration.SoftKeySetRes sets -> softkeys.sets(sets);
            default -> {
                // Forwarding and the clock are kept in the message log only.
            }
        }
    }

    private void feature(ButtonType type, int instance, String text, int status) {
        label(type, instance, text);
        statuses.put(new ServerConfiguration.ButtonTemplate.Button(instance, type), status);
    }

    private void label(ButtonType type, int instance, String text) {
        labels.put(new ServerConfiguration.ButtonTemplate.Button(instance, type), text);
    }

    private void change(int line, int reference, java.util.function.UnaryOperator<CallPlane> how) {
        if (reference != 0) {
            planes.put(reference, how.apply(planes.getOrDefault(reference, CallPlane.opened(line, reference))));
        }
    }

    /** Forgets everything the server said: the phone starts again. The history stays. */
    void clear() {
        planes.clear();
        lamps.clear();
        notifications.clear();
        lines.clear();
        labels.clear();
        statuses.clear();
        services.clear();
        pushed.clear();
        marked.clear();
        idlePrompt = "";
        notify = "";
        ringer = RingMode.OFF;
        speaker = OnOff.OFF;
        tone = null;
        selected = 0;
    }

    /** How many calls have the tick of the Select key. */
    public int marks() {
        return marked.size();
    }

    /** The page the server pushed. */
    public PushedPage pushed() {
        return pushed;
    }

    /** The calls on the display, oldest first. */
    public List<CallPlane> planes() {
        return List.copyOf(planes.values());
    }

    /** The call with that reference. */
    public Optional<CallPlane> plane(int reference) {
        return Optional.ofNullable(planes.get(reference));
    }

    /** The call the softkeys act on. */
    public Optional<CallPlane> selected() {
        return plane(selected);
    }

    /** The newest call in that state. */
    public Optional<CallPlane> in(CallState state) {
        return planes.values().stream().filter(plane -> plane.state() == state).reduce((_, newer) -> newer);
    }

    /** Moves the selection, as a user does with the navigation key. */
    void select(int reference) {
        selected = reference;
    }

    /** The labels of the softkeys shown now, for the selected call or for the idle phone. */
    public List<String> softkeys() {
        return softkeys.labels(shownKeys());
    }

    /** The event of a softkey shown now. */
    public Optional<SoftKey> softkey(String label) {
        return softkeys.event(shownKeys(), label);
    }

    private ShownKeys shownKeys() {
        return selected().map(CallPlane::keys).orElse(idleKeys);
    }

    /** The text at the bottom of the idle phone. */
    public String idlePrompt() {
        return idlePrompt;
    }

    /** The prompt of the selected call, or of the idle phone. */
    public String prompt() {
        return selected().map(CallPlane::prompt).orElse(idlePrompt);
    }

    /** The notification with the highest priority, or the device's own; empty if none. */
    public String notification() {
        return notifications.values().stream().reduce((_, higher) -> higher).orElse(notify);
    }

    /** The tone in the user's ear. */
    public Optional<Tone> tone() {
        return Optional.ofNullable(tone);
    }

    /** How often the phone rang once. */
    public int rangOnce() {
        return rangOnce;
    }

    /** How the phone rings. */
    public RingMode ringer() {
        return ringer;
    }

    /** Whether the phone was switched to its loudspeaker. */
    public boolean isSpeakerOn() {
        return speaker == OnOff.ON;
    }

    /** A lamp's state. */
    public LampMode lamp(ButtonType button, int instance) {
        return lamps.getOrDefault(new Lamp(button, instance), LampMode.OFF);
    }

    /** The line buttons, by instance. */
    public Map<Integer, LineLabel> lines() {
        return Map.copyOf(lines);
    }

    /** The buttons of the template, in order. */
    public List<ServerConfiguration.ButtonTemplate.Button> buttons() {
        return buttons;
    }

    /** The text beside the button at this position, from 1; empty where there is none. */
    public String buttonText(int position) {
        if (position > buttons.size()) {
            return "";
        }
        var button = buttons.get(position - 1);
        return button.type().equals(ButtonType.LINE)
                ? Optional.ofNullable(lines.get(button.instance()))
                        .map(LineLabel::label)
                        .orElse("")
                : labels.getOrDefault(button, "");
    }

    private void service(int instance, String url, String name) {
        label(ButtonType.SERVICE_URL, instance, name);
        services.put(instance, url);
    }

    /** What a service button opens; empty where there is none or nothing is behind it. */
    public Optional<String> service(int instance) {
        return Optional.ofNullable(services.get(instance)).filter(url -> !url.isEmpty());
    }

    /** The state of the feature or busy lamp at that position, counted from 1; 0 where none was told. */
    public int buttonStatus(int position) {
        return position > buttons.size() ? 0 : statuses.getOrDefault(buttons.get(position - 1), 0);
    }

    /** Calls that are over, oldest first. */
    public List<HistoryEntry> history() {
        return List.copyOf(history);
    }

    /** What Redial would dial. */
    public String lastDialed() {
        return lastDialed;
    }

    /** The display and the sounds as text, for people who read a failed test. */
    public String screen() {
        var text = new StringBuilder();
        text.append("lines ")
                .append(lines.values().stream().map(LineLabel::number).toList());
        text.append(", ringer ").append(ringer).append(", tone ").append(tone == null ? "none" : tone);
        text.append(", speaker ").append(speaker).append('\n');
        planes.values()
                .forEach(plane -> text.append(plane.reference() == selected ? " * " : "   ")
                        .append(plane)
                        .append('\n'));
        text.append("   prompt \"")
                .append(prompt())
                .append("\", notification \"")
                .append(notification());
        text.append("\", softkeys ").append(softkeys());
        return text.toString();
    }
}
