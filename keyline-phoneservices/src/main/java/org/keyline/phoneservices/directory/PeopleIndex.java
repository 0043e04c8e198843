package org.keyline.phoneservices.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.Line;

/**
 * Everybody of one configuration, in the order of the directory: users with a number and, where a line belongs to no
 * user and has a name, the line.
 */
record PeopleIndex(long revision, List<Person> people) {
    private static final Comparator<Person> BY_NAME = Comparator.comparing(
                    (Person one) -> Person.folded(one.lastName()))
            .thenComparing(one -> Person.folded(one.firstName()))
            .thenComparing(Person::number);

    static PeopleIndex of(ConfigSnapshot configuration) {
        var people = new ArrayList<Person>();
        var owned = new HashSet<String>();
        for (var user : configuration.people().users().values()) {
            user.primaryLine().ifPresent(owned::add);
            if (!user.number().isEmpty()) {
                people.add(new Person(user.firstName(), user.lastName(), user.name(), user.number()));
            }
        }
        var displays = displays(configuration);
        for (var line : configuration.lines()) {
            var name = line.alertingName().isEmpty() ? displays.getOrDefault(key(line), "") : line.alertingName();
            if (!name.isBlank() && !owned.contains(key(line))) {
                people.add(Person.ofLine(name, line.number().digits()));
            }
        }
        people.sort(BY_NAME);
        return new PeopleIndex(configuration.revision(), people);
    }

    private static String key(Line line) {
        return key(line.number().digits(), line.partition());
    }

    private static String key(String number, String partition) {
        return partition.isEmpty() ? number : number + "@" + partition;
    }

    /** The name each line has on a phone. */
    private static Map<String, String> displays(ConfigSnapshot configuration) {
        var displays = new HashMap<String, String>();
        configuration.phones().values().stream()
                .flatMap(phone -> phone.lines().stream())
                .filter(line -> !line.display().isBlank())
                .sorted(Comparator.comparing(LineAppearance::display))
                .forEach(line -> displays.putIfAbsent(key(line.number().digits(), line.partition()), line.display()));
        return displays;
    }

    List<Person> search(String first, String last, String digits) {
        var foldedFirst = Person.folded(first);
        var foldedLast = Person.folded(last);
        return people.stream()
                .filter(person -> person.matches(foldedFirst, foldedLast, digits))
                .toList();
    }
}
