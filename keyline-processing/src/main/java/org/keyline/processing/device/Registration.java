package org.keyline.processing.device;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.callcontrol.station.StationSignal;
import org.keyline.callcontrol.station.StationSignal.Capabilities;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.dial.Forwards;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;
import org.keyline.processing.StationHandle;
import org.keyline.processing.StationLink;
import org.keyline.processing.call.LegOwner;
import org.keyline.processing.device.StationMessage.ConnectionGone;
import org.keyline.processing.device.StationMessage.CutOff;
import org.keyline.processing.device.StationMessage.Deleted;
import org.keyline.processing.device.StationMessage.FollowedLongEnough;
import org.keyline.processing.device.StationMessage.FromCall;
import org.keyline.processing.device.StationMessage.FromPhone;
import org.keyline.processing.device.StationMessage.LineIs;
import org.keyline.processing.device.StationMessage.PickupAlert;
import org.keyline.processing.device.StationMessage.PrivacyChanged;
import org.keyline.processing.device.StationMessage.Reconfigured;
import org.keyline.processing.device.StationMessage.ResetWanted;
import org.keyline.processing.device.StationMessage.WatchingChanged;
import org.keyline.processing.presence.BusyLamps;
import org.keyline.processing.presence.GroupMember;
import org.keyline.processing.presence.LineFollower;
import org.keyline.processing.view.RegisteredDevice;

/** One registration: the device's connection on one side, its actor on the other. Safe from any thread. */
final class Registration implements StationHandle, LegOwner, LineFollower, GroupMember {
    private final RegisteredDevice registered;
    private final StationLink link;
    private final Supplier<CallContext> contexts;
    private final BusyLamps lamps;
    private final BiConsumer<Registration, String> leave;
    private volatile Map<LineInstance, Shown> shown;
    private volatile Phone phone;
    private volatile boolean inCall;
    private volatile boolean complete;
    private volatile boolean secret;
    private volatile Optional<String> wanted = Optional.empty();
    private @Nullable ActorRef<StationMessage> actor;

    /** @param leave told once when the device leaves by itself, with the reason */
    Registration(
            RegisteredDevice registered,
            Phone phone,
            StationLink link,
            Supplier<CallContext> contexts,
            BusyLamps lamps,
            BiConsumer<Registration, String> leave) {
        this.registered = registered;
        this.phone = phone;
        this.link = link;
        this.contexts = contexts;
        this.lamps = lamps;
        this.leave = leave;
        this.shown = shown(phone);
        this.secret = wantsPrivacy();
    }

    /** Gives it its actor, before anybody else knows of it. */
    void actor(ActorRef<StationMessage> started) {
        actor = started;
    }

    RegisteredDevice registered() {
        return registered;
    }

    StationLink link() {
        return link;
    }

    @Override
    public DeviceName device() {
        return registered.device();
    }

    @Override
    public Optional<InetAddress> address() {
        return Optional.of(registered.peer().getAddress());
    }

    @Override
    public void signal(StationSignal signal) {
        if (signal instanceof Capabilities) {
            complete = true;
        }
        tell(new FromPhone(signal));
    }

    @Override
    public void gone(String reason) {
        leave.accept(this, wanted.orElse(reason));
        tell(new ConnectionGone(reason));
    }

    /** Whether the phone has said what it can do: until then it is registered in part. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public boolean inCall() {
        return inCall;
    }

    void inCall(boolean now) {
        if (inCall != now) {
            inCall = now;
        }
    }

    @Override
    public void hear(ActorRef<CallSignal> call, List<LegEvent> events) {
        tell(new FromCall(call, events));
    }

    void reset(Reset.Kind kind, Optional<String> cause) {
        wanted = cause;
        tell(new ResetWanted(kind));
    }

    void configured(Phone changed, Site site) {
        if (!changed.equals(phone)) {
            showDoNotDisturb(
                    phone.features().doNotDisturb().active(),
                    changed.features().doNotDisturb().active());
            showHuntGroups(phone, changed);
            phone = changed;
            tell(new Reconfigured(changed, site));
        }
        show(shown(changed));
        showPrivacy();
    }

    private void showPrivacy() {
        var now = wantsPrivacy();
        if (secret != now) {
            secret = now;
            link.deliver(List.of(new StationCommand.ShowPrivacy(now)));
            tell(new PrivacyChanged());
        }
    }

    private boolean wantsPrivacy() {
        return contexts.get().privacy().isWantedBy(device());
    }

    private void showDoNotDisturb(boolean before, boolean now) {
        if (before != now) {
            link.deliver(List.of(new StationCommand.ShowDoNotDisturb(now)));
        }
    }

    private void showHuntGroups(Phone before, Phone now) {
        var loggedIn = now.features().loggedIntoHuntGroups();
        if (before.features().loggedIntoHuntGroups() != loggedIn) {
            link.deliver(List.of(new StationCommand.ShowHuntGroups(loggedIn)));
        }
    }

    /** Only what is new: phones with many lines are told no more than they need. */
    private void show(Map<LineInstance, Shown> now) {
        var before = shown;
        if (now.equals(before)) {
            return;
        }
        shown = now;
        var commands = new ArrayList<StationCommand>();
        now.forEach((line, shows) -> {
            var showed = before.getOrDefault(line, Shown.NOTHING);
            if (!shows.forwards().equals(showed.forwards())) {
                commands.add(new StationCommand.ShowForwards(line, shows.forwards()));
            }
            if (shows.messages() != showed.messages()) {
                commands.add(new StationCommand.ShowMessages(line, shows.messages()));
            }
        });
        if (!commands.isEmpty()) {
            link.deliver(commands);
        }
    }

    /** What a phone shows of a line that has no call. */
    private record Shown(Forwards forwards, boolean messages) {
        static final Shown NOTHING = new Shown(Forwards.NONE, false);

        static Shown of(Line line) {
            return new Shown(line.forwards(), line.voiceMail().messagesWaiting());
        }
    }

    @Override
    public Forwards forwards(LineInstance line) {
        return phone.line(line).map(this::shown).orElse(Shown.NOTHING).forwards();
    }

    @Override
    public boolean messagesWaiting(LineInstance line) {
        return phone.line(line).map(this::shown).orElse(Shown.NOTHING).messages();
    }

    @Override
    public LineStatus watchedLine(int speedDial) {
        return phone.speedDials().stream()
                .filter(dial -> dial.instance() == speedDial)
                .findFirst()
                .flatMap(SpeedDial::watches)
                .map(lamps::status)
                .orElse(LineStatus.UNKNOWN);
    }

    @Override
    public void lineIs(NumberKey line, LineStatus status, Instant at) {
        tell(new LineIs(line, status, at));
    }

    @Override
    public void followedLongEnough(NumberKey line) {
        tell(new FollowedLongEnough(line));
    }

    @Override
    public void ringsInGroup(Optional<PickupCall> call) {
        link.deliver(List.of(new StationCommand.ShowPickup(call)));
    }

    @Override
    public void alertsOfPickup() {
        tell(new PickupAlert());
    }

    /** Other lines are watched than before. */
    void watchingChanged() {
        tell(new WatchingChanged());
    }

    private Map<LineInstance, Shown> shown(Phone of) {
        var all = new TreeMap<LineInstance, Shown>(Comparator.comparingInt(LineInstance::number));
        of.lines().forEach(line -> all.put(line.instance(), shown(line)));
        return all;
    }

    private Shown shown(LineAppearance line) {
        return contexts.get()
                .dialPlan()
                .line(line.number(), line.partition())
                .map(Shown::of)
                .orElse(Shown.NOTHING);
    }

    void deleted() {
        leave.accept(this, "deleted");
        tell(new Deleted());
    }

    void cutOff(String reason) {
        tell(new CutOff(reason));
    }

    void cutOffByDefect() {
        leave.accept(this, "internal error");
        link.close("internal error");
    }

    private void tell(StationMessage message) {
        Objects.requireNonNull(actor, "the actor is started first").tell(message);
    }
}
