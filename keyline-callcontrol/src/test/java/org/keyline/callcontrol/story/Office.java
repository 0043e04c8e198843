package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.Call;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallEffect;
import org.keyline.callcontrol.call.CallSettings;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.call.FeatureSettings;
import org.keyline.callcontrol.call.FeatureSettings.Barging;
import org.keyline.callcontrol.call.FeatureSettings.CallingBack;
import org.keyline.callcontrol.call.FeatureSettings.Conferring;
import org.keyline.callcontrol.call.FeatureSettings.Diverting;
import org.keyline.callcontrol.call.FeatureSettings.Messaging;
import org.keyline.callcontrol.call.FeatureSettings.PickingUp;
import org.keyline.callcontrol.call.FeatureSettings.Transferring;
import org.keyline.callcontrol.call.HoldReversion;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.Onlooker;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.call.Playback;
import org.keyline.callcontrol.call.Played;
import org.keyline.callcontrol.call.Privacy;
import org.keyline.callcontrol.call.Rings;
import org.keyline.callcontrol.device.DeviceEffect;
import org.keyline.callcontrol.device.DeviceMachine;
import org.keyline.callcontrol.digits.Codes;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.FeatureNumbers;
import org.keyline.callcontrol.digits.Numbering;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.hunt.MemberState;
import org.keyline.callcontrol.hunt.Members;
import org.keyline.callcontrol.media.CodecChoice;
import org.keyline.callcontrol.meet.MeetMe;
import org.keyline.callcontrol.meet.MeetingRooms;
import org.keyline.callcontrol.park.ParkSlot;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MediaResources;
import org.keyline.callcontrol.resource.MulticastMusic;
import org.keyline.callcontrol.route.TrunkState;
import org.keyline.callcontrol.route.Trunks;
import org.keyline.callcontrol.security.KeySet;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PrivacySetting;
import org.keyline.model.dial.AuthorizationCode;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.ClientMatterCode;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.Forwards;
import org.keyline.model.dial.HuntList;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.VoiceMail;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.HoldSources;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.Region;

/**
 * Phones and their calls run by the machines alone. What the machines say to each other waits in queues, one for each
 * pair of sender and receiver as with actors; {@link #settle} delivers it all, {@link #deliverOne} picks the queue, so
 * that a property can try every order.
 */
final class Office {
    private final Map<DeviceName, Deskphone> phones = new LinkedHashMap<>();
    private final Map<Integer, Ongoing> calls = new LinkedHashMap<>();
    private final Map<CallReference, Ongoing> callOfLeg = new HashMap<>();
    private final Map<CallReference, Deskphone> phoneOfLeg = new HashMap<>();
    private final Map<DeviceName, Bridge> bridges = new LinkedHashMap<>();
    private final Map<DeviceName, Bridge> points = new LinkedHashMap<>();
    private final Map<CallReference, Bridge> bridgeOfLeg = new HashMap<>();
    private final Map<DeviceName, Gateway> gateways = new LinkedHashMap<>();
    private final Map<CallReference, Gateway> gatewayOfLeg = new HashMap<>();
    private final Map<String, String> lastUsed = new HashMap<>();
    private final List<String> exhausted = new ArrayList<>();
    private RouteTables routes = RouteTables.NONE;
    private final Map<Route, List<Runnable>> queues = new LinkedHashMap<>();
    private final LineBook lines = new LineBook();
    private final Map<String, Region> regions = new HashMap<>();
    private final List<HuntPilot> pilots = new ArrayList<>();
    private final Map<String, HuntList> huntLists = new HashMap<>();
    private final Map<String, LineGroup> lineGroups = new HashMap<>();
    private final List<MessageWaitingNumber> messageWaiting = new ArrayList<>();
    private final List<TranslationPattern> translations = new ArrayList<>();
    private Codes codes = Codes.NONE;
    private final Map<String, Destination> lastOffered = new HashMap<>();
    private final List<PickupGroup> groups = new ArrayList<>();
    private final List<CallPark> parks = new ArrayList<>();
    private final List<DirectedCallPark> directedParks = new ArrayList<>();
    private final List<MeetMeNumber> meetMes = new ArrayList<>();
    private final Meetings meetings = new Meetings();
    private final Lot lot = new Lot();
    private final List<KeySet> wiped = new ArrayList<>();
    private final List<Billing> billed = new ArrayList<>();
    private final List<String> malicious = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Set<CallReference> musicLegs = new HashSet<>();
    private final Jukebox jukebox = new Jukebox();
    private final Roads roads = new Roads();
    private final Object lamps = new Object();
    private final Map<Deskphone, NumberKey> followed = new LinkedHashMap<>();
    private final Map<Deskphone, LineStatus> shown = new HashMap<>();
    private DialPlan plan = DialPlan.compile(List.of(), List.of(), Map.of());
    private FeatureSettings features = FeatureSettings.DEFAULT.with(new Barging(true));
    private boolean privacyOnHeldCalls;
    private CallSettings settings = CallSettings.DEFAULT;
    private int lastReference = 0x0100_0000;
    private long keys;
    private int lastPort = 16_384;
    private int begun;

    private final List<Due> due = new ArrayList<>();

    /** A report that a call asked for, and what it hears when it is due. */
    private record Due(Ongoing call, CallSignal.ReportDue signal) {}

    private record Route(Object from, Object to) {}

    /** A call with its state and what it waits for. */
    static final class Ongoing {
        private final int number;
        private Call call = Call.IDLE;
        private @Nullable CallTimer timer;
        private Billing billing = Billing.NONE;

        Ongoing(int number) {
            this.number = number;
        }

        CallState state() {
            return call.state();
        }

        /** The legs it has asked, rings or connects. */
        private static List<CallReference> legs(CallState state) {
            return switch (state) {
                case CallState.Idle _, CallState.Ended _ -> List.of();
                case CallState.Dialling dialling -> List.of(dialling.caller().reference());
                case CallState.EnteringCode entering ->
                    List.of(entering.caller().reference());
                case CallState.Reserving reserving -> List.of(reserving.caller().reference());
                case CallState.Fetching fetching -> List.of(fetching.caller().reference());
                case CallState.Parked parked -> List.of(parked.leg().reference());
                case CallState.Offering(var caller, var _, var rings) -> with(caller, rings);
                case CallState.Ringing(var caller, var _, var rings) -> with(caller, rings);
                case CallState.Talking(var parties, var _, var _) -> references(parties.both());
                case CallState.OnHold(var parties, var _, var _) -> references(parties.both());
                case CallState.Joining joining ->
                    references(joining.before().parties().both());
                case CallState.Barged barged ->
                    references(barged.talking().parties().both());
                case CallState.Conferring(var conference) ->
                    references(
                            conference.seats().stream().map(seat -> seat.leg()).toList());
                case CallState.Leaving leaving -> references(leaving.legs());
                case CallState.Failed failed -> references(failed.legs());
            };
        }

        private static List<CallReference> with(Leg caller, Rings rings) {
            return Stream.concat(Stream.of(caller.reference()), rings.references().stream())
                    .toList();
        }

        private static List<CallReference> references(List<Leg> legs) {
            return legs.stream().map(Leg::reference).toList();
        }

        /** What those hear who are held. */
        List<Played> music() {
            return call.music();
        }

        /** Who looks on. */
        List<Onlooker> onlookers() {
            return call.onlookers();
        }

        Optional<CallTimer> timer() {
            return Optional.ofNullable(timer);
        }
    }

    Deskphone phone(String number) {
        return new Deskphone(this, number, number);
    }

    /** A further phone with the line of another. */
    Deskphone sharing(String number, String name) {
        return new Deskphone(this, number, name);
    }

    void moveIn(Deskphone phone) {
        phones.put(phone.name(), phone);
        phone.phone().lines().forEach(button -> lines.add(button, phone.alertingName()));
        recompile();
    }

    /** A number nobody has a phone for. */
    void number(String digits) {
        lines.add(digits);
        recompile();
    }

    /** The bandwidth of locations. */
    Roads roads() {
        return roads;
    }

    void region(String name, AudioCodec within, AudioCodec toOthers) {
        regions.put(name, new Region(name, within, toOthers, Map.of()));
    }

    private void recompile() {
        var numbering = Numbering.with(
                        lines.all(),
                        phones.values().stream().map(Deskphone::phone).toList(),
                        Map.of())
                .translating(translations)
                .asking(codes)
                .routing(routes)
                .hunting(pilots, huntLists, lineGroups)
                .featuring(FeatureNumbers.of(groups, parks, directedParks, meetMes, messageWaiting))
                .build();
        plan = DialPlan.compile(numbering, () -> Instant.EPOCH);
    }

    DialPlan plan() {
        return plan;
    }

    /** What happened, in order, for the reader of a failure. */
    List<String> story() {
        return story;
    }

    void tell(String line) {
        story.add(line);
    }

    /** The keys the calls wiped. */
    List<KeySet> wiped() {
        return wiped;
    }

    /** How many key sets were made. */
    int keySetsMade() {
        return (int) (keys / 2);
    }

    /** Whether these are the two sides of one call. */
    boolean areTalking(CallReference one, CallReference other) {
        return !one.equals(other)
                && calls.values().stream().map(Ongoing::state).anyMatch(state -> switch (state) {
                    case CallState.Talking(var parties, var _, var _) -> areOf(parties, one, other);
                    case CallState.Barged barged ->
                        areOf(barged.talking().parties(), one, other)
                                || Set.of(one, other)
                                        .equals(Set.of(
                                                barged.guest().reference(),
                                                barged.talking()
                                                        .parties()
                                                        .leg(barged.side())
                                                        .reference()));
                    case CallState _ -> false;
                });
    }

    /** Calls with somebody outside. */
    List<Ongoing> outsideCalls() {
        var outside = gateways.values().stream()
                .flatMap(gateway -> gateway.legs().stream())
                .collect(Collectors.toSet());
        return calls.values().stream()
                .filter(call -> Ongoing.legs(call.state()).stream().anyMatch(outside::contains))
                .toList();
    }

    /** What is left outside: legs of gateways that are in no call. */
    List<CallReference> leftOutside() {
        var inCalls = calls.values().stream()
                .flatMap(call -> Ongoing.legs(call.state()).stream())
                .collect(Collectors.toSet());
        return gateways.values().stream()
                .flatMap(gateway -> gateway.legs().stream())
                .filter(leg -> !inCalls.contains(leg))
                .toList();
    }

    /** Whether the bridge's leg is the seat of this one in a conference. */
    boolean share(CallReference leg, CallReference port) {
        return calls.values().stream()
                .map(Ongoing::state)
                .anyMatch(state -> state instanceof CallState.Conferring(var conference)
                        && conference
                                .seat(leg)
                                .filter(seat -> seat.port().reference().equals(port))
                                .isPresent());
    }

    private static boolean areOf(Parties parties, CallReference one, CallReference other) {
        return parties.side(one).isPresent() && parties.side(other).isPresent();
    }

    /** Calls that are not over. */
    List<Ongoing> calls() {
        return List.copyOf(calls.values());
    }

    CallReference nextReference() {
        return new CallReference(++lastReference);
    }

    int nextPort() {
        return lastPort += 2;
    }

    /** What every call in progress waits for does not come. */
    void expires(CallTimer timer) {
        calls().stream().filter(call -> call.timer == timer).forEach(this::expire);
        settle();
    }

    /** The time for reports is over that calls asked for. */
    void reportsAreDue() {
        calls().forEach(this::reportsAreDue);
        settle();
    }

    void reportsAreDue(Ongoing call) {
        var ofCall = due.stream().filter(one -> one.call == call).toList();
        due.removeAll(ofCall);
        for (var one : ofCall) {
            story.add("call " + call.number + ": a report is due");
            step(call, one.signal);
        }
    }

    void expire(Ongoing call) {
        reportsAreDue(call);
        var timer = call.timer;
        if (timer != null) {
            story.add("call " + call.number + ": " + timer + " expires");
            call.timer = null;
            step(call, new CallSignal.Expired(timer));
        }
    }

    /** Delivers everything that is under way. */
    void settle() {
        while (deliverOne(0)) {}
    }

    /** Delivers the next message of one of the queues; false when nothing is under way. */
    boolean deliverOne(int which) {
        if (queues.isEmpty()) {
            return false;
        }
        var route = List.copyOf(queues.keySet()).get(which % queues.size());
        var queue = queues.get(route);
        if (queue == null) {
            return false;
        }
        var message = queue.removeFirst();
        if (queue.isEmpty()) {
            queues.remove(route);
        }
        message.run();
        return true;
    }

    private void send(Object from, Object to, Runnable message) {
        queues.computeIfAbsent(new Route(from, to), _ -> new ArrayList<>()).add(message);
    }

    /** Performs what a device's step brought about. */
    void perform(Deskphone phone, List<DeviceEffect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case DeviceEffect.Command(var command) -> phone.shows(command);
                case DeviceEffect.Begin(var originate) -> {
                    var call = new Ongoing(++begun);
                    calls.put(call.number, call);
                    enlist(originate.caller().reference(), call, phone);
                    send(phone, call, () -> step(call, originate));
                }
                case DeviceEffect.ForwardAll(var line, var to) ->
                    to.ifPresentOrElse(
                            number -> forwards(line.number().digits(), ForwardReason.ALL, number),
                            () -> keeps(line.number().digits()));
                case DeviceEffect.DoNotDisturb(var active) ->
                    phone.silence(
                            active, phone.phone().features().doNotDisturb().option());
                case DeviceEffect.Private(var active) -> phone.keepsPrivate(active);
                case DeviceEffect.Follow(var line, var _) -> {
                    followed.put(phone, line);
                    tellOfLine(phone, line, status(line));
                }
                case DeviceEffect.Unfollow() -> followed.remove(phone);
                case DeviceEffect.HuntGroups(var loggedIn) -> {
                    phone.isHunted(loggedIn);
                    recompile();
                }
                case DeviceEffect.Signal(var leg, var signal) -> {
                    var call = callOfLeg.get(leg);
                    if (call != null) {
                        send(phone, call, () -> step(call, signal));
                    }
                }
            }
        }
    }

    /** Tells those who follow lines what changed. */
    void looksAtLines() {
        followed.forEach((phone, line) -> {
            var now = status(line);
            if (now != shown.put(phone, now)) {
                tellOfLine(phone, line, now);
            }
        });
    }

    private void tellOfLine(Deskphone phone, NumberKey line, LineStatus status) {
        shown.put(phone, status);
        send(lamps, phone, () -> phone.hearsOfLine(line, status));
    }

    /** What a line does, all its phones together. */
    private LineStatus status(NumberKey line) {
        return phones.values().stream()
                .filter(Deskphone::isRegistered)
                .flatMap(phone -> phone.statusOf(line).stream())
                .max(Comparator.comparingInt(List.of(
                        LineStatus.DO_NOT_DISTURB, LineStatus.IDLE, LineStatus.ALERTING, LineStatus.IN_USE)::indexOf))
                .orElse(LineStatus.UNKNOWN);
    }

    /** The line that is followed for a phone. */
    Optional<NumberKey> followedBy(Deskphone phone) {
        return Optional.ofNullable(followed.get(phone));
    }

    /** Whoever follows a line did so for as long as they may. */
    void followedLongEnough() {
        Map.copyOf(followed).forEach((phone, line) -> send(lamps, phone, () -> phone.followedLongEnough(line)));
    }

    /** Users may be called back, or not. */
    void callsBack(boolean enabled) {
        features = features.with(new CallingBack(enabled, Duration.ofMinutes(30)));
    }

    private void enlist(CallReference leg, Ongoing call, Deskphone phone) {
        callOfLeg.put(leg, call);
        phoneOfLeg.put(leg, phone);
    }

    private void step(Ongoing call, CallSignal signal) {
        var step = Playback.step(context(), call.call, signal);
        call.call = step.next();
        step.effects().forEach(effect -> perform(call, effect));
        if (call.state() instanceof CallState.Ended) {
            calls.remove(call.number);
        }
    }

    CallContext context() {
        return new CallContext(
                plan,
                new CodecChoice(regions),
                this::nextKey,
                this::nextReference,
                members(),
                this::oldestRinging,
                lot,
                trunks(),
                meetings,
                resources(),
                roads,
                settings,
                features,
                new Privacy(this::wantsPrivacy, privacyOnHeldCalls));
    }

    private boolean wantsPrivacy(DeviceName device) {
        var phone = phones.get(device);
        return phone != null && phone.phone().features().privacy() == PrivacySetting.ON;
    }

    /** Who holds a call for a minute is reminded every half minute. */
    void remindsOfHeldCalls() {
        settings = settings.with(new HoldReversion(Duration.ofSeconds(60), Duration.ofSeconds(30)));
    }

    /** The calls that users said to be malicious. */
    List<String> malicious() {
        return malicious;
    }

    /** Diverted calls go to the mailbox of whom the caller wanted at first. */
    void divertsToOriginalCalled() {
        features = features.with(new Diverting(true));
    }

    /** Whether held calls of who wants privacy are private too. */
    void privacyOnHeldCalls(boolean enforced) {
        privacyOnHeldCalls = enforced;
    }

    /** A conference bridge is there from now on. */
    Bridge bridge(String name, boolean secure) {
        var bridge = new Bridge(this, name, secure);
        bridges.put(bridge.terminal().device(), bridge);
        return bridge;
    }

    /** A media termination point is there from now on, for so many calls at once. */
    Bridge point(String name, boolean secure, int calls) {
        var point = new Bridge(this, name, secure, List.of(AudioCodec.values())).seats(2 * calls);
        points.put(point.terminal().device(), point);
        return point;
    }

    List<Bridge> points() {
        return List.copyOf(points.values());
    }

    /** Calls that shall have a media termination point are refused when none is free. */
    void failsWithoutPoint() {
        features = features.with(new FeatureSettings.Relaying(true, true));
    }

    /** Whether the leg of a point is the one that faces this leg in its call. */
    boolean face(CallReference leg, CallReference port) {
        return calls.values().stream().map(Ongoing::state).anyMatch(state -> switch (state) {
            case CallState.Talking talking -> face(talking.parties(), leg, port);
            case CallState.Barged barged -> face(barged.talking().parties(), leg, port);
            case CallState _ -> false;
        });
    }

    private static boolean face(Parties parties, CallReference leg, CallReference port) {
        return parties.relay()
                .flatMap(relay -> parties.side(leg)
                        .map(side -> relay.facing(side).reference().equals(port)))
                .orElse(false);
    }

    /** A gateway is there from now on. */
    Gateway gateway(String name) {
        var gateway = new Gateway(this, name);
        gateways.put(new DeviceName(name), gateway);
        return gateway;
    }

    List<Gateway> gateways() {
        return List.copyOf(gateways.values());
    }

    /** Somebody calls from outside. */
    void calls(Gateway gateway, String digits) {
        begins(gateway, digits);
        settle();
    }

    /** Somebody calls from outside; what that brings about is under way. */
    CallReference begins(Gateway gateway, String digits) {
        var call = new Ongoing(++begun);
        calls.put(call.number, call);
        var caller = new Leg(nextReference(), gateway.terminal());
        callOfLeg.put(caller.reference(), call);
        gatewayOfLeg.put(caller.reference(), gateway);
        var order = new SearchOrder(Optional.empty(), Optional.empty());
        send(
                gateway,
                call,
                () -> step(
                        call, new CallSignal.Originate(caller, order, Optional.of(digits), List.of(), Purpose.CALL)));
        return caller.reference();
    }

    /** A line forwards calls from outside elsewhere than those from inside. */
    void forwardsFromOutside(String number, ForwardReason reason, String to) {
        lines.forwards(
                number,
                before -> new Forwards(
                        before.targets(), Map.of(reason, new Forward(to, Optional.empty())), Optional.empty()));
        recompile();
    }

    /** The ways out. */
    void routes(RouteTables tables) {
        routes = tables;
        recompile();
    }

    /** The route lists that could take a call nowhere. */
    List<String> exhausted() {
        return exhausted;
    }

    private Trunks trunks() {
        return new Trunks() {
            @Override
            public TrunkState state(String device) {
                var gateway = gateways.get(new DeviceName(device));
                return gateway == null ? TrunkState.NOT_REGISTERED : gateway.state();
            }

            @Override
            public Optional<String> lastUsed(String routeGroup) {
                return Optional.ofNullable(lastUsed.get(routeGroup));
            }

            @Override
            public void used(String routeGroup, String device) {
                lastUsed.put(routeGroup, device);
            }
        };
    }

    List<Bridge> bridges() {
        return List.copyOf(bridges.values());
    }

    private MediaResources resources() {
        return new MediaResources() {
            @Override
            public Optional<Terminal> conferenceBridge(Terminal wanting, int parties) {
                return bridges.values().stream()
                        .filter(bridge -> bridge.hasRoom(parties))
                        .findFirst()
                        .map(Bridge::terminal);
            }

            @Override
            public boolean hasSeat(DeviceName device) {
                var bridge = bridges.get(device);
                return bridge != null && bridge.hasRoom(1);
            }

            @Override
            public Optional<Terminal> musicOnHold(Terminal held) {
                return jukebox.musicOnHold(held);
            }

            @Override
            public Optional<MulticastMusic> multicastMusic(Terminal held, String source) {
                return jukebox.multicastMusic(source);
            }

            @Override
            public Optional<Terminal> annunciator(Terminal listener) {
                return jukebox.musicOnHold(listener);
            }

            @Override
            public Optional<Terminal> terminationPoint(Terminal wanting) {
                return points.values().stream()
                        .filter(point -> point.hasRoom(2))
                        .findFirst()
                        .map(Bridge::terminal);
            }
        };
    }

    /** A bridge says something of one of its legs. */
    void says(Object bridge, CallReference leg, CallSignal signal) {
        var call = callOfLeg.get(leg);
        if (call != null) {
            send(bridge, call, () -> step(call, signal));
        }
    }

    /** A pilot that hunts one line group. */
    void hunts(String number, LineGroup group, UnaryOperator<HuntPilot> pilot) {
        lineGroups.put(group.name(), group);
        huntLists.put(group.name(), new HuntList(group.name(), "", true, List.of(group.name())));
        pilots.add(pilot.apply(HuntPilot.of(number, "", group.name())));
        recompile();
    }

    private Members members() {
        return new Members() {
            @Override
            public MemberState state(Destination member) {
                return new MemberState.Idle(Instant.EPOCH);
            }

            @Override
            public Optional<Destination> lastOffered(String lineGroup) {
                return Optional.ofNullable(lastOffered.get(lineGroup));
            }
        };
    }

    private Optional<CallReference> oldestRinging(Predicate<Leg> asked) {
        return calls.values().stream()
                .filter(call -> call.state() instanceof CallState.Ringing)
                .flatMap(call -> ((CallState.Ringing) call.state()).rings().ringing().stream())
                .filter(asked)
                .map(Leg::reference)
                .findFirst();
    }

    /** A pickup group with these lines. */
    void pickupGroup(PickupGroup group, String... members) {
        groups.removeIf(known -> known.key().equals(group.key()));
        groups.add(group);
        List.of(members).forEach(member -> lines.joins(member, group.key()));
        recompile();
    }

    /** Who talks hears that a call rings in their group. */
    void alertsPickupsInCalls() {
        features = features.with(new PickingUp(features.pickup().atOnce(), true));
    }

    /** Whether who picks up a call has it at once, or must answer it. */
    void picksUpAtOnce(boolean atOnce) {
        features = features.with(new PickingUp(atOnce, features.pickup().alertsInCalls()));
    }

    /** Calls may be parked there. */
    void parksAt(String pattern) {
        parks.add(new CallPark(pattern, "", ""));
        recompile();
    }

    /** Users may choose these slots. */
    void parksAt(DirectedCallPark range) {
        directedParks.add(range);
        recompile();
    }

    /** People may meet there. */
    void meetsAt(String pattern, SecurityClass minimum) {
        meetMes.add(new MeetMeNumber(pattern, "", "", minimum));
        recompile();
    }

    /** At how many numbers people meet. */
    int meetings() {
        return meetings.rooms.size();
    }

    private static final class Meetings implements MeetingRooms {
        private final Map<NumberKey, CallReference> rooms = new HashMap<>();
        private final Set<CallReference> ready = new HashSet<>();

        @Override
        public boolean open(MeetMe number, CallReference room) {
            return rooms.putIfAbsent(number.key(), room) == null;
        }

        @Override
        public Optional<CallReference> room(NumberKey number) {
            return Optional.ofNullable(rooms.get(number)).filter(ready::contains);
        }
    }

    /** Nobody may park a call any more. */
    void parksNowhere() {
        parks.clear();
        directedParks.clear();
        recompile();
    }

    /** Whatever can be dialled is deleted. */
    void forgetsNumbers() {
        lines.clear();
        List.of(pilots, messageWaiting, translations, groups, parks, directedParks, meetMes)
                .forEach(Collection::clear);
        codes = Codes.NONE;
        routes = RouteTables.NONE;
        recompile();
    }

    /** How many slots are taken. */
    int slotsTaken() {
        return lot.taken.size();
    }

    private static final class Lot implements ParkingLot {
        private final Map<NumberKey, CallReference> taken = new HashMap<>();

        @Override
        public boolean take(ParkSlot slot, CallReference leg) {
            return taken.putIfAbsent(slot.key(), leg) == null;
        }

        @Override
        public Optional<CallReference> parked(NumberKey slot) {
            return Optional.ofNullable(taken.get(slot));
        }

        void vacate(ParkSlot slot, CallReference leg) {
            taken.remove(slot.key(), leg);
        }
    }

    /** Hanging up completes a transfer. */
    void transferOnHook() {
        features = features.with(new Transferring(true));
    }

    /** Phones have no bridge of their own, unless they say so. */
    void bridgesOff() {
        features = features.with(new Barging(false));
    }

    /** How many may confer, and whether the conference ends with its controller. */
    void conferences(int most, boolean endWithController) {
        features = features.with(new Conferring(most, most, endWithController));
    }

    /** Lines forward so from now on. */
    void forwards(String number, ForwardReason reason, String to) {
        lines.forwards(number, reason, to);
        recompile();
    }

    private void keeps(String number) {
        lines.forwards(number, _ -> Forwards.NONE);
        recompile();
    }

    /** A number that becomes another. */
    void translates(TranslationPattern pattern) {
        translations.add(pattern);
        recompile();
    }

    /** The codes there are. */
    void codes(AuthorizationCode authorization, String... matters) {
        codes = Codes.of(
                List.of(authorization),
                Stream.of(matters).map(code -> new ClientMatterCode(code, "")).toList());
        recompile();
    }

    /** What callers entered for their calls, in order. */
    List<Billing> billed() {
        return billed;
    }

    /** Numbers that voice mail dials. */
    void messageWaiting(String number, boolean waiting) {
        messageWaiting.add(new MessageWaitingNumber(new DirectoryNumber(number), "", "", waiting, Optional.empty()));
        recompile();
    }

    /** The voice mail of a line. */
    VoiceMail voiceMail(String number) {
        return plan.line(new DirectoryNumber(number), "").map(Line::voiceMail).orElse(VoiceMail.NONE);
    }

    /** The Messages key of a line dials this. */
    void voiceMailPilot(String number, String pilot) {
        lines.voiceMail(number, before -> new VoiceMail(Optional.of(pilot), before.messagesWaiting()));
        recompile();
    }

    /** The Messages key of other lines dials this. */
    void voiceMailPilot(String pilot) {
        features = features.with(new Messaging(Optional.of(pilot)));
    }

    /** There is no voice mail for lines without a pilot of their own. */
    void noVoiceMail() {
        features = features.with(new Messaging(Optional.empty()));
    }

    /** What those hear whom a line holds. */
    void holdSources(String number, HoldSources sources) {
        lines.holds(number, sources);
        recompile();
    }

    private void messagesWait(String number, boolean waiting) {
        lines.voiceMail(number, before -> new VoiceMail(before.pilot(), waiting));
        recompile();
    }

    private MediaKey nextKey() {
        var key = ByteBuffer.allocate(16).putLong(++keys).array();
        return new MediaKey(key, new byte[14]);
    }

    private void perform(Ongoing call, CallEffect effect) {
        switch (effect) {
            case CallEffect.Tell(var event) -> tell(call, event);
            case CallEffect.Offer(var device, var offered) -> offer(call, device, offered);
            case CallEffect.ToCall(var leg, var signal) -> {
                var other = callOfLeg.get(leg);
                if (other != null) {
                    send(call, other, () -> step(other, signal));
                }
            }
            case CallEffect.MessagesWait(var line, var waiting, var _) ->
                messagesWait(line.number().digits(), waiting);
            case CallEffect.RouteListExhausted(var list) -> exhausted.add(list);
            case CallEffect.Billed(var billing) -> {
                assertThat(call.billing)
                        .as("what was entered for the call before")
                        .isEqualTo(Billing.NONE);
                call.billing = billing;
                billed.add(billing);
            }
            case CallEffect.AwaitReport(var leg, var stream) ->
                due.add(new Due(call, new CallSignal.ReportDue(leg, stream)));
            case CallEffect.OpenRoom(var _, var room) -> {
                callOfLeg.put(room, call);
                meetings.ready.add(room);
            }
            case CallEffect.CloseRoom(var number, var room) -> meetings.rooms.remove(number.key(), room);
            case CallEffect.Hunted(var group, var member) -> lastOffered.put(group, member);
            case CallEffect.StartTimer(var timer, var _) -> call.timer = timer;
            case CallEffect.StopTimer() -> call.timer = null;
            case CallEffect.Vacate(var slot, var leg) -> lot.vacate(slot, leg);
            case CallEffect.MaliciousCall(var _, var calling, var called) ->
                malicious.add(calling.number() + " to " + called.number());
            case CallEffect.Wipe(var set) -> {
                set.wipe();
                wiped.add(set);
            }
            case CallEffect.ReportMediaFailure(var device, var _, var reason) ->
                story.add("alarm: " + device + ": " + reason);
        }
    }

    Jukebox jukebox() {
        return jukebox;
    }

    /** The music source stops, or starts again. */
    void music(boolean runs) {
        story.add(runs ? "the music starts" : "the music stops");
        for (var leg : runs ? List.<CallReference>of() : jukebox.stops()) {
            var call = callOfLeg.get(leg);
            if (call != null) {
                send(jukebox, call, () -> step(call, new CallSignal.Vanished(leg)));
            }
        }
        jukebox.runs(runs);
    }

    /** All announcements come to their end. */
    void announcementsEnd() {
        for (var leg : List.copyOf(jukebox.announcing().keySet())) {
            story.add("an announcement ends");
            var call = callOfLeg.get(leg);
            if (call != null) {
                send(jukebox, call, () -> step(call, new CallSignal.Release(leg)));
            }
        }
    }

    private void offerMusic(Ongoing call, LegEvent offered) {
        callOfLeg.put(offered.leg(), call);
        musicLegs.add(offered.leg());
        send(call, jukebox, () -> {
            if (!jukebox.takes(offered)) {
                send(jukebox, call, () -> step(call, new CallSignal.Rejected(offered.leg(), Cause.NO_CIRCUIT)));
            }
        });
    }

    private void tell(Ongoing call, LegEvent event) {
        if (musicLegs.contains(event.leg())) {
            send(call, jukebox, () -> jukebox.hears(event));
            return;
        }
        var phone = phoneOfLeg.get(event.leg());
        if (phone != null) {
            send(call, phone, () -> hears(call, phone, event));
        }
        var gateway = gatewayOfLeg.get(event.leg());
        if (gateway != null) {
            send(call, gateway, () -> hears(call, gateway, event));
        }
        var bridge = bridgeOfLeg.get(event.leg());
        if (bridge != null) {
            send(call, bridge, () -> bridge.hears(event));
        }
    }

    /** Whoever speaks to a leg is its call from then on. */
    private void hears(Ongoing call, Deskphone phone, LegEvent event) {
        if (event instanceof LegEvent.Moved) {
            send(phone, call, () -> step(call, new CallSignal.Moved(event.leg())));
        } else {
            callOfLeg.put(event.leg(), call);
        }
        phone.hears(event);
    }

    private void hears(Ongoing call, Gateway gateway, LegEvent event) {
        if (event instanceof LegEvent.Moved) {
            send(gateway, call, () -> step(call, new CallSignal.Moved(event.leg())));
        } else {
            callOfLeg.put(event.leg(), call);
        }
        gateway.hears(event);
    }

    private void offer(Ongoing call, DeviceName device, LegEvent offered) {
        if (device.equals(Jukebox.NAME)) {
            offerMusic(call, offered);
            return;
        }
        var gateway = gateways.get(device);
        if (gateway != null) {
            gateway.isOffered(call.billing);
            gatewayOfLeg.put(offered.leg(), gateway);
            callOfLeg.put(offered.leg(), call);
            send(call, gateway, () -> gateway.hears(offered));
            return;
        }
        var bridge = bridges.getOrDefault(device, points.get(device));
        var phone = phones.get(device);
        if (bridge != null && bridge.isRunning()) {
            bridgeOfLeg.put(offered.leg(), bridge);
            callOfLeg.put(offered.leg(), call);
            send(call, bridge, () -> bridge.hears(offered));
        } else if (phone == null || !phone.isRegistered()) {
            var rejected = new CallSignal.Rejected(offered.leg(), Cause.DESTINATION_OUT_OF_ORDER);
            send(call, call, () -> step(call, rejected));
        } else {
            enlist(offered.leg(), call, phone);
            send(call, phone, () -> phone.hears(offered));
        }
    }

    /** Runs a device's machine on what its user or its calls said. */
    void run(Deskphone phone, LegEvent event) {
        var step = DeviceMachine.onEvents(phone.state(), List.of(event), context());
        phone.become(step.next());
        perform(phone, step.effects());
    }
}
