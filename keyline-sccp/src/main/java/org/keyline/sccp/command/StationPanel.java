package org.keyline.sccp.command;

import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.LineInstance;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.security.SecurityClass;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallPrecedence;
import org.keyline.sccp.codec.field.CallPrivacy;
import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.CallType;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.NotifyPriority;
import org.keyline.sccp.codec.field.OnOff;
import org.keyline.sccp.codec.field.RingDuration;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.field.ToneDirection;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerMessage;
import org.keyline.sccp.station.ButtonPlan;
import org.keyline.sccp.station.RegisteredStation;
import org.keyline.sccp.station.SoftkeyPlan;
import org.keyline.sccp.station.StationTraits;

/**
 * One phone's display, keys, lamps, ringer and tones: each method is one message in the form the phone understands.
 * Belongs to the connection's event loop.
 */
public final class StationPanel {
    private static final int NOTIFY_SECONDS = 10;
    private static final DisplayText SILENT = DisplayText.of("Do Not Disturb is active");

    private final StationTraits traits;
    private final SoftkeyPlan softkeys;
    private final ButtonPlan buttons;
    private final CallPlanes planes;
    private final Messages out;
    private final ConferenceList conferenceList;
    private final CallBackPages callBackPages;
    private final PickupTexts pickupTexts;

    /** The panel of a phone. */
    public StationPanel(RegisteredStation station, CallPlanes planes, Messages out) {
        this.traits = station.traits();
        this.softkeys = station.softkeys();
        this.buttons = station.buttons();
        this.planes = planes;
        this.out = out;
        this.conferenceList = new ConferenceList(station.phone().userLocale());
        this.callBackPages = new CallBackPages(station);
        this.pickupTexts = new PickupTexts(station);
    }

    StationTraits traits() {
        return traits;
    }

    CallPlanes planes() {
        return planes;
    }

    /** The list of who confers, if it is on the display. */
    public ConferenceList conferenceList() {
        return conferenceList;
    }

    /** What it shows of call back. */
    public CallBackPages callBackPages() {
        return callBackPages;
    }

    void send(ServerMessage message) {
        out.send(message);
    }

    void state(CallState state, LineInstance line, CallReference call) {
        send(ServerCall.CallStateMessage.of(state, line.number(), call.value()));
    }

    /** A call of which no more is shown than that it is there. */
    void limitedState(CallState state, LineInstance line, CallReference call) {
        send(new ServerCall.CallStateMessage(
                state, line.number(), call.value(), CallPrivacy.LIMITED, CallPrecedence.ROUTINE, 0));
    }

    void softkeys(SoftKeySet set, LineInstance line, CallReference call) {
        send(new ServerCall.SelectSoftKeys(line.number(), call.value(), set, softkeys.mask(set)));
    }

    /** The keys of {@code set} without some of them. */
    void softkeysWithout(Set<PhoneSoftkey> some, SoftKeySet set, LineInstance line, CallReference call) {
        send(new ServerCall.SelectSoftKeys(line.number(), call.value(), set, softkeys.mask(set, some)));
    }

    /** The keys of the idle phone. */
    public void idleSoftkeys() {
        softkeys(SoftKeySet.ON_HOOK, LineInstance.NONE, CallReference.NONE);
    }

    void activatePlane(LineInstance line) {
        send(new ServerCall.ActivateCallPlane(line.number()));
    }

    void prompt(DisplayText text, LineInstance line, CallReference call) {
        send(
                traits.dynamicText()
                        ? new ServerDisplay.DisplayDynamicPromptStatus(0, line.number(), call.value(), text)
                        : new ServerDisplay.DisplayPromptStatus(0, text, line.number(), call.value()));
    }

    void prompt(Label label, LineInstance line, CallReference call) {
        prompt(DisplayText.label(label), line, call);
    }

    /** The line at the bottom of the idle phone. */
    public void idlePrompt() {
        prompt(idleText(), LineInstance.NONE, CallReference.NONE);
    }

    private DisplayText idleText() {
        return planes.ringsElsewhere().map(pickupTexts::of).orElseGet(this::usualText);
    }

    private DisplayText usualText() {
        var to = planes.forwardedTo();
        if (!to.isEmpty()) {
            return DisplayText.label(Label.FORWARDED_TO).plus(to);
        }
        if (planes.isSilent()) {
            return traits.extendedLabels() ? DisplayText.label(Label.DO_NOT_DISTURB_IS_ACTIVE) : SILENT;
        }
        if (planes.isLoggedOut()) {
            return DisplayText.label(Label.LOGGED_OUT_OF_HUNT_GROUP);
        }
        return DisplayText.label(planes.hasMessages() ? Label.YOU_HAVE_VOICEMAIL : Label.YOUR_CURRENT_OPTIONS);
    }

    void clearPrompt(LineInstance line, CallReference call) {
        send(new ServerDisplay.ClearPromptStatus(line.number(), call.value()));
    }

    void announce(DisplayText text) {
        announce(text, NotifyPriority.CALL_FORWARD);
    }

    void announce(DisplayText text, NotifyPriority priority) {
        send(
                traits.dynamicText()
                        ? new ServerDisplay.DisplayDynamicPriNotify(NOTIFY_SECONDS, priority, text)
                        : new ServerDisplay.DisplayPriNotify(NOTIFY_SECONDS, priority, text));
    }

    void clearAnnouncement() {
        clearAnnouncement(NotifyPriority.CALL_FORWARD);
    }

    void clearAnnouncement(NotifyPriority priority) {
        send(new ServerDisplay.ClearPriNotify(priority));
    }

    void notify(DisplayText text, int seconds) {
        send(
                traits.dynamicText()
                        ? new ServerDisplay.DisplayDynamicNotify(seconds, text)
                        : new ServerDisplay.DisplayNotify(seconds, text));
    }

    void tone(Tone tone, LineInstance line, CallReference call) {
        send(new ServerAudio.StartTone(tone, ToneDirection.USER, line.number(), call.value()));
    }

    void stopTone(LineInstance line, CallReference call) {
        send(new ServerAudio.StopTone(line.number(), call.value(), Tone.SILENCE));
    }

    void ring(RingMode mode, LineInstance line, CallReference call) {
        send(new ServerAudio.SetRinger(mode, RingDuration.NORMAL, line.number(), call.value()));
    }

    void ringOnce(LineInstance line, CallReference call) {
        send(new ServerAudio.SetRinger(RingMode.FEATURE, RingDuration.SINGLE, line.number(), call.value()));
    }

    void stopRinging(LineInstance line, CallReference call) {
        ring(RingMode.OFF, line, call);
    }

    /** Stops whatever rings. */
    void silence() {
        ring(RingMode.OFF, LineInstance.NONE, CallReference.NONE);
    }

    void lineLamp(LampMode mode, LineInstance line) {
        send(new ServerAudio.SetLamp(ButtonType.LINE, line.number(), mode));
    }

    /** The lamp of a line's forward-all key. */
    void forwardLamp(LampMode mode, LineInstance line) {
        send(new ServerAudio.SetLamp(ButtonType.FORWARD_ALL, line.number(), mode));
    }

    /** The message-waiting lamp of a line; without one, that of the phone. */
    void messageLamp(LampMode mode, LineInstance line) {
        send(new ServerAudio.SetLamp(ButtonType.VOICE_MAIL, line.number(), mode));
    }

    /** The state of all buttons of a feature. */
    void features(ButtonType type, int status) {
        buttons.features().forEach((index, feature) -> {
            if (feature.type().equals(type)) {
                send(feature.status(index, status, traits.version().atLeast(15)));
            }
        });
    }

    /** The busy lamp of a speed dial; phones without busy lamps have a plain one. */
    void lamp(int speedDial, int status) {
        buttons.features().forEach((index, feature) -> {
            if (feature.dial().filter(dial -> dial.instance() == speedDial).isPresent()) {
                send(feature.status(index, status, traits.showsBusyLamps()));
            }
        });
    }

    void speaker(OnOff mode) {
        send(new ServerAudio.SetSpeakerMode(mode));
    }

    void speakerOnIf(boolean wanted) {
        if (wanted) {
            speaker(OnOff.ON);
        }
    }

    void callInfo(LineInstance line, CallReference call, CallParties parties) {
        send(traits.dynamicText() ? dynamicInfo(line, call, parties) : staticInfo(line, call, parties));
    }

    private static ServerMessage dynamicInfo(LineInstance line, CallReference call, CallParties parties) {
        var calling = parties.calling();
        var called = called(parties);
        var way = RedirectionInfo.of(parties);
        return new ServerCall.CallInfoDynamic(
                line.number(),
                call.value(),
                type(parties),
                way.originalReason(),
                way.lastReason(),
                1,
                security(parties.security()),
                0,
                calling.number(),
                "",
                called.number(),
                way.original().number(),
                way.last().number(),
                "",
                "",
                "",
                "",
                calling.name(),
                called.name(),
                way.original().name(),
                way.last().name(),
                "",
                "");
    }

    private static ServerMessage staticInfo(LineInstance line, CallReference call, CallParties parties) {
        var calling = parties.calling();
        var called = called(parties);
        var way = RedirectionInfo.of(parties);
        return new ServerCall.CallInfo(
                calling.name(),
                calling.number(),
                called.name(),
                called.number(),
                line.number(),
                call.value(),
                type(parties),
                way.original().name(),
                way.original().number(),
                way.last().name(),
                way.last().number(),
                way.originalReason(),
                way.lastReason(),
                "",
                "",
                "",
                "",
                1,
                security(parties.security()),
                0);
    }

    /** Whom the phone shows; a conference in the words of its own language. */
    private static Party called(CallParties parties) {
        return parties.conference().isPresent() ? new Party("", Label.CONFERENCE.code()) : parties.called();
    }

    private static CallType type(CallParties parties) {
        return switch (parties.direction()) {
            case INBOUND -> CallType.INBOUND;
            case OUTBOUND -> CallType.OUTBOUND;
            case FORWARDED -> CallType.FORWARD;
        };
    }

    /** The icon; the phone shows what it is told and computes nothing (sheet 5.10). */
    private static CallSecurityStatus security(Optional<SecurityClass> security) {
        if (security.isEmpty()) {
            return CallSecurityStatus.UNKNOWN;
        }
        return switch (security.get()) {
            case NON_SECURE -> CallSecurityStatus.NOT_AUTHENTICATED;
            case AUTHENTICATED -> CallSecurityStatus.AUTHENTICATED;
            case ENCRYPTED -> CallSecurityStatus.ENCRYPTED;
        };
    }

    /** "From 1003"; a caller without a number is named, or unknown. */
    static DisplayText from(Party caller) {
        var who = caller.number().isEmpty() ? caller.name() : caller.number();
        return who.isEmpty()
                ? DisplayText.label(Label.UNKNOWN_NUMBER)
                : DisplayText.label(Label.FROM).plus(who);
    }
}
