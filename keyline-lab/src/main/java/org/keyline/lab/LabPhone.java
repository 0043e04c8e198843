package org.keyline.lab;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyline.lab.browser.PhoneBrowser;
import org.keyline.lab.browser.ShownPage;
import org.keyline.lab.capf.CapfOutcome;
import org.keyline.lab.media.Heard;
import org.keyline.lab.media.Listening;
import org.keyline.lab.phone.CallParties;
import org.keyline.lab.phone.CallPlane;
import org.keyline.lab.phone.Exchange;
import org.keyline.lab.phone.HistoryEntry;
import org.keyline.lab.phone.Phone;
import org.keyline.lab.phone.PhoneConfig;
import org.keyline.lab.phone.PhoneProfile;
import org.keyline.lab.phone.PhoneState;
import org.keyline.lab.phone.Registration;
import org.keyline.lab.phone.SecurityIcon;
import org.keyline.lab.phone.SettingsMenu;
import org.keyline.lab.trust.Flash;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.LampMode;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationMessage;

/**
 * A phone with a person in front of it, so that tests read like calls.
 *
 * <pre>{@code
 * var alice = LabPhone.model("7962").mac("001122334455").tftp("127.0.0.1", 6969).build().boots();
 * var bob = LabPhone.model("7960").mac("0011223344AA").tftp("127.0.0.1", 6969).build().boots();
 *
 * alice.dials("2002");
 * bob.rings().answers();
 *
 * alice.hears(bob).showsLock();
 * alice.hangsUp();
 * bob.isIdle();
 * }</pre>
 *
 * <p>Methods named for what a person does return at once; methods named for what a person notices wait for it, and fail
 * with the phone's screen and its last messages when it does not come. All return the phone itself.
 */
public final class LabPhone implements AutoCloseable {
    private static final int SHOWN_MESSAGES = 40;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final String owner;
    private final Phone phone;
    private final Duration patience;
    private final PhoneBrowser browser;
    private boolean handsetUp;

    LabPhone(String owner, Phone phone, Duration patience) {
        this.owner = owner;
        this.phone = phone;
        this.patience = patience;
        this.browser = new PhoneBrowser(phone.settings().profile().model(), this::dialsEnBloc);
    }

    /** Begins to describe a phone of that model, for example {@code 7962}. */
    public static LabPhoneBuilder model(String model) {
        return new LabPhoneBuilder(PhoneProfile.of(model));
    }

    /** Begins to describe a phone with a chosen model and load. */
    public static LabPhoneBuilder of(PhoneProfile profile) {
        return new LabPhoneBuilder(profile);
    }

    // Coming and going.

    /** Switches on and waits until the phone is registered. */
    public LabPhone boots() {
        phone.powerOn();
        return isRegistered();
    }

    /** Switches on and does not wait. */
    public LabPhone powersOn() {
        phone.powerOn();
        return this;
    }

    /** Unregisters and waits until it is done. */
    public LabPhone unregisters() {
        phone.unregister();
        return awaits("to be unregistered", _ -> phone.registration() == Registration.DOWN);
    }

    /** Pulls the plug. */
    public LabPhone losesPower() {
        handsetUp = false;
        phone.cutPower();
        return this;
    }

    /** The network breaks; the phone will come back by itself unless it was built to stay down. */
    public LabPhone losesConnection() {
        phone.loseConnection();
        return this;
    }

    /** The user types an authentication string into the phone; waits for the session to end. */
    public LabPhone entersAuthenticationString(String digits) {
        phone.typeAuthenticationString(digits);
        return this;
    }

    /** The phone is registered. */
    public LabPhone isRegistered() {
        return awaits("to be registered", _ -> phone.registration() == Registration.REGISTERED);
    }

    /** The server rejected the registration with a text that contains this. */
    public LabPhone isRejected(String text) {
        return awaits(
                "to be rejected with \"" + text + "\"",
                _ -> phone.registration() == Registration.REJECTED
                        && phone.reason().contains(text));
    }

    /** The phone could not connect, or lost its connection. */
    public LabPhone isLost() {
        return awaits("to lose its connection", _ -> phone.registration() == Registration.LOST);
    }

    /** The phone has an LSC. */
    public LabPhone hasLsc() {
        return awaits("to have an LSC", _ -> phone.flash().lsc().isPresent());
    }

    /** The last CAPF session ended well. */
    public LabPhone hasEnrolled() {
        return awaits(
                "to have enrolled",
                _ -> phone.enrolment().filter(CapfOutcome::isSuccess).isPresent());
    }

    // What a person does.

    /** Lifts the handset. */
    public LabPhone liftsHandset() {
        handsetUp = true;
        return says(new StationKey.OffHook(0, 0));
    }

    /** Lifts the handset, waits for dial tone, and presses the digits one by one. */
    public LabPhone dials(String digits) {
        return liftsHandset().hearsDialTone().pressesDigits(digits);
    }

    /** Dials with the handset down, as from a list: the whole number in one message. */
    public LabPhone dialsEnBloc(String number) {
        return says(new StationKey.EnblocCall(number, 1));
    }

    /** Presses keys of the dial pad in the selected call. */
    public LabPhone pressesDigits(String digits) {
        var call = selected();
        int line = call.map(CallPlane::line).orElse(0);
        int reference = call.map(CallPlane::reference).orElse(0);
        digits.chars().forEach(key -> says(new StationKey.KeypadButton(KeypadKey.of((char) key), line, reference)));
        return this;
    }

    /** Answers the ringing call by lifting the handset, or by the softkey when it is already in the hand. */
    public LabPhone answers() {
        if (handsetUp) {
            return selects(CallState.RING_IN).presses("Answer");
        }
        var ringing = phone.watch().read(state -> state.in(CallState.RING_IN));
        handsetUp = true;
        boolean namesCall = phone.settings().profile().version() >= 15;
        return says(new StationKey.OffHook(
                namesCall ? ringing.map(CallPlane::line).orElse(0) : 0,
                namesCall ? ringing.map(CallPlane::reference).orElse(0) : 0));
    }

    /** Puts the handset down, or with the handset down ends the call by the softkey. */
    public LabPhone hangsUp() {
        if (!handsetUp) {
            return presses("EndCall");
        }
        handsetUp = false;
        var call = phone.settings().profile().version() >= 15 ? Optional.<CallPlane>empty() : selected();
        return says(new StationKey.OnHook(
                call.map(CallPlane::line).orElse(0),
                call.map(CallPlane::reference).orElse(0)));
    }

    /** Presses the softkey with that label as soon as it is shown. */
    public LabPhone presses(String label) {
        awaits("the softkey " + label, state -> state.softkey(label).isPresent());
        return says(phone.watch()
                .read(state -> new StationKey.SoftKeyEvent(
                        state.softkey(label).orElse(SoftKey.of(0)),
                        state.selected().map(CallPlane::line).orElse(0),
                        state.selected().map(CallPlane::reference).orElse(0))));
    }

    /** So many calls have the tick of the Select key. */
    public LabPhone showsMarks(int count) {
        return awaits(count + " marked calls", state -> state.marks() == count);
    }

    /** Presses a softkey of the page the server pushed, while an entry of it is marked. */
    public LabPhone pressesOnPage(String softkey, String marked) {
        awaits(
                "a page with the softkey " + softkey,
                state -> state.pushed()
                        .page()
                        .filter(page -> page.words().contains("[" + softkey + "]"))
                        .isPresent());
        phone.watch().read(state -> state.pushed().press(softkey, marked)).forEach(this::says);
        return this;
    }

    /** Chooses an entry of the page the server pushed. */
    public LabPhone choosesOnPage(String entry) {
        phone.watch().read(state -> state.pushed().choose(entry)).forEach(this::says);
        return this;
    }

    /** Shows a page that the server pushed, with exactly these entries. */
    public LabPhone showsPage(String title, String... entries) {
        return awaits(
                "the page " + title + " with " + List.of(entries),
                state -> state.pushed()
                        .page()
                        .filter(page -> page.title().equals(title)
                                && page.choices().stream()
                                        .map(ShownPage.Link::name)
                                        .toList()
                                        .equals(List.of(entries)))
                        .isPresent());
    }

    /** Shows a page that the server pushed, whose text matches this. */
    public LabPhone showsText(String title, String regex) {
        return awaits(
                "the page " + title + " with the text " + regex,
                state -> state.pushed()
                        .page()
                        .filter(page ->
                                page.title().equals(title) && page.text().matches(regex))
                        .isPresent());
    }

    /** Rang once, so often since it was switched on. */
    public LabPhone rangOnce(int times) {
        return awaits("to have rung " + times + " times", state -> state.rangOnce() == times);
    }

    /** Shows no page of the server's. */
    public LabPhone showsNoPage() {
        return awaits("no page", state -> state.pushed().page().isEmpty());
    }

    /** Presses the softkey that stands there now, counted from 1, whatever is written on it. */
    public LabPhone pressesSoftkey(int position) {
        awaits("a softkey at position " + position, state -> state.softkeys().size() >= position);
        return presses(phone.watch().read(state -> state.softkeys().get(position - 1)));
    }

    /** Presses a line button, counted from 1. */
    public LabPhone pressesLine(int instance) {
        return says(new StationKey.Stimulus(ButtonType.LINE, instance, 0, 0));
    }

    /** Presses a speed-dial button, counted from 1. */
    public LabPhone pressesSpeedDial(int instance) {
        return says(new StationKey.Stimulus(ButtonType.SPEED_DIAL, instance, 0, 0));
    }

    /** Presses the button at that position, counted from 1, those of its modules after its own. */
    public LabPhone pressesButtonAt(int position) {
        awaits("a button at position " + position, state -> state.buttons().size() >= position);
        var button = phone.watch().read(state -> state.buttons().get(position - 1));
        return pressesButton(button.type(), button.instance());
    }

    /** Shows these texts beside its buttons, the first one first. */
    public LabPhone showsButtons(String... texts) {
        return awaits(
                "the buttons " + List.of(texts),
                state -> IntStream.rangeClosed(1, texts.length)
                        .allMatch(position -> state.buttonText(position).equals(texts[position - 1])));
    }

    /** Presses any other button. */
    public LabPhone pressesButton(ButtonType button, int instance) {
        var reference = selected().map(CallPlane::reference).orElse(0);
        return says(new StationKey.Stimulus(button, instance, reference, 0));
    }

    /** Moves the selection to the newest call in that state, once there is one. */
    public LabPhone selects(CallState callState) {
        awaits("a call in state " + callState, state -> state.in(callState).isPresent());
        phone.watch().select(callState);
        return this;
    }

    /** Presses the Volume button so many times, louder or (negative) softer. */
    public LabPhone turnsVolume(int steps) {
        phone.turnVolume(steps);
        return this;
    }

    /** Presses the softkey that saves the volume. */
    public LabPhone savesVolume() {
        phone.saveVolume();
        return this;
    }

    /** Unlocks its menu and erases the trust list; the phone starts again. */
    public LabPhone erasesTrustList() {
        phone.menu().presses(SettingsMenu.UNLOCK).erasesTrustList();
        return this;
    }

    /** Unlocks its menu and erases all settings; the phone starts again. */
    public LabPhone erasesSettings() {
        phone.menu().presses(SettingsMenu.UNLOCK).erasesSettings();
        return this;
    }

    /** Sends any message. */
    public LabPhone says(StationMessage message) {
        phone.say(message);
        return this;
    }

    /** Sends any bytes. */
    public LabPhone saysRaw(byte[] bytes) {
        phone.sayRaw(bytes);
        return this;
    }

    // What a person does with pages.

    /** Presses the Services button. */
    public LabPhone opensServices() {
        return opens(urls().services());
    }

    /** Presses the Directories button. */
    public LabPhone opensDirectories() {
        return opens(urls().directories());
    }

    /** Opens the corporate directory. */
    public LabPhone opensDirectory() {
        return opensDirectories().chooses("Corporate Directory");
    }

    /** Presses a service button, counted from 1. */
    public LabPhone pressesService(int instance) {
        awaits("service " + instance, state -> state.service(instance).isPresent());
        return opens(phone.watch().read(state -> state.service(instance).orElse("")));
    }

    private LabPhone opens(String url) {
        browser.open(url);
        return this;
    }

    private PhoneConfig.ServiceUrls urls() {
        return phone.config()
                .orElseThrow(() -> new AssertionError(owner + " has no configuration"))
                .urls();
    }

    /** Chooses from the page that is shown. */
    public LabPhone chooses(String name) {
        browser.choose(name);
        return this;
    }

    /** Types into a field of the page that is shown. */
    public LabPhone fillsIn(String field, String text) {
        browser.fill(field, text);
        return this;
    }

    /** Presses a softkey of the page that is shown. */
    public LabPhone pressesOnPage(String softkey) {
        browser.press(softkey);
        return this;
    }

    /** Searches the directory for people whose last name begins so. */
    public LabPhone searches(String lastName) {
        return fillsIn("Last name", lastName).pressesOnPage("Search");
    }

    /** Dials somebody on the page that is shown. */
    public LabPhone dialsEntry(String name) {
        return chooses(name).pressesOnPage("Dial");
    }

    /** Logs in at the phone. */
    public LabPhone logsIn(String user, String pin) {
        return opensServices()
                .chooses("Extension Mobility")
                .fillsIn("User ID", user)
                .fillsIn("PIN", pin)
                .pressesOnPage("Submit");
    }

    /** Logs out of the phone. */
    public LabPhone logsOut() {
        return opensServices().chooses("Extension Mobility").pressesOnPage("Logout");
    }

    /** Reads that on the page that is shown. */
    public LabPhone reads(String words) {
        if (!browser.page().words().contains(words)) {
            throw new AssertionError(owner + " does not read \"" + words + "\" but\n"
                    + browser.page().words());
        }
        return this;
    }

    /** Has a line of that number. */
    public LabPhone has(String number) {
        return awaits(
                "a line " + number,
                state -> state.lines().values().stream()
                        .anyMatch(line -> line.number().equals(number)));
    }

    /** What fetches pages. */
    public PhoneBrowser browser() {
        return browser;
    }

    // What a person hears.

    /** Hears dial tone, inside or outside. */
    public LabPhone hearsDialTone() {
        return awaits(
                "dial tone",
                state -> state.tone()
                        .filter(tone -> tone.equals(Tone.INSIDE_DIAL)
                                || tone.equals(Tone.OUTSIDE_DIAL)
                                || tone.equals(Tone.STUTTER_DIAL))
                        .isPresent());
    }

    /** Hears that the other phone rings. */
    public LabPhone hearsRingBack() {
        return hearsTone(Tone.ALERTING);
    }

    /** Hears that the other is busy. */
    public LabPhone hearsBusy() {
        return hearsTone(Tone.LINE_BUSY);
    }

    /** Hears that the call cannot be made. */
    public LabPhone hearsReorder() {
        return hearsTone(Tone.REORDER);
    }

    /** Hears that tone. */
    public LabPhone hearsTone(Tone expected) {
        return awaits(
                "the tone " + expected,
                state -> state.tone().filter(expected::equals).isPresent());
    }

    /** Hears no tone of the server. */
    public LabPhone hearsNoTone() {
        return awaits("no tone", state -> state.tone().isEmpty());
    }

    /** Hears the other phone's own tone, loud, clear and alone. */
    public LabPhone hears(LabPhone other) {
        return awaits(
                "to hear " + other.owner + " at " + other.frequency() + " Hz",
                _ -> heard().now().isTone(other.frequency()));
    }

    /** Hears several other phones at once, and nobody else. */
    public LabPhone hearsTogether(LabPhone... others) {
        var tones = Stream.of(others).map(LabPhone::frequency).toList();
        return awaits("to hear " + tones + " Hz together", _ -> heard().now().isMixOf(tones));
    }

    /** The same through SRTP, and no packet was refused. */
    public LabPhone hearsTogetherEncrypted(LabPhone... others) {
        hearsTogether(others);
        return awaits("SRTP", _ -> heard().encrypted() && heard().refused() == 0);
    }

    /** Hears the other phone through SRTP, and no packet was refused. */
    public LabPhone hearsEncrypted(LabPhone other) {
        return awaits("to hear " + other.owner + " through SRTP", _ -> {
            var heard = heard();
            return heard.encrypted() && heard.refused() == 0 && heard.now().isTone(other.frequency());
        });
    }

    /** Hears music: sound that is no phone's tone. */
    public LabPhone hearsMusic() {
        return awaits("to hear music", _ -> heard().now().isMusic());
    }

    /** Hears music through SRTP, and no packet was refused. */
    public LabPhone hearsEncryptedMusic() {
        return awaits("to hear music through SRTP", _ -> {
            var heard = heard();
            return heard.encrypted() && heard.refused() == 0 && heard.now().isMusic();
        });
    }

    /** Is in this multicast group, and in no other. */
    public LabPhone isInGroup(InetSocketAddress group) {
        return awaits("to be in the group " + group, _ -> phone.groups().equals(List.of(group)));
    }

    /** Is in no multicast group. */
    public LabPhone isInNoGroup() {
        return awaits("to be in no group", _ -> phone.groups().isEmpty());
    }

    /** Hears nothing of anybody: no packets come any more. */
    public LabPhone hearsNothing() {
        return awaits("to hear nothing", _ -> heard().now().equals(Listening.SILENCE));
    }

    /** Sends no packets. */
    public LabPhone isMute() {
        return awaits("to send nothing", _ -> !phone.isSending());
    }

    /** Rings. */
    public LabPhone rings() {
        return awaits(
                "to ring",
                state -> state.in(CallState.RING_IN).isPresent()
                        && !state.ringer().equals(RingMode.OFF));
    }

    /** Has a waiting call: ringing in while another is up. */
    public LabPhone hasWaitingCall() {
        return awaits(
                "a waiting call",
                state -> state.in(CallState.RING_IN).isPresent()
                        && state.planes().size() > 1);
    }

    // What a person sees.

    /** Shows no call and rings for none, and its audio is closed. */
    public LabPhone isIdle() {
        return awaits(
                "to be idle",
                state -> state.planes().isEmpty()
                        && state.ringer().equals(RingMode.OFF)
                        && state.tone().isEmpty()
                        && !phone.isSending()
                        && !phone.isReceiving());
    }

    /** Shows a connected call. */
    public LabPhone isConnected() {
        return shows(CallState.CONNECTED);
    }

    /** Shows a connected call with that number at the other end. */
    public LabPhone isConnectedTo(String number) {
        return awaits(
                "to be connected to " + number,
                state -> state.in(CallState.CONNECTED)
                        .flatMap(CallPlane::parties)
                        .filter(parties -> parties.other().equals(number))
                        .isPresent());
    }

    /** Shows a held call. */
    public LabPhone isOnHold() {
        return shows(CallState.HOLD);
    }

    /** Shows a call in that state. */
    public LabPhone shows(CallState expected) {
        return awaits("a call in state " + expected, state -> state.in(expected).isPresent());
    }

    /** Shows that many calls. */
    public LabPhone showsCalls(int count) {
        return awaits(count + " calls", state -> state.planes().size() == count);
    }

    /** Shows that prompt for the selected call, or for the idle phone. */
    public LabPhone showsPrompt(String text) {
        return awaits("the prompt \"" + text + "\"", state -> state.prompt().equals(text));
    }

    /** Shows that notification. */
    public LabPhone showsNotification(String text) {
        return awaits(
                "the notification \"" + text + "\"",
                state -> state.notification().equals(text));
    }

    /** Shows the other party of a call by number and name. */
    public LabPhone showsParty(String number, String name) {
        return awaits(
                "the party " + number + " " + name,
                state -> state.planes().stream()
                        .flatMap(plane -> plane.parties().stream())
                        .anyMatch(party -> party.other().equals(number)
                                && party.otherName().equals(name)));
    }

    /** Shows these softkeys, in this order. */
    public LabPhone showsSoftkeys(String... labels) {
        return awaits(
                "the softkeys " + List.of(labels), state -> state.softkeys().equals(List.of(labels)));
    }

    /** Shows the lock: signalling and media are encrypted. */
    public LabPhone showsLock() {
        return showsIcon(SecurityIcon.LOCK);
    }

    /** Shows the shield: signalling is authenticated. */
    public LabPhone showsShield() {
        return showsIcon(SecurityIcon.SHIELD);
    }

    /** Shows no security icon beside a call whose parties are known. */
    public LabPhone showsNoIcon() {
        return showsIcon(SecurityIcon.NONE);
    }

    /** Shows anything but the lock. */
    public LabPhone showsNoLock() {
        return awaits(
                "no lock",
                state -> state.selected()
                        .filter(plane -> plane.icon() != SecurityIcon.LOCK)
                        .isPresent());
    }

    private LabPhone showsIcon(SecurityIcon icon) {
        return awaits(
                "the icon " + icon,
                state -> state.selected()
                        .filter(plane -> plane.parties().isPresent() && plane.icon() == icon)
                        .isPresent());
    }

    /** Shows a lamp in that mode. */
    public LabPhone showsLamp(ButtonType button, int instance, LampMode mode) {
        return awaits(
                "the lamp of " + button + " " + instance + " " + mode,
                state -> state.lamp(button, instance).equals(mode));
    }

    /** Shows the feature or busy lamp at that position, counted from 1, in that state (SCCP's number). */
    public LabPhone showsButtonStatus(int position, int status) {
        return awaits(
                "the button at position " + position + " in state " + status,
                state -> state.buttonStatus(position) == status);
    }

    /** Shows a number on a line button. */
    public LabPhone showsLine(int instance, String number) {
        return awaits(
                "line " + instance + " to be " + number,
                state -> Optional.ofNullable(state.lines().get(instance))
                        .filter(line -> line.number().equals(number))
                        .isPresent());
    }

    /** Has that call in its history. */
    public LabPhone remembers(HistoryEntry.Kind kind, String number) {
        return awaits(
                "a " + kind + " call with " + number,
                state -> state.history().stream()
                        .anyMatch(
                                entry -> entry.kind() == kind && entry.number().equals(number)));
    }

    /** Waits for anything else, named in the failure's message. */
    public LabPhone awaits(String what, Predicate<PhoneState> expected) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!phone.watch().await(expected, GLANCE)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(owner + " awaited " + what + " for " + patience + "\n" + describe());
                }
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(owner + " was interrupted awaiting " + what, e);
        }
    }

    // What a test wants to know.

    /** The phone itself. */
    public Phone phone() {
        return phone;
    }

    /** What is in its flash. */
    public Flash flash() {
        return phone.flash();
    }

    /** The device name. */
    public String deviceName() {
        return phone.settings().deviceName();
    }

    /** The number of its first line; empty before it is registered. */
    public String number() {
        return phone.watch()
                .read(state -> Optional.ofNullable(state.lines().get(1))
                        .map(PhoneState.LineLabel::number)
                        .orElse(""));
    }

    /** The frequency of its own tone. */
    public int frequency() {
        return phone.settings().frequency();
    }

    /** What it hears now. */
    public Heard heard() {
        return phone.heard();
    }

    /** Who is in the selected call. */
    public Optional<CallParties> parties() {
        return selected().flatMap(CallPlane::parties);
    }

    /** Its messages, oldest first. */
    public List<Exchange> messages() {
        return phone.messages();
    }

    private Optional<CallPlane> selected() {
        return phone.watch().read(PhoneState::selected);
    }

    /** Everything that helps to see why a test failed. */
    public String describe() {
        var messages = messages();
        var lines = messages.subList(Math.max(0, messages.size() - SHOWN_MESSAGES), messages.size());
        return deviceName() + " is " + phone.registration() + " " + phone.reason() + "\n"
                + phone.watch().read(PhoneState::screen) + "\n   hears " + heard() + "\n   boot "
                + phone.bootSteps() + "\n   status " + phone.flash().status() + "\n"
                + String.join("\n", lines.stream().map(Exchange::toString).toList());
    }

    @Override
    public String toString() {
        return owner + " (" + phone.settings() + ")";
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        losesPower();
    }
}
