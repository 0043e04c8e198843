package org.keyline.callcontrol.digits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.HuntList;
import org.keyline.model.dial.HuntPilot;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.LineGroup;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.NumberShape;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteGroup;
import org.keyline.model.dial.RouteList;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.numbering.NumberingPlan;
import org.keyline.model.numbering.NumberingPlans;
import org.keyline.model.numbering.PlanNumbers;
import org.keyline.model.numbering.PlannedPattern;

/** A numbering made ready for questions: partitions have numbers, patterns stand in a trie. */
record Compiled(
        DigitTrie<Meaning> trie,
        Map<String, SearchSpace> searchSpaces,
        Schedules schedules,
        Map<FullNumber, Destination> lines,
        List<String> partitions,
        FeatureNumbers features,
        List<Parks> parks,
        List<Filtered> filtered) {

    /** A pattern with {@code @} whose filter leaves only some of its plan's numbers. */
    record Filtered(PlannedPattern pattern, PlannedPattern unfiltered, int partition, Meaning meaning) {
        /** Whether it is the filter alone that keeps digits from it. */
        boolean keepsOut(String digits) {
            return unfiltered.matches(digits) && !pattern.matches(digits);
        }
    }

    /** A range of slots in the partition of this number. */
    record Parks(int partition, FeatureNumber.Park numbers) {}

    /** A directory number of a partition. */
    record FullNumber(DirectoryNumber digits, String partition) {}

    static Compiled of(Numbering numbering) {
        return new Compiler(numbering).compile();
    }

    Reach reach(SearchOrder order, Instant at) {
        return new Reach(searchSpace(order.line()), searchSpace(order.device()), schedules.away(at, order.zone()));
    }

    /**
     * A translation that was taken at once when fewer digits had been dialled: those that came after it belong to the
     * number it made.
     *
     * @param pattern the translation
     * @param digits how many digits it took
     */
    record Taken(DigitTrie.Entry<Meaning> entry, TranslationPattern pattern, int digits) {}

    /** The translation that was taken on the way to digits that match nothing as a whole. */
    Optional<Taken> takenBefore(String digits, Reach reach) {
        return trie.beginning(digits, reach, Compiled::isTakenAtOnce)
                .flatMap(found -> found.entry().target() instanceof Meaning.Translation(var pattern)
                        ? Optional.of(new Taken(found.entry(), pattern, found.length()))
                        : Optional.empty());
    }

    private static boolean isTakenAtOnce(Meaning meaning) {
        return meaning instanceof Meaning.Translation(var pattern)
                && pattern.treatment().takenAtOnce();
    }

    /** The slots in reach. */
    List<FeatureNumber.Park> parks(Reach reach) {
        return parks.stream()
                .filter(range -> reach.reaches(range.partition()))
                .map(Parks::numbers)
                .toList();
    }

    /** The range in which this number is a slot. */
    Optional<FeatureNumber.Parking> slot(NumberKey slot) {
        return parks.stream()
                .map(Parks::numbers)
                .filter(park -> park.range().partition().equals(slot.partition())
                        && park.slots().contains(slot.number()))
                .<FeatureNumber.Parking>map(park -> park)
                .findFirst()
                .or(() -> features.directedParks().stream()
                        .filter(range -> range.partition().equals(slot.partition())
                                && DigitPattern.parse(range.pattern()).matches(slot.number()))
                        .<FeatureNumber.Parking>map(FeatureNumber.DirectedPark::new)
                        .findFirst());
    }

    /** One that is gone, or none, reaches nothing of its own. */
    SearchSpace searchSpace(Optional<String> name) {
        return name.isEmpty() ? SearchSpace.NOTHING : searchSpaces.getOrDefault(name.get(), SearchSpace.NOTHING);
    }

    Optional<Line> line(DirectoryNumber number, String partition) {
        return destination(number, partition).map(Destination::line);
    }

    Optional<Destination> destination(DirectoryNumber number, String partition) {
        return Optional.ofNullable(lines.get(new FullNumber(number, partition)));
    }

    /** The name of a partition. */
    String partition(int number) {
        return partitions.get(number);
    }

    private static final class Compiler {
        private final Numbering numbering;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final DigitTrie.Builder<Meaning> trie = new DigitTrie.Builder<>();
        private final Map<FullNumber, Destination> lines;
        private final List<Parks> parks = new ArrayList<>();
        private final List<Filtered> filtered = new ArrayList<>();
        private final Map<PlanUse, PlanNumbers> plans = new HashMap<>();
        private final Set<DeviceName> loggedOut;

        Compiler(Numbering numbering) {
            this.numbering = numbering;
            this.loggedOut = numbering.phones().stream()
                    .filter(phone -> !phone.features().loggedIntoHuntGroups())
                    .map(Phone::name)
                    .collect(Collectors.toSet());
            this.lines = HashMap.newHashMap(numbering.lines().size());
            number(Partition.NONE);
        }

        Compiled compile() {
            addLines();
            numbering
                    .translations()
                    .forEach(pattern -> add(
                            shape(pattern.pattern(), pattern.numbers()),
                            pattern.partition(),
                            new Meaning.Translation(pattern)));
            numbering.hunting().pilots().forEach(pilot -> add(pilot.pattern(), pilot.partition(), hunt(pilot)));
            for (var pattern : numbering.routes().patterns()) {
                var shape = shape(pattern.pattern(), pattern.numbers());
                add(shape, pattern.partition(), new Target.Outside(pattern, shape, choices(pattern.to())));
            }
            addFeatures();
            var spaces = HashMap.<String, SearchSpace>newHashMap(
                    numbering.searchSpaces().size());
            numbering.searchSpaces().forEach((name, space) -> spaces.put(name, space(space)));
            return new Compiled(
                    trie.build(),
                    spaces,
                    new Schedules(numbering.times(), numbers),
                    lines,
                    names,
                    numbering.features(),
                    List.copyOf(parks),
                    List.copyOf(filtered));
        }

        private void addFeatures() {
            var features = numbering.features();
            features.pickupGroups()
                    .values()
                    .forEach(group ->
                            trie.addNumber(group.number(), number(group.partition()), new FeatureNumber.Pickup(group)));
            for (var number : features.messageWaiting()) {
                trie.addNumber(
                        number.number().digits(), number(number.partition()), new FeatureNumber.MessageWaiting(number));
            }
            for (var range : features.parks()) {
                var numbers = new FeatureNumber.Park(range, range.slots());
                add(range.pattern(), range.partition(), numbers);
                parks.add(new Parks(number(range.partition()), numbers));
            }
            for (var range : features.meetMes()) {
                add(range.pattern(), range.partition(), new FeatureNumber.MeetMe(range));
            }
            for (var range : features.directedParks()) {
                add(range.pattern(), range.partition(), new FeatureNumber.DirectedPark(range));
                add(range.retrievalPrefix() + range.pattern(), range.partition(), new FeatureNumber.Retrieval(range));
            }
        }

        private void addLines() {
            var appearances = appearances();
            for (var line : numbering.lines()) {
                var number = new FullNumber(line.number(), line.partition());
                var destination = new Destination(line, appearances.getOrDefault(number, List.of()));
                lines.put(number, destination);
                trie.addNumber(line.number().digits(), number(line.partition()), destination);
            }
        }

        /** Where each line is; a phone that has it on several buttons is asked once, and chooses the button itself. */
        private Map<FullNumber, List<Appearance>> appearances() {
            var found = new HashMap<FullNumber, List<Appearance>>();
            for (Phone phone : numbering.phones()) {
                for (var line : phone.lines()) {
                    var of = found.computeIfAbsent(
                            new FullNumber(line.number(), line.partition()), _ -> new ArrayList<>(1));
                    if (of.isEmpty() || !of.getLast().device().equals(phone.name())) {
                        of.add(new Appearance(phone.name(), line.instance()));
                    }
                }
            }
            return found;
        }

        private void add(String text, String partition, Meaning meaning) {
            add(text.isEmpty() ? DigitPattern.NO_DIGITS : DigitPattern.parse(text), partition, meaning);
        }

        private void add(NumberShape shape, String partition, Meaning meaning) {
            var tone = meaning.treatment().outsideDialTone();
            switch (shape) {
                case PlannedPattern planned -> {
                    trie.add(planned, number(partition), tone, meaning);
                    filters(planned, partition, meaning);
                }
                case DigitPattern pattern -> trie.add(pattern, number(partition), tone, meaning);
                default -> throw new IllegalStateException("No pattern: " + shape);
            }
        }

        private void filters(PlannedPattern pattern, String partition, Meaning meaning) {
            meaning.numbers().filter(use -> use.filter().isPresent()).ifPresent(use -> {
                var unfiltered = new PlannedPattern(pattern.head(), numbers(new PlanUse(use.plan(), Optional.empty())));
                filtered.add(new Filtered(pattern, unfiltered, number(partition), meaning));
            });
        }

        private NumberShape shape(String text, PlanUse use) {
            if (text.isEmpty()) {
                return DigitPattern.NO_DIGITS;
            }
            var pattern = DigitPattern.parse(text);
            return pattern.planned() ? new PlannedPattern(pattern, numbers(use)) : pattern;
        }

        /** Patterns that use a plan alike share its numbers. */
        private PlanNumbers numbers(PlanUse use) {
            return plans.computeIfAbsent(use, _ -> PlanNumbers.of(plan(use), clauses(use)));
        }

        private static NumberingPlan plan(PlanUse use) {
            return NumberingPlans.named(use.plan()).orElseGet(() -> new NumberingPlan(use.plan(), List.of()));
        }

        /** A filter that is gone admits nothing: it was not meant to admit everything. */
        private List<RouteFilter.Clause> clauses(PlanUse use) {
            return use.filter()
                    .map(name -> Optional.ofNullable(
                                    numbering.routes().filters().get(name))
                            .map(RouteFilter::clauses)
                            .orElse(List.of(RouteFilter.Clause.NONE)))
                    .orElse(List.of());
        }

        private Target.Hunt hunt(HuntPilot pilot) {
            var groups = Optional.ofNullable(numbering.hunting().lists().get(pilot.huntList()))
                    .filter(HuntList::enabled)
                    .map(HuntList::lineGroups)
                    .orElse(List.of());
            return new Target.Hunt(
                    pilot,
                    groups.stream()
                            .flatMap(name -> Stream.ofNullable(
                                    numbering.hunting().groups().get(name)))
                            .map(this::group)
                            .toList());
        }

        private Target.Group group(LineGroup group) {
            var members = new ArrayList<Destination>();
            var absent = new ArrayList<Destination>();
            for (var member : group.members()) {
                var line = lines.get(new FullNumber(member.number(), member.partition()));
                if (line != null) {
                    var hunted = hunted(line);
                    members.add(hunted);
                    if (hunted.appearances().isEmpty() && !line.appearances().isEmpty()) {
                        absent.add(hunted);
                    }
                }
            }
            return new Target.Group(group, members, absent);
        }

        /** A line as hunting sees it: not at the phones that are logged out. */
        private Destination hunted(Destination line) {
            return line.appearances().stream().noneMatch(at -> loggedOut.contains(at.device()))
                    ? line
                    : new Destination(
                            line.line(),
                            line.appearances().stream()
                                    .filter(at -> !loggedOut.contains(at.device()))
                                    .toList());
        }

        private List<Target.Choice> choices(RoutePattern.Way way) {
            return switch (way) {
                case RoutePattern.Way.Device(var device) ->
                    List.of(new Target.Choice(RouteList.Member.of(""), RouteGroup.of(device)));
                case RoutePattern.Way.List(var list) ->
                    Optional.ofNullable(numbering.routes().lists().get(list)).filter(RouteList::enabled).stream()
                            .flatMap(found -> found.members().stream())
                            .flatMap(member -> Stream.ofNullable(
                                            numbering.routes().groups().get(member.routeGroup()))
                                    .map(group -> new Target.Choice(member, group)))
                            .toList();
            };
        }

        private int number(String partition) {
            return numbers.computeIfAbsent(partition, name -> {
                names.add(name);
                return names.size() - 1;
            });
        }

        private SearchSpace space(CallingSearchSpace space) {
            return new SearchSpace(space.partitions().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(name -> numbers.getOrDefault(name, Reach.EVERYONE))
                    .toArray());
        }
    }
}
