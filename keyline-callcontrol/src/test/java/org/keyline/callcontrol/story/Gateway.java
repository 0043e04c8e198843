package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.route.TrunkState;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * A gateway, at the boundary of what there is: it rings for every call it is offered, or refuses them all. Who is
 * called outside speaks through it.
 */
final class Gateway {
    private final Office office;
    private final Terminal terminal;
    private final Set<CallReference> legs = new HashSet<>();
    private final List<String> sent = new ArrayList<>();
    private TrunkState state = TrunkState.FREE;
    private Optional<Cause> refusal = Optional.empty();
    private boolean asksForCodes;

    Gateway(Office office, String name) {
        this.office = office;
        this.terminal = new Terminal(
                new DeviceName(name),
                new Party("", "Outside"),
                Optional.empty(),
                Site.in("default"),
                SecurityClass.NON_SECURE,
                Set.of(),
                List.of(AudioCodec.G711_ULAW));
    }

    Terminal terminal() {
        return terminal;
    }

    TrunkState state() {
        return state;
    }

    Gateway is(TrunkState now) {
        state = now;
        return this;
    }

    Gateway refuses(Cause cause) {
        refusal = Optional.of(cause);
        return this;
    }

    /** What it was asked to call and for whom, as {@code 5551234 from 2001}. */
    List<String> sent() {
        return sent;
    }

    /** Whoever calls must have entered codes: an authorization code, and for whom they call. */
    Gateway asksForCodes() {
        asksForCodes = true;
        return this;
    }

    /** Who is called answers. */
    void answers() {
        picksUp();
        office.settle();
    }

    /** Who is called answers; what that brings about is under way. */
    void picksUp() {
        List.copyOf(legs).forEach(leg -> office.says(this, leg, new CallSignal.Answer(leg)));
    }

    /** Those outside hang up. */
    void hangsUp() {
        List.copyOf(legs).forEach(leg -> office.says(this, leg, new CallSignal.Release(leg)));
    }

    /** The gateway is lost with all its calls; it is there again at once. */
    void isLost() {
        List.copyOf(legs).forEach(leg -> office.says(this, leg, new CallSignal.Vanished(leg)));
        legs.clear();
    }

    /** Somebody outside calls. */
    void calls(String digits) {
        legs.add(office.begins(this, digits));
    }

    /** The legs it has. */
    Set<CallReference> legs() {
        return Set.copyOf(legs);
    }

    /** A call is offered for which its caller entered this. */
    void isOffered(Billing billing) {
        if (asksForCodes) {
            assertThat(billing.authorization())
                    .as("who calls %s", terminal.device())
                    .isPresent();
            assertThat(billing.clientMatter())
                    .as("for whom they call %s", terminal.device())
                    .isPresent();
        }
    }

    void isEmpty() {
        assertThat(legs).as("calls of %s", terminal.device()).isEmpty();
    }

    void hears(LegEvent event) {
        office.tell("    " + terminal.device() + " <- " + event);
        switch (event) {
            case LegEvent.Offered offered -> {
                sent.add(offered.parties().called().number() + " from "
                        + offered.parties().calling().number());
                var leg = offered.leg();
                if (refusal.isPresent()) {
                    office.says(this, leg, new CallSignal.Rejected(leg, refusal.get()));
                } else {
                    legs.add(leg);
                    office.says(this, leg, new CallSignal.Alerting(leg, terminal));
                }
            }
            case LegEvent.Media(var leg, OpenReceive open) -> {
                var address = new MediaAddress(InetAddress.getLoopbackAddress(), office.nextPort());
                office.says(this, leg, new CallSignal.ReceiveOpened(leg, open.stream(), address));
            }
            case LegEvent.Cleared(var leg) -> legs.remove(leg);
            default -> {}
        }
    }
}
