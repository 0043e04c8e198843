package org.keyline.processing.record;

import java.time.InstantSource;
import java.util.Optional;
import org.keyline.callcontrol.call.Billing;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.Originate;
import org.keyline.callcontrol.call.CallState;

/** Watches one call and hands over its parts when they are over. Used by one thread at a time. */
public final class CallWatch {
    private final int number;
    private final CallRecords records;
    private final LegFacts legs;
    private final InstantSource clock;
    private Optional<OpenPart> open = Optional.empty();
    private ConferenceParts conference = ConferenceParts.NONE;

    /**
     * @param number of the call: the reference of its first leg
     * @param legs what is known of legs
     */
    public CallWatch(int number, CallRecords records, LegFacts legs, InstantSource clock) {
        this.number = number;
        this.records = records;
        this.legs = legs;
        this.clock = clock;
    }

    /** The call made a step. */
    public void step(CallState before, CallSignal signal, CallState after) {
        confer(signal, after);
        var begins = (signal instanceof Originate || before instanceof CallState.Parked)
                && records.wanted().parts();
        var backFromConference = before instanceof CallState.Conferring
                && !(after instanceof CallState.Conferring)
                && records.wanted().parts();
        if (begins || backFromConference || (open.isPresent() && !before.equals(after))) {
            var watched = CallObserver.step(number, open, before, signal, after, legs, clock.instant());
            open = watched.open();
            watched.over().ifPresent(this::over);
        }
    }

    /** Before the part of two who go on begins, those of the conference are over. */
    private void confer(CallSignal signal, CallState after) {
        var wanted = after instanceof CallState.Conferring && records.wanted().parts();
        if (wanted || !conference.open().isEmpty()) {
            var watched = conference.step(number, signal, after, clock.instant());
            conference = watched.next();
            watched.over().forEach(this::over);
        }
    }

    /** The caller entered what was asked for. */
    public void billed(Billing billing) {
        open = open.map(part -> part.billed(billing));
    }

    /** A user said that the call is malicious. */
    public void malicious() {
        open = open.map(OpenPart::marked);
        conference = conference.marked();
    }

    /** A defect ended the call. */
    public void broken() {
        open.map(part -> CallObserver.broken(part, clock.instant())).ifPresent(this::over);
        open = Optional.empty();
        conference.broken(number, clock.instant()).forEach(this::over);
        conference = ConferenceParts.NONE;
    }

    private void over(CallPart part) {
        records.ended(part.at(legs));
    }
}
