package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.device.DeviceMachine;
import org.keyline.callcontrol.device.DeviceState;
import org.keyline.callcontrol.device.DeviceStep;
import org.keyline.callcontrol.party.MediaChoice;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.station.CallBackNotice;
import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Elsewhere;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.Participant;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Clear;
import org.keyline.callcontrol.station.StationCommand.Connected;
import org.keyline.callcontrol.station.StationCommand.JoinGroup;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.DoNotDisturb;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.PrivacySetting;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.device.Subscription;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.HoldSources;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.Location;

/** A phone on a desk, as its user and its machine see it. It keeps what it is told and checks it for sense at once. */
final class Deskphone {
    /** What its further speed dials watch. */
    private static final List<String> SLOTS = List.of("710", "80", "7100", "800");

    /** When followed lines do something. */
    static final Instant NOW = Instant.parse("2026-07-01T10:15:00Z");

    private final Office office;
    private final String number;
    private final String id;
    private final List<StationCommand> told = new ArrayList<>();
    private final Map<CallReference, Shown> calls = new LinkedHashMap<>();
    private final Map<MediaStream, OpenReceive> listening = new LinkedHashMap<>();
    private final Map<MediaStream, StartTransmit> sending = new LinkedHashMap<>();
    private final Map<MediaStream, JoinGroup> groups = new LinkedHashMap<>();
    private final Set<MediaStream> refused = new HashSet<>();
    private final Set<MediaStream> reported = new HashSet<>();
    private final Map<MediaStream, Integer> ports = new HashMap<>();
    private final List<Phrase> explained = new ArrayList<>();
    private final List<String> parkedAt = new ArrayList<>();
    private final Set<CallReference> notMissed = new HashSet<>();
    private final Set<CallReference> cleared = new HashSet<>();
    private SecurityClass security = SecurityClass.NON_SECURE;
    private String model = "7962";
    private String region = "default";
    private String location = Location.HUB_NONE;
    private String language = "en";
    private HoldSources hold = HoldSources.NONE;
    private String alertingName = "";
    private String partition = "";
    private List<AudioCodec> codecs = List.of(AudioCodec.G711_ULAW, AudioCodec.G729A);
    private int lines = 1;
    private RelayChoice relay = RelayChoice.DIRECT;
    private int buttons = 1;
    private int maxCalls = 4;
    private int busyTrigger = 2;
    private boolean opensAtOnce = true;
    private boolean registered;
    private boolean removes;
    private final Set<CallReference> marked = new HashSet<>();
    private List<Participant> participants = List.of();
    private @Nullable CallBackNotice notice;
    private @Nullable DeviceState state;
    private @Nullable Phone phone;

    /** What the display shows of a call. */
    static final class Shown {
        String text = "";
        boolean ringing;
        boolean farHeld;
        boolean barged;
        Optional<SecurityClass> security = Optional.empty();

        @Nullable
        CallParties parties;

        boolean showsNobody() {
            return Objects.requireNonNull(parties).equals(parties.hidden());
        }

        Optional<CallParties.ConferenceRole> role() {
            return Objects.requireNonNull(parties).conference();
        }
    }

    Deskphone(Office office, String number, String id) {
        this.office = office;
        this.number = number;
        this.id = id;
    }

    // Its making

    Deskphone security(SecurityClass asked) {
        security = asked;
        return this;
    }

    Deskphone model(String name) {
        model = name;
        return this;
    }

    Deskphone region(String name) {
        region = name;
        return this;
    }

    Deskphone location(String name) {
        location = name;
        return this;
    }

    /** What those hear whom it holds. */
    Deskphone holdSources(HoldSources sources) {
        hold = sources;
        return this;
    }

    Deskphone language(String tag) {
        language = tag;
        return this;
    }

    /** Whether its media goes through a media termination point. */
    Deskphone relay(RelayChoice choice) {
        relay = choice;
        return this;
    }

    private Site site() {
        return new Site(region, location, ZoneOffset.UTC, new MediaChoice(Optional.empty(), hold, language, relay));
    }

    Deskphone alertingName(String name) {
        alertingName = name;
        return this;
    }

    /** Its line is in this partition. */
    Deskphone partition(String name) {
        partition = name;
        return this;
    }

    Deskphone codecs(AudioCodec... some) {
        codecs = List.of(some);
        return this;
    }

    Deskphone lines(int count) {
        lines = count;
        return this;
    }

    /** Its line is on as many buttons. */
    Deskphone buttonsOfItsLine(int count) {
        buttons = count;
        return this;
    }

    Deskphone takes(int most, int trigger) {
        maxCalls = most;
        busyTrigger = trigger;
        return this;
    }

    /** It is slow: the test says when it listens. */
    Deskphone opensWhenTold() {
        opensAtOnce = false;
        return this;
    }

    Deskphone registered() {
        phone = configuration();
        office.moveIn(this);
        register();
        return this;
    }

    Deskphone configuredOnly() {
        phone = configuration();
        office.moveIn(this);
        return this;
    }

    void register() {
        state = DeviceState.registered(phone(), site(), security);
        registered = true;
        does(new StationSignal.Capabilities(codecs));
    }

    private Phone configuration() {
        var keys = new ArrayList<LineAppearance>();
        for (var i = 1; i < lines + buttons; i++) {
            var digits = i <= buttons ? number : number + (i - buttons + 1);
            keys.add(new LineAppearance(
                    new LineInstance(i),
                    new DirectoryNumber(digits),
                    partition,
                    "User " + digits,
                    "",
                    maxCalls,
                    busyTrigger));
        }
        return new Phone(
                name(),
                "",
                new PhoneModel(404, model, PhoneModel.Family.JAVA, 6, EnumSet.allOf(SecurityFeature.class)),
                Placement.in("default"),
                PhoneSecurity.of(DeviceSecurityMode.ENCRYPTED),
                keys,
                Stream.concat(
                                Stream.of(new SpeedDial(1, "2002", "Bob")),
                                SLOTS.stream()
                                        .map(slot -> new SpeedDial(
                                                2 + SLOTS.indexOf(slot),
                                                slot,
                                                "Slot",
                                                Optional.of(NumberKey.of(slot)))))
                        .toList(),
                KeyAssignment.NONE,
                PhoneSoftware.USUAL,
                CallFeatures.USUAL,
                Subscription.NONE);
    }

    private static String elsewhere(Elsewhere how) {
        return switch (how) {
            case IN_USE -> "in use elsewhere";
            case HELD -> "held elsewhere";
            case PRIVATE -> "private elsewhere";
        };
    }

    /** Its user keeps calls private, or no longer. */
    void keepsPrivate(boolean active) {
        var now = phone();
        phone = now.with(now.features().with(active ? PrivacySetting.ON : PrivacySetting.OFF));
        if (registered) {
            become(state().configured(phone(), site()));
            var step = DeviceMachine.onPrivacy(state(), office.context());
            office.perform(this, step.effects());
        }
    }

    /** Its user wants peace, or no longer. */
    void silence(boolean active, DoNotDisturbOption option) {
        var now = phone();
        phone = now.with(now.features().with(new DoNotDisturb(active, option)));
        become(state().configured(phone(), site()));
    }

    /** Calls that are hunted ring here, or no longer. */
    void isHunted(boolean loggedIn) {
        var now = phone();
        phone = now.with(now.features().loggedIntoHuntGroups(loggedIn));
        if (registered) {
            become(state().configured(phone(), site()));
        }
    }

    DeviceName name() {
        return new DeviceName("SEP" + "0".repeat(12 - id.length()) + id);
    }

    String alertingName() {
        return alertingName;
    }

    String number() {
        return number;
    }

    Phone phone() {
        return Objects.requireNonNull(phone, "not yet configured");
    }

    DeviceState state() {
        return Objects.requireNonNull(state, "not yet registered");
    }

    boolean isRegistered() {
        return registered;
    }

    void become(DeviceState next) {
        state = next;
        office.looksAtLines();
    }

    /** What its button of a line does, if it has one. */
    Optional<LineStatus> statusOf(NumberKey line) {
        return phone().lines().stream()
                .filter(found -> found.key().equals(line))
                .findFirst()
                .map(found -> state().status(found.instance()));
    }

    /** The line it follows does something. */
    void hearsOfLine(NumberKey line, LineStatus status) {
        if (registered) {
            office.tell(id + ": " + line + " is " + status);
            performs(DeviceMachine.onLine(state(), line, status, NOW, office.context()));
        }
    }

    /** It followed a line for as long as it may. */
    void followedLongEnough(NumberKey line) {
        if (registered) {
            performs(DeviceMachine.onFollowedLongEnough(state(), line, office.context()));
        }
    }

    /** A call rings in its pickup group, whose members hear that. */
    void hearsOfPickup() {
        if (registered) {
            office.tell(id + ": a call rings in the group");
            performs(DeviceMachine.onPickupAlert(state(), office.context()));
        }
    }

    /** It has other lines from now on. */
    void configured(int count) {
        isConfigured(count);
        office.settle();
    }

    /** The same; what that brings about is under way. */
    void isConfigured(int count) {
        lines = count;
        phone = configuration();
        office.moveIn(this);
        if (registered) {
            performs(DeviceMachine.onConfigured(state(), phone(), site(), office.context()));
        }
    }

    private void performs(DeviceStep step) {
        become(step.next());
        office.perform(this, step.effects());
    }

    /** What it shows of call back, and to whom that belongs. */
    void showsCallBack(CallBackNotice.Kind kind, String who) {
        var shown = Objects.requireNonNull(notice, () -> number + " shows nothing of call back");
        assertThat(shown.kind()).isEqualTo(kind);
        assertThat(shown.who().number()).isEqualTo(who);
    }

    /** It shows nothing of call back since it was asked last. */
    void showsNoCallBack() {
        assertThat(notice).as("call back at %s", number).isNull();
    }

    /** Its user has read what it shows of call back, and puts it away. */
    Deskphone readsCallBack() {
        notice = null;
        return this;
    }

    void chooses(CallBackNotice.Choice choice) {
        does(new StationSignal.ChooseCallBack(choice));
    }

    // What its user does

    /** Does something and lets everything that follows happen. */
    void does(StationSignal signal) {
        acts(signal);
        office.settle();
    }

    /** Does something; what follows waits in the queues. */
    void acts(StationSignal signal) {
        if (!registered) {
            return;
        }
        office.tell(id + ": " + signal);
        var step = DeviceMachine.onSignal(state(), signal, office.context());
        become(step.next());
        office.perform(this, step.effects());
        if (signal instanceof StationSignal.Gone) {
            registered = false;
            office.looksAtLines();
            calls.clear();
            marked.clear();
            listening.clear();
            sending.clear();
            groups.clear();
        }
    }

    void goesOffHook() {
        does(new StationSignal.OffHook(LineInstance.NONE, CallReference.NONE));
    }

    void hangsUp() {
        does(new StationSignal.OnHook(LineInstance.NONE, CallReference.NONE));
    }

    void presses(char key) {
        does(new StationSignal.Digit(key, LineInstance.NONE, CallReference.NONE));
    }

    void dials(String digits) {
        goesOffHook();
        digits.chars().forEach(key -> presses((char) key));
    }

    void dialsEnBloc(String digits) {
        does(new StationSignal.EnBloc(digits, LineInstance.NONE));
    }

    void presses(Softkey key) {
        does(new StationSignal.Press(key, LineInstance.NONE, CallReference.NONE));
    }

    StationSignal press(Softkey key) {
        return new StationSignal.Press(key, LineInstance.NONE, CallReference.NONE);
    }

    void presses(Softkey key, CallReference call) {
        does(new StationSignal.Press(key, LineInstance.NONE, call));
    }

    /** Presses the button that watches a slot. */
    void pressesSlot(String slot) {
        does(slot(slot));
    }

    /** The button that watches a slot. */
    static StationSignal slot(String slot) {
        return new StationSignal.SpeedDialKey(2 + SLOTS.indexOf(slot));
    }

    void pressesLine(int instance) {
        does(new StationSignal.LineKey(new LineInstance(instance)));
    }

    void answers() {
        presses(Softkey.ANSWER);
    }

    void holds() {
        presses(Softkey.HOLD);
    }

    void resumes() {
        presses(Softkey.RESUME);
    }

    void vanishes() {
        does(new StationSignal.Gone("connection lost"));
    }

    /** Its receivers that were asked for and not reported open them now. */
    void listens() {
        for (var open : List.copyOf(listening.values())) {
            does(opened(open));
        }
        for (var join : List.copyOf(groups.values())) {
            does(joined(join));
        }
    }

    void cannotListen() {
        List.copyOf(listening.values()).forEach(this::refuses);
        List.copyOf(groups.values()).forEach(this::refuses);
        office.settle();
    }

    /** Receivers it was asked for and has not reported. */
    List<OpenReceive> unreported() {
        return listening.values().stream()
                .filter(open -> !reported.contains(open.stream()))
                .toList();
    }

    void refuses(OpenReceive open) {
        listening.remove(open.stream());
        refused.add(open.stream());
        acts(new StationSignal.ReceiveRefused(open.stream(), 2));
    }

    void refuses(JoinGroup join) {
        groups.remove(join.stream());
        refused.add(join.stream());
        acts(new StationSignal.ReceiveRefused(join.stream(), 1));
    }

    static StationSignal joined(JoinGroup join) {
        return new StationSignal.GroupJoined(join.stream());
    }

    Optional<SecurityClass> shownSecurity(CallReference call) {
        return Objects.requireNonNull(calls.get(call)).security;
    }

    StationSignal opened(OpenReceive open) {
        reported.add(open.stream());
        var port = ports.computeIfAbsent(open.stream(), _ -> office.nextPort());
        return new StationSignal.ReceiveOpened(open.stream(), new MediaAddress(InetAddress.getLoopbackAddress(), port));
    }

    // What it is told

    void hears(LegEvent event) {
        if (registered) {
            office.run(this, event);
        }
    }

    void shows(StationCommand command) {
        office.tell("    " + id + " <- " + command);
        told.add(command);
        switch (command) {
            case StationCommand.GiveDialTone(var _, var call, var _, var _) -> shown(call).text = "dial tone";
            case StationCommand.StartEnBloc(var _, var call, var _) -> shown(call).text = "dialled";
            case StationCommand.OutsideDialTone(var _, var call) -> shown(call).text = "outside dial tone";
            case StationCommand.AskCode(var _, var call, var kind) -> shown(call).text = kind.name();
            case StationCommand.FirstDigit(var _, var call) -> shown(call).text = "dialling";
            case StationCommand.EraseDigit(var _, var call, var empty) ->
                shown(call).text = empty ? "dial tone" : "dialling";
            case StationCommand.Proceed(var _, var call, var _, var parties) -> shows(call, "proceeding", parties);
            case StationCommand.RingBack(var _, var call, var parties, var _) -> shows(call, "ring-back", parties);
            case StationCommand.Offer(var _, var call, var parties, var waiting) -> {
                shows(call, waiting.isPresent() ? "waiting" : "ringing", parties);
                shown(call).ringing = true;
            }
            case StationCommand.Answered(var _, var call, var _) -> {
                shown(call).text = "answered";
                shown(call).ringing = false;
            }
            case Connected(var _, var call, var parties, var _) -> shows(call, "connected", parties);
            case StationCommand.Held(var _, var call, var parties) -> shows(call, "held", parties);
            case StationCommand.HoldReverted(var _, var call, var active) -> {
                assertThat(shown(call).text).as("what reverts").isIn("held", "reverting");
                active.ifPresent(this::shown);
                shown(call).text = "reverting";
            }
            case StationCommand.MarkedMalicious(var _, var call) -> shown(call);
            case StationCommand.Resumed(var _, var call, var _, var parties) -> shows(call, "connected", parties);
            case StationCommand.FarEndHeld(var _, var call, var held) -> shown(call).farHeld = held;
            case StationCommand.UpdateParties(var _, var call, var parties) -> shows(call, shown(call).text, parties);
            case StationCommand.Refuse(var _, var call, var cause) -> shown(call).text = cause.name();
            case StationCommand.Confirm(var _, var call) -> shown(call).text = "confirmed";
            case StationCommand.InUseElsewhere(var _, var call, var parties, var how) -> {
                shows(call, elsewhere(how), parties);
                shown(call).ringing = false;
            }
            case StationCommand.TakenElsewhere(var _, var call) -> {
                shown(call);
                notMissed.add(call);
            }
            case StationCommand.Parked(var _, var call, var slot, var _) -> {
                shown(call);
                parkedAt.add(slot);
            }
            case StationCommand.Explain(var _, var call, var phrase) -> {
                if (!call.isNone()) {
                    shown(call);
                }
                explained.add(phrase);
            }
            case Clear(var _, var call, var _, var _) -> {
                shown(call);
                calls.remove(call);
                marked.remove(call);
                cleared.add(call);
            }
            case MediaCommand media -> media(media);
            case StationCommand.ListParticipants(var _, var call, var who, var controls) -> {
                shown(call);
                participants = who;
                removes = controls;
            }
            case StationCommand.Select(var _, var call, var selected) -> {
                shown(call);
                if (selected) {
                    assertThat(marked.add(call)).as("marked twice").isTrue();
                } else {
                    assertThat(marked.remove(call)).as("was marked").isTrue();
                }
            }
            case StationCommand.BargeTone(var _, var call) -> shown(call).barged = true;
            case StationCommand.ShowCallBack(var shown) -> notice = shown;
            case StationCommand.AlertPickup(var _, var call) -> {
                if (call.isNone()) {
                    assertThat(calls.values())
                            .as("calls at a phone that rings for another")
                            .allMatch(shown -> shown.text.endsWith("elsewhere"));
                } else {
                    assertThat(shown(call).text).as("the call with the tone").isIn("answered", "connected");
                }
            }
            case StationCommand.RequestStatistics _,
                    StationCommand.ShowForwards _,
                    StationCommand.ShowMessages _,
                    StationCommand.ShowDoNotDisturb _,
                    StationCommand.ShowPrivacy _,
                    StationCommand.ShowHuntGroups _,
                    StationCommand.ShowLineStatus _,
                    StationCommand.ShowPickup _,
                    StationCommand.Notify _,
                    StationCommand.Reset _ -> {}
        }
    }

    private void media(MediaCommand command) {
        assertThat(cleared).as("media command after Clear").doesNotContain(command.call());
        switch (command) {
            case OpenReceive open -> {
                assertThat(listening).as("opened twice").doesNotContainKey(open.stream());
                listening.put(open.stream(), open);
                if (opensAtOnce) {
                    acts(opened(open));
                }
            }
            case StationCommand.CloseReceive close ->
                assertThat(listening.remove(close.stream()) != null || refused.contains(close.stream()))
                        .as("closes what is open, unless its refusal is under way")
                        .isTrue();
            case JoinGroup join -> {
                assertThat(groups).as("joined twice").doesNotContainKey(join.stream());
                assertThat(codecs).as("codecs it has").contains(join.codec());
                groups.put(join.stream(), join);
                if (opensAtOnce) {
                    acts(joined(join));
                }
            }
            case StationCommand.LeaveGroup leave ->
                assertThat(groups.remove(leave.stream()) != null || refused.contains(leave.stream()))
                        .as("leaves what it joined, unless its refusal is under way")
                        .isTrue();
            case StartTransmit start -> {
                assertThat(sending).as("sends twice").doesNotContainKey(start.stream());
                sending.put(start.stream(), start);
            }
            case StationCommand.StopTransmit stop ->
                assertThat(sending.remove(stop.stream()))
                        .as("stopped what does not send")
                        .isNotNull();
        }
    }

    private void shows(CallReference call, String text, CallParties parties) {
        var shown = shown(call);
        shown.text = text;
        shown.parties = parties;
        shown.security = parties.security();
    }

    private Shown shown(CallReference call) {
        assertThat(cleared).as("command after Clear").doesNotContain(call);
        return calls.computeIfAbsent(call, _ -> new Shown());
    }

    // What can be seen

    Map<CallReference, Shown> calls() {
        return calls;
    }

    Map<MediaStream, OpenReceive> listening() {
        return listening;
    }

    /** Whether it was told to listen for itself next after it was told of a group, in the same call. */
    boolean gaveUpAGroup() {
        var media = told(MediaCommand.class).stream()
                .filter(command -> command instanceof JoinGroup || command instanceof OpenReceive)
                .toList();
        return IntStream.range(1, media.size())
                .anyMatch(at -> media.get(at - 1) instanceof JoinGroup join
                        && refused.contains(join.stream())
                        && media.get(at) instanceof OpenReceive open
                        && open.call().equals(join.call()));
    }

    /** The groups it was told to join, and not to leave. */
    Map<MediaStream, JoinGroup> groups() {
        return groups;
    }

    Map<MediaStream, StartTransmit> sending() {
        return sending;
    }

    List<StationCommand> told() {
        return told;
    }

    <C extends StationCommand> List<C> told(Class<C> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    CallReference call() {
        return calls.keySet().stream()
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(number + " has no call"));
    }

    /** Its newest call, or none. */
    CallReference anyCall() {
        return calls.keySet().stream().reduce((_, last) -> last).orElse(CallReference.NONE);
    }

    Shown display() {
        return Objects.requireNonNull(calls.get(call()));
    }

    void isIdle() {
        assertThat(calls).as("calls of %s", number).isEmpty();
        assertThat(listening).as("receivers of %s", number).isEmpty();
        assertThat(groups).as("groups %s is in", number).isEmpty();
        assertThat(sending).as("transmitters of %s", number).isEmpty();
        assertThat(!registered || state().isIdle()).as("%s is idle", number).isTrue();
    }

    void shows(String text) {
        assertThat(display().text).as("display of %s", number).isEqualTo(text);
    }

    /** The call in which it hears what is sent to {@code address}, if it does. */
    Optional<CallReference> hearsAt(MediaAddress address) {
        return listening.values().stream()
                .filter(open -> Objects.equals(ports.get(open.stream()), address.port()))
                .map(OpenReceive::call)
                .findFirst();
    }

    /** The slots its user was shown. */
    List<String> parkedAt() {
        return parkedAt;
    }

    /** Whether the phone keeps a call that rang here out of its list of missed calls. */
    boolean misses(CallReference call) {
        return !notMissed.contains(call);
    }

    /** The calls its user marked. */
    Set<CallReference> marked() {
        return marked;
    }

    /** The last list of a conference its user was shown. */
    List<Participant> participants() {
        return participants;
    }

    /** Whether that list says that its user may send others out. */
    boolean mayRemove() {
        return removes;
    }

    List<Phrase> explained() {
        return explained;
    }

    void seesCalling(String other) {
        assertThat(parties().calling().number()).as("who calls %s", number).isEqualTo(other);
    }

    void seesCalled(String other) {
        assertThat(parties().called().number()).as("whom %s calls", number).isEqualTo(other);
    }

    void seesRedirection(String original, Redirection.Reason reason) {
        var way = parties().redirection().orElseThrow();
        assertThat(way.original().number()).isEqualTo(original);
        assertThat(way.originalReason()).isEqualTo(reason);
    }

    void seesLastRedirection(String last, Redirection.Reason reason) {
        var way = parties().redirection().orElseThrow();
        assertThat(way.last().number()).isEqualTo(last);
        assertThat(way.lastReason()).isEqualTo(reason);
    }

    private CallParties parties() {
        return Objects.requireNonNull(display().parties);
    }

    void hearsRefusal(Cause cause) {
        shows(cause.name());
    }

    /** Both hear each other: each sends where the other listens, the same codec, with the same keys. */
    void talksTo(Deskphone other) {
        assertThat(sending).as("transmitters of %s", number).hasSize(1);
        assertThat(other.listening).as("receivers of %s", other.number).hasSize(1);
        var sent = sending.values().iterator().next();
        var heard = other.listening.values().iterator().next();
        assertThat(match(sent, heard))
                .as("%s is sent what %s can hear", sent, heard)
                .isTrue();
    }

    /** Whether what is sent is what the other listens for: the same codec, with the same key. */
    static boolean match(StartTransmit sent, OpenReceive heard) {
        return sent.codec() == heard.codec()
                && sent.packetMillis() == heard.packetMillis()
                && sent.key().map(Deskphone::bytes).equals(heard.key().map(Deskphone::bytes));
    }

    private static ByteBuffer bytes(MediaKey key) {
        return ByteBuffer.allocate(30).put(key.key()).put(key.salt()).flip();
    }

    /** Its talk with another goes on, whatever the display shows of further calls. */
    void isStillTalkingTo(Deskphone other) {
        talksTo(other);
        other.talksTo(this);
    }

    void isInCallWith(Deskphone other) {
        shows("connected");
        other.shows("connected");
        talksTo(other);
        other.talksTo(this);
    }
}
