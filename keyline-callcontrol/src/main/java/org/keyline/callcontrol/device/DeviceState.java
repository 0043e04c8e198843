package org.keyline.callcontrol.device;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.SrtpAlgorithm;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.Party;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;

/**
 * A registered phone and its calls.
 *
 * @param phone its configuration
 * @param site where it is
 * @param security how it registered
 * @param codecs what it can hear and say
 * @param legs its calls, oldest first
 * @param lastDialled the number of its last outgoing call; empty before the first
 * @param handset whether its handset is up as far as is known
 * @param intent what waits for the active call to get out of the way
 * @param callBacks whom its user could not reach, and wants to
 */
public record DeviceState(
        Phone phone,
        Site site,
        SecurityClass security,
        List<AudioCodec> codecs,
        List<DeviceLeg> legs,
        String lastDialled,
        boolean handset,
        Optional<Intent> intent,
        CallBacks callBacks) {
    /** What a phone is taken to have until it says so. */
    private static final List<AudioCodec> BEFORE_CAPABILITIES = List.of(AudioCodec.G711_ULAW, AudioCodec.G711_ALAW);

    /** A phone that just registered. */
    public static DeviceState registered(Phone phone, Site site, SecurityClass security) {
        return new DeviceState(
                phone, site, security, BEFORE_CAPABILITIES, List.of(), "", false, Optional.empty(), CallBacks.NONE);
    }

    /** Whether the phone has no call of its own. */
    public boolean isIdle() {
        for (var leg : legs) {
            if (!leg.phase().isRemote()) {
                return false;
            }
        }
        return true;
    }

    /** What a line of this phone does here, on any of its buttons; what other phones do with it does not count. */
    public LineStatus status(LineInstance line) {
        var status = phone.features().doNotDisturb().active() ? LineStatus.DO_NOT_DISTURB : LineStatus.IDLE;
        for (var leg : legs) {
            if (isSameLine(leg.line(), line) && !leg.phase().isRemote()) {
                if (leg.phase() != LegPhase.RINGING) {
                    return LineStatus.IN_USE;
                }
                status = LineStatus.ALERTING;
            }
        }
        return status;
    }

    /** Which of its calls ring; calls that wait beside another ring too. */
    public Map<CallReference, RingingLeg> ringing() {
        return legs.stream()
                .filter(leg -> leg.phase() == LegPhase.RINGING)
                .collect(Collectors.toUnmodifiableMap(
                        DeviceLeg::reference,
                        leg -> new RingingLeg(leg.line(), leg.parties().calling())));
    }

    /** A call that rings: at which button, and who calls. */
    public record RingingLeg(LineInstance line, Party calling) {}

    /** Whether its user waits for somebody to be free. */
    public boolean isCalledBack() {
        return callBacks.waiting().isPresent();
    }

    /** The references of its calls. */
    public List<CallReference> calls() {
        return legs.stream().map(DeviceLeg::reference).toList();
    }

    /** The same phone with another configuration; calls on lines that are gone go on. */
    public DeviceState configured(Phone newPhone, Site newSite) {
        return new DeviceState(newPhone, newSite, security, codecs, legs, lastDialled, handset, intent, callBacks);
    }

    Optional<DeviceLeg> leg(CallReference reference) {
        return first(leg -> leg.is(reference));
    }

    Optional<DeviceLeg> active() {
        return first(DeviceLeg::isActive);
    }

    Optional<DeviceLeg> first(Predicate<DeviceLeg> which) {
        for (var leg : legs) {
            if (which.test(leg)) {
                return Optional.of(leg);
            }
        }
        return Optional.empty();
    }

    Optional<DeviceLeg> last(Predicate<DeviceLeg> which) {
        return legs.reversed().stream().filter(which).findFirst();
    }

    /** How many calls of its own it has on a line. */
    int callsOn(LineInstance line) {
        var calls = 0;
        for (var leg : legs) {
            calls += leg.line().equals(line) && !leg.phase().isRemote() ? 1 : 0;
        }
        return calls;
    }

    /** Whether two buttons have one line. */
    boolean isSameLine(LineInstance one, LineInstance other) {
        return one.equals(other)
                || phone.line(one)
                        .flatMap(line -> phone.line(other).filter(line::isSameLine))
                        .isPresent();
    }

    boolean hasRoom(LineAppearance line) {
        return callsOn(line.instance()) < line.maxCalls();
    }

    /**
     * The line for a new call: the one asked for (see {@link Rollover}), else the first idle one, else the first with
     * room.
     */
    Optional<LineAppearance> lineForNewCall(LineInstance asked) {
        var line = phone.line(asked);
        if (line.isPresent()) {
            return line.flatMap(asking -> Rollover.toBegin(this, asking));
        }
        return phone.lines().stream()
                .filter(other -> callsOn(other.instance()) == 0)
                .findFirst()
                .or(() -> phone.lines().stream().filter(this::hasRoom).findFirst());
    }

    /** This phone as a party on one of its lines. */
    Terminal terminal(LineAppearance line) {
        return new Terminal(
                phone.name(),
                new Party(line.number().digits(), line.display()),
                Optional.of(line),
                Optional.of(phone.model()),
                site,
                security,
                algorithms(),
                codecs,
                phone.features().builtInBridge());
    }

    private Set<SrtpAlgorithm> algorithms() {
        return security == SecurityClass.ENCRYPTED && phone.model().supports(SecurityFeature.MEDIA_ENCRYPTION)
                ? EnumSet.allOf(SrtpAlgorithm.class)
                : Set.of();
    }

    DeviceState plus(DeviceLeg leg) {
        var more = new ArrayList<>(legs);
        more.add(leg);
        return withLegs(more);
    }

    DeviceState without(CallReference reference) {
        return withLegs(legs.stream().filter(leg -> !leg.is(reference)).toList());
    }

    DeviceState with(DeviceLeg changed) {
        return withLegs(legs.stream()
                .map(leg -> leg.is(changed.reference()) ? changed : leg)
                .toList());
    }

    /** Calls begun for this one, which is held no more, are calls of their own. */
    DeviceState withoutConsultationFor(CallReference first) {
        return first(leg -> leg.consultsFor(first))
                .map(leg -> with(leg.forItself()))
                .orElse(this);
    }

    /** What was being added to another call has the user's ear again. */
    DeviceState joiningNoMore() {
        return first(leg -> leg.phase() == LegPhase.JOINING)
                .map(leg -> with(leg.in(LegPhase.CONNECTED)))
                .orElse(this);
    }

    DeviceState withLegs(List<DeviceLeg> others) {
        return new DeviceState(
                phone, site, security, codecs, List.copyOf(others), lastDialled, handset, intent, callBacks);
    }

    DeviceState capable(List<AudioCodec> found) {
        return new DeviceState(
                phone, site, security, List.copyOf(found), legs, lastDialled, handset, intent, callBacks);
    }

    DeviceState dialled(String number) {
        return new DeviceState(phone, site, security, codecs, legs, number, handset, intent, callBacks);
    }

    DeviceState handset(boolean up) {
        return new DeviceState(phone, site, security, codecs, legs, lastDialled, up, intent, callBacks);
    }

    DeviceState wanting(Optional<Intent> next) {
        return new DeviceState(phone, site, security, codecs, legs, lastDialled, handset, next, callBacks);
    }

    DeviceState with(CallBacks others) {
        return new DeviceState(phone, site, security, codecs, legs, lastDialled, handset, intent, others);
    }
}
