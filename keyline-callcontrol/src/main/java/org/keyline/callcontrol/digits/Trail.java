package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.callcontrol.digits.Route.Hop;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingTransformation;
import org.keyline.model.dial.CodeDemand;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.ReleaseCause;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

/**
 * What became of dialled digits so far.
 *
 * @param dialled what the caller dialled
 * @param number what they are now
 * @param hops the patterns they went through
 * @param codes what must be entered because of them
 * @param emergency whether one of them calls for help
 */
record Trail(String dialled, String number, List<Hop> hops, CodeDemand codes, boolean emergency) {
    Trail {
        hops = List.copyOf(hops);
    }

    static Trail of(String dialled) {
        return new Trail(dialled, dialled, List.of(), CodeDemand.NONE, false);
    }

    /** The digits lead to {@code target}. On the way to help no code is asked for. */
    Route to(Target target) {
        return new Route(dialled, number, hops, emergency ? CodeDemand.NONE : codes, emergency, target);
    }

    Route hunting(DigitTrie.Entry<Meaning> entry, Target.Hunt hunt) {
        return piloting(entry, hunt)
                .to(hunt.pilot().treatment().blocked().map(Trail::blocked).orElse(hunt));
    }

    Trail piloting(DigitTrie.Entry<Meaning> entry, Target.Hunt hunt) {
        var pilot = hunt.pilot();
        return through(entry, number.length(), pilot.partition(), pilot.called(), pilot.calling(), pilot.treatment());
    }

    Route leadingOut(DigitTrie.Entry<Meaning> entry, Target.Outside outside) {
        return out(entry, outside)
                .to(outside.pattern().treatment().blocked().map(Trail::blocked).orElse(outside));
    }

    Trail out(DigitTrie.Entry<Meaning> entry, Target.Outside outside) {
        var pattern = outside.pattern();
        return through(
                entry, number.length(), pattern.partition(), pattern.called(), pattern.calling(), pattern.treatment());
    }

    Trail translating(DigitTrie.Entry<Meaning> entry, TranslationPattern pattern) {
        return translating(entry, pattern, number.length());
    }

    /** Only the first digits are translated, those after them follow the new number. */
    Trail translating(DigitTrie.Entry<Meaning> entry, TranslationPattern pattern, int digits) {
        return through(entry, digits, pattern.partition(), pattern.called(), pattern.calling(), pattern.treatment());
    }

    /** Where the digits end with this translation, the last one, rather than be looked up anew. */
    Optional<Route> end(TranslationPattern pattern) {
        return pattern.treatment()
                .blocked()
                .map(Trail::blocked)
                .or(this::tooFar)
                .map(this::to);
    }

    private Optional<Target> tooFar() {
        if (number.length() > DialPlan.MOST_DIGITS) {
            return Optional.of(new Target.NumberTooLong());
        }
        return hops.size() > DialPlan.MOST_TRANSLATIONS
                ? Optional.of(new Target.TooManyTranslations())
                : Optional.empty();
    }

    private Trail through(
            DigitTrie.Entry<Meaning> entry,
            int digits,
            String partition,
            CalledTransformation called,
            CallingTransformation calling,
            Treatment treatment) {
        var shape = entry.shape() == null ? DigitPattern.NO_DIGITS : entry.shape(); // a plain number has no dot
        var before = number.substring(0, digits);
        var after = Rewriting.called(called, shape, before);
        var more = new ArrayList<>(hops);
        more.add(new Hop(entry.text(), partition, before, after, calling));
        return new Trail(
                dialled,
                after + number.substring(digits),
                more,
                codes.and(treatment.codes()),
                emergency || treatment.emergency());
    }

    /** What a caller is told by the cause with the same value. */
    private static Target blocked(ReleaseCause cause) {
        return new Target.Blocked(
                switch (cause) {
                    case NO_ERROR -> Cause.NO_ERROR;
                    case UNALLOCATED_NUMBER -> Cause.UNALLOCATED_NUMBER;
                    case CALL_REJECTED -> Cause.CALL_REJECTED;
                    case NUMBER_CHANGED -> Cause.NUMBER_CHANGED;
                    case INVALID_NUMBER_FORMAT -> Cause.INVALID_NUMBER_FORMAT;
                    case PRECEDENCE_LEVEL_EXCEEDED -> Cause.PRECEDENCE_LEVEL_EXCEEDED;
                });
    }
}
