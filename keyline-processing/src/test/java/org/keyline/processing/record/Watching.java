package org.keyline.processing.record;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.Aim;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.call.Parties;
import org.keyline.callcontrol.call.Rings;
import org.keyline.callcontrol.call.Routing;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.digits.Route;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.callcontrol.digits.Target;
import org.keyline.callcontrol.media.MediaSession;
import org.keyline.callcontrol.media.MediaSession.Ends;
import org.keyline.callcontrol.media.Side;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.SrtpAlgorithm;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.CodeKind;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Purpose;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/** A call that a test moves from state to state, ten seconds a step, and what its watch says. */
final class Watching implements CallRecords, LegFacts {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final int CALL = 101;
    static final int JOINING_CALL = 77;

    final List<CallPart> parts = new ArrayList<>();
    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final CallWatch watch = new CallWatch(CALL, this, this, clock);
    private CallState state = new CallState.Idle();
    Wanted wanted = new Wanted(true, false);

    static Leg leg(int reference, String number, SecurityClass security) {
        return new Leg(
                new CallReference(reference),
                new Terminal(
                        new DeviceName("SEP00000000" + number),
                        new Party(number, "User " + number),
                        Optional.of(new PhoneModel(
                                404, "7962", PhoneModel.Family.JAVA, 6, EnumSet.allOf(SecurityFeature.class))),
                        Site.in("Default"),
                        security,
                        security == SecurityClass.ENCRYPTED ? EnumSet.allOf(SrtpAlgorithm.class) : Set.of(),
                        List.of(AudioCodec.G711_ULAW)));
    }

    static Leg leg(int reference, String number) {
        return leg(reference, number, SecurityClass.NON_SECURE);
    }

    Watching originates(Leg caller, Purpose purpose) {
        return on(
                new CallSignal.Originate(caller, order(), Optional.empty(), List.of(), purpose),
                new CallState.Dialling(caller, order(), "", purpose));
    }

    Watching dials(Leg caller, String digits) {
        return on(
                new CallSignal.Digit(caller.reference(), digits.charAt(digits.length() - 1)),
                new CallState.Dialling(caller, order(), digits, Purpose.CALL));
    }

    /** The number is complete, and a code is asked for. */
    Watching entersCode(Leg caller, String number) {
        var route = new Route(
                number,
                number,
                List.of(),
                new CodeDemand(Optional.of(1), false),
                false,
                new Target.Blocked(Cause.NO_ERROR));
        return on(
                new CallSignal.Digit(caller.reference(), number.charAt(number.length() - 1)),
                new CallState.EnteringCode(
                        new CallState.Dialling(caller, order(), number, Purpose.CALL),
                        route,
                        CodeKind.AUTHORIZATION,
                        "",
                        Billing.NONE));
    }

    Watching bills(Billing billing) {
        watch.billed(billing);
        return this;
    }

    Watching rings(Leg caller, Leg called, Optional<Redirection> redirection) {
        return on(
                new CallSignal.Alerting(called.reference(), called.terminal()),
                new CallState.Ringing(
                        caller, routing(called, redirection), new Rings(List.of(), List.of(called), Optional.empty())));
    }

    Watching talks(Leg caller, Leg called, Optional<Redirection> redirection) {
        return on(
                new CallSignal.Answer(called.reference()),
                new CallState.Talking(
                        new Parties(caller, called, redirection), media(caller, called), Optional.empty()));
    }

    Watching on(CallSignal signal, CallState next) {
        now = now.plus(Duration.ofSeconds(10));
        watch.step(state, signal, next);
        state = next;
        return this;
    }

    Watching marked() {
        watch.malicious();
        return this;
    }

    Watching breaks() {
        watch.broken();
        return this;
    }

    CallPart onlyPart() {
        if (parts.size() != 1) {
            throw new AssertionError("One part expected: " + parts);
        }
        return parts.getFirst();
    }

    static Routing routing(Leg called, Optional<Redirection> redirection) {
        var number = called.terminal().party().number();
        var line = new Line(new DirectoryNumber(number), "", "", "", Optional.empty());
        return new Routing(
                number, Party.UNKNOWN, new Aim.ToLine(new Destination(line, List.of())), redirection, List.of(), 0, 0);
    }

    static MediaAddress address(int reference) {
        return new MediaAddress(InetAddress.ofLiteral("192.0.2." + reference), 16_000 + reference);
    }

    private static MediaSession media(Leg caller, Leg called) {
        var ends = new Ends(caller.reference().value(), caller.reference(), called.reference(), 1);
        return MediaSession.open(ends, AudioCodec.G722, Optional.empty())
                .session()
                .opened(Side.CALLING, address(caller.reference().value()))
                .session()
                .opened(Side.CALLED, address(called.reference().value()))
                .session();
    }

    static SearchOrder order() {
        return new SearchOrder(Optional.empty(), Optional.empty());
    }

    @Override
    public Wanted wanted() {
        return wanted;
    }

    @Override
    public void ended(CallPart part) {
        parts.add(part);
    }

    @Override
    public void measured(LegQuality quality) {}

    @Override
    public void over(int call, Instant began, Instant ended) {}

    @Override
    public Optional<Integer> call(CallReference leg) {
        return Optional.ofNullable(Map.of(7, JOINING_CALL).get(leg.value()));
    }

    @Override
    public Optional<InetAddress> address(CallReference leg) {
        return Optional.of(InetAddress.ofLiteral("198.51.100." + leg.value()));
    }
}
