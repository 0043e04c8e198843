package org.keyline.callcontrol.digits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.digits.Destination.Appearance;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.Partition;

/**
 * Every number and who reaches it, compiled for calls: the numbers stand once in one trie, a search space is only a
 * choice among its partitions. Immutable and safe from any thread; a changed configuration makes a new one.
 */
public final class DialPlan {
    private static final Analysis UNMATCHED = new Analysis.Unmatched();
    private static final Analysis NEED_MORE = new Analysis.NeedMore(Optional.empty());

    private final DigitTrie<Destination> trie;
    private final Map<String, SearchSpace> searchSpaces;
    private final Map<FullNumber, Line> lines;

    private DialPlan(DigitTrie<Destination> trie, Map<String, SearchSpace> searchSpaces, Map<FullNumber, Line> lines) {
        this.trie = trie;
        this.searchSpaces = searchSpaces;
        this.lines = lines;
    }

    /** Compiles the numbers of a configuration. */
    public static DialPlan compile(
            Collection<Line> lines, Collection<Phone> phones, Map<String, CallingSearchSpace> searchSpaces) {
        var appearances = appearances(phones);
        var partitions = new HashMap<String, Integer>();
        partitions.put(Partition.NONE, Reach.EVERYONE);
        var trie = new DigitTrie.Builder<Destination>();
        var byNumber = new HashMap<FullNumber, Line>();
        for (var line : lines) {
            var number = new FullNumber(line.number(), line.partition());
            byNumber.put(number, line);
            trie.add(
                    DigitPattern.literal(line.number().digits()),
                    partitions.computeIfAbsent(line.partition(), _ -> partitions.size()),
                    new Destination(line, appearances.getOrDefault(number, List.of())));
        }
        return new DialPlan(trie.build(), compile(searchSpaces, partitions), byNumber);
    }

    /** What {@code digits} mean to a caller who searches in {@code order}. */
    public Analysis analyse(SearchOrder order, String digits) {
        var found = trie.find(digits, reach(order));
        if (found.best() == null) {
            return found.longer() ? NEED_MORE : UNMATCHED;
        }
        var target = found.best().target();
        return found.longer() ? new Analysis.NeedMore(Optional.of(target)) : new Analysis.Matched(target);
    }

    /** The line of a number in a partition. */
    public Optional<Line> line(DirectoryNumber number, String partition) {
        return Optional.ofNullable(lines.get(new FullNumber(number, partition)));
    }

    private Reach reach(SearchOrder order) {
        return new Reach(space(order.line()), space(order.device()));
    }

    private SearchSpace space(Optional<String> name) {
        return name.isEmpty() ? SearchSpace.NOTHING : searchSpaces.getOrDefault(name.get(), SearchSpace.NOTHING);
    }

    private static Map<String, SearchSpace> compile(
            Map<String, CallingSearchSpace> searchSpaces, Map<String, Integer> partitions) {
        var compiled = new HashMap<String, SearchSpace>();
        searchSpaces.forEach((name, space) -> compiled.put(
                name,
                new SearchSpace(space.partitions().stream()
                        .filter(partitions::containsKey)
                        .mapToInt(partition -> partitions.getOrDefault(partition, Reach.EVERYONE))
                        .toArray())));
        return compiled;
    }

    private static Map<FullNumber, List<Appearance>> appearances(Collection<Phone> phones) {
        var found = new HashMap<FullNumber, List<Appearance>>();
        for (var phone : phones) {
            for (var line : phone.lines()) {
                found.computeIfAbsent(new FullNumber(line.number(), line.partition()), _ -> new ArrayList<>(1))
                        .add(new Appearance(phone.name(), line.instance()));
            }
        }
        return found;
    }

    private record FullNumber(DirectoryNumber digits, String partition) {}
}
