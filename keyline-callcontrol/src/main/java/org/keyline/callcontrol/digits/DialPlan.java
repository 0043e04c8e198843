package org.keyline.callcontrol.digits;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.digits.Analysis.Matched;
import org.keyline.callcontrol.digits.Analysis.NeedMore;
import org.keyline.callcontrol.digits.Analysis.Unmatched;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.dial.TranslationPattern;

/**
 * Every number and who reaches it, compiled for calls: the numbers stand once in one trie, a search space is only a
 * choice among its partitions. Immutable and safe from any thread; a changed configuration makes a new one.
 */
public final class DialPlan {
    /** How many translations may follow each other. */
    public static final int MOST_TRANSLATIONS = 10;

    /** The most digits of a number. */
    public static final int MOST_DIGITS = 50;

    private static final Analysis UNMATCHED = new Unmatched();
    private static final Analysis NEED_MORE = new NeedMore(Optional.empty(), false);
    private static final Analysis NEED_MORE_OUTSIDE = new NeedMore(Optional.empty(), true);

    private final Compiled compiled;
    private final Codes codes;
    private final InstantSource clock;

    private DialPlan(Compiled compiled, Codes codes, InstantSource clock) {
        this.compiled = compiled;
        this.codes = codes;
        this.clock = clock;
    }

    /** Compiles a configuration. Takes time with many numbers: never on an event loop. */
    public static DialPlan compile(Numbering numbering, InstantSource clock) {
        return new DialPlan(Compiled.of(numbering), numbering.codes(), clock);
    }

    /** Compiles a configuration of lines only. */
    public static DialPlan compile(
            Collection<Line> lines, Collection<Phone> phones, Map<String, CallingSearchSpace> searchSpaces) {
        return compile(Numbering.of(lines, phones, searchSpaces), () -> Instant.EPOCH);
    }

    /** What {@code digits} mean now to a caller who searches in {@code order}. */
    public Analysis analyse(SearchOrder order, String digits) {
        return analyse(order, digits, clock.instant());
    }

    /** What {@code digits} mean at a time to a caller who searches in {@code order}. */
    public Analysis analyse(SearchOrder order, String digits, Instant at) {
        return analyse(compiled.reach(order, at), Trail.of(digits));
    }

    /** Why {@code digits} mean at a time what they mean to a caller who searches in {@code order}. */
    public Explanation explain(SearchOrder order, String digits, Instant at) {
        return new Explanation(
                analyse(order, digits, at), new Explainer(compiled).steps(compiled.reach(order, at), Trail.of(digits)));
    }

    /** The line of a number in a partition. */
    public Optional<Line> line(DirectoryNumber number, String partition) {
        return compiled.line(number, partition);
    }

    /** Where a number in a partition appears. */
    public List<Appearance> appearances(DirectoryNumber number, String partition) {
        return compiled.destination(number, partition)
                .map(Destination::appearances)
                .orElse(List.of());
    }

    /** The pickup group of this key. */
    public Optional<PickupGroup> pickupGroup(String key) {
        return compiled.features().pickupGroup(key);
    }

    /** The codes that callers may be asked for. */
    public Codes codes() {
        return codes;
    }

    /** Where a caller who searches in {@code order} may park calls now. */
    public List<FeatureNumber.Park> parks(SearchOrder order) {
        return compiled.parks(compiled.reach(order, clock.instant()));
    }

    /** The range in which this number is a slot, if it is one. */
    public Optional<FeatureNumber.Parking> slot(NumberKey number) {
        return compiled.slot(number);
    }

    private Analysis analyse(Reach reach, Trail trail) {
        var found = compiled.trie().find(trail.number(), reach);
        var best = found.best();
        if (best == null) {
            return found.longer() ? needMore(found.outsideDialTone()) : goingOn(reach, trail);
        }
        var meant = mean(best, reach, trail);
        return !found.longer() || best.target().treatment().takenAtOnce() || callsForHelp(meant)
                ? meant
                : waiting(meant, found.outsideDialTone());
    }

    private Analysis mean(DigitTrie.Entry<Meaning> best, Reach reach, Trail trail) {
        return switch (best.target()) {
            case Destination line -> new Matched(trail.to(line));
            case Target.Hunt hunt -> new Matched(trail.hunting(best, hunt));
            case Target.Outside outside -> new Matched(trail.leadingOut(best, outside));
            case FeatureNumber feature -> new Matched(trail.to(feature));
            case Meaning.Translation(var pattern) -> translated(pattern, trail.translating(best, pattern), reach);
        };
    }

    /** Digits that match nothing as a whole may go on with the number that an urgent translation made. */
    private Analysis goingOn(Reach reach, Trail trail) {
        return compiled.takenBefore(trail.number(), reach)
                .map(taken -> translated(
                        taken.pattern(), trail.translating(taken.entry(), taken.pattern(), taken.digits()), reach))
                .orElse(UNMATCHED);
    }

    private Analysis translated(TranslationPattern pattern, Trail next, Reach reach) {
        return next.end(pattern)
                .<Analysis>map(Matched::new)
                .orElseGet(() -> analyse(reach.through(compiled.searchSpace(pattern.callingSearchSpace())), next));
    }

    private static boolean callsForHelp(Analysis meant) {
        return meant instanceof Matched(var route) && route.emergency();
    }

    /** A longer number is possible beside what the digits mean. */
    private static Analysis waiting(Analysis meant, boolean outsideDialTone) {
        return switch (meant) {
            case Unmatched _ -> needMore(outsideDialTone);
            case NeedMore(var now, var _) -> new NeedMore(now, outsideDialTone);
            case Matched(var route) -> new NeedMore(Optional.of(route), outsideDialTone);
        };
    }

    private static Analysis needMore(boolean outsideDialTone) {
        return outsideDialTone ? NEED_MORE_OUTSIDE : NEED_MORE;
    }
}
