package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** A gateway: it rings for every call it is offered, or refuses them all. */
final class Gateway {
    private final Office office;
    private final Terminal terminal;
    private final Set<CallReference> legs = new HashSet<>();
    private final List<String> sent = new ArrayList<>();
    private TrunkState state = TrunkState.FREE;
    private Optional<Cause> refusal = Optional.empty();

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

    /** Who is called answers. */
    void answers() {
        List.copyOf(legs).forEach(leg -> office.says(this, leg, new CallSignal.Answer(leg)));
        office.settle();
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
