package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.digits.Compiled.Taken;
import org.keyline.callcontrol.digits.DigitTrie.Entry;
import org.keyline.callcontrol.digits.Explanation.Candidate;
import org.keyline.callcontrol.digits.Explanation.Dropped;
import org.keyline.callcontrol.digits.Explanation.Kind;
import org.keyline.callcontrol.digits.Explanation.Standing;
import org.keyline.callcontrol.digits.Explanation.Step;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.TranslationPattern;

/** Walks the way of a number as an analysis does, and notes what it sees. */
final class Explainer {
    private final Compiled compiled;
    private final List<Step> steps = new ArrayList<>();

    Explainer(Compiled compiled) {
        this.compiled = compiled;
    }

    List<Step> steps(Reach reach, Trail trail) {
        var found = compiled.trie().find(trail.number(), reach);
        var best = found.best();
        var taken =
                best == null && !found.longer() ? compiled.takenBefore(trail.number(), reach) : Optional.<Taken>empty();
        var next = best == null
                ? taken.map(before -> trail.translating(before.entry(), before.pattern(), before.digits()))
                : changed(best, trail);
        steps.add(new Step(
                trail.number(),
                candidates(trail.number(), best, reach),
                found.longer(),
                next.map(changed -> changed.hops().getLast()),
                dropped(best, trail)));
        translation(best)
                .or(() -> taken.map(Taken::pattern))
                .filter(pattern -> next.flatMap(changed -> changed.end(pattern)).isEmpty())
                .ifPresent(pattern ->
                        steps(reach.through(compiled.searchSpace(pattern.callingSearchSpace())), next.orElseThrow()));
        return steps;
    }

    private static Optional<TranslationPattern> translation(@Nullable Entry<Meaning> best) {
        return best != null && best.target() instanceof Meaning.Translation(var pattern)
                ? Optional.of(pattern)
                : Optional.empty();
    }

    private static Optional<Trail> changed(Entry<Meaning> best, Trail trail) {
        return switch (best.target()) {
            case Destination _, FeatureNumber _ -> Optional.empty();
            case Target.Hunt hunt -> Optional.of(trail.piloting(best, hunt));
            case Target.Outside outside -> Optional.of(trail.out(best, outside));
            case Meaning.Translation(var pattern) -> Optional.of(trail.translating(best, pattern));
        };
    }

    private static List<Dropped> dropped(@Nullable Entry<Meaning> best, Trail trail) {
        if (best == null || best.shape() == null) {
            return List.of();
        }
        var discard = switch (best.target()) {
            case Destination _, FeatureNumber _ -> DigitDiscard.NONE;
            case Target.Hunt(var pilot, var _) -> pilot.called().discard();
            case Target.Outside outside -> outside.pattern().called().discard();
            case Meaning.Translation(var pattern) -> pattern.called().discard();
        };
        return Discards.of(discard, best.shape(), trail.number()).dropped();
    }

    private List<Candidate> candidates(String number, @Nullable Entry<Meaning> best, Reach reach) {
        var matching = compiled.trie().matches(number).stream()
                .sorted((one, other) -> compare(one, other, number.length(), reach))
                .map(entry -> new Candidate(
                        entry.text(),
                        compiled.partition(entry.partition()),
                        kind(entry.target()),
                        standing(entry, best, number.length(), reach),
                        filter(entry.target()),
                        entry.shape() == null ? List.of() : entry.shape().parts(number)));
        return Stream.concat(matching, keptOut(number, reach)).toList();
    }

    /** The patterns in reach that would match without their filters. */
    private Stream<Candidate> keptOut(String number, Reach reach) {
        return compiled.filtered().stream()
                .filter(each -> reach.reaches(each.partition()) && each.keepsOut(number))
                .map(each -> new Candidate(
                        each.pattern().head().text(),
                        compiled.partition(each.partition()),
                        kind(each.meaning()),
                        Standing.FILTERED_OUT,
                        filter(each.meaning()),
                        each.unfiltered().parts(number)));
    }

    private static Optional<String> filter(Meaning meaning) {
        return meaning.numbers().flatMap(PlanUse::filter);
    }

    private static int compare(Entry<Meaning> one, Entry<Meaning> other, int length, Reach reach) {
        var order = Boolean.compare(!reach.reaches(one.partition()), !reach.reaches(other.partition()));
        return order == 0 ? DigitTrie.compare(one, other, length, reach) : order;
    }

    private static Standing standing(Entry<Meaning> entry, @Nullable Entry<Meaning> best, int length, Reach reach) {
        if (!reach.reaches(entry.partition())) {
            return reach.misses(entry.partition()) ? Standing.NOT_NOW : Standing.NOT_REACHED;
        }
        if (best == null || entry.equals(best)) {
            return Standing.WINS;
        }
        if (entry.breadth(length) != best.breadth(length) || entry.anyLength() != best.anyLength()) {
            return Standing.LESS_CLOSE;
        }
        return entry.partition() == best.partition() ? Standing.LATER_IN_ORDER : Standing.LATER_PARTITION;
    }

    private static Kind kind(Meaning meaning) {
        return switch (meaning) {
            case Destination _ -> Kind.LINE;
            case Target.Hunt _ -> Kind.HUNT_PILOT;
            case Target.Outside _ -> Kind.ROUTE_PATTERN;
            case FeatureNumber.Pickup _ -> Kind.PICKUP_GROUP;
            case FeatureNumber.Park _ -> Kind.CALL_PARK;
            case FeatureNumber.DirectedPark _, FeatureNumber.Retrieval _ -> Kind.DIRECTED_CALL_PARK;
            case FeatureNumber.MeetMe _ -> Kind.MEET_ME;
            case FeatureNumber.MessageWaiting _ -> Kind.MESSAGE_WAITING;
            case Meaning.Translation _ -> Kind.TRANSLATION;
        };
    }
}
