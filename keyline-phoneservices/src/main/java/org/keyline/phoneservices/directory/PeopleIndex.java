package org.keyline.phoneservices.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.NumberKey;

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
        var owned = new HashSet<NumberKey>();
        for (var user : configuration.people().users().values()) {
            user.primaryLine().map(NumberKey::of).ifPresent(owned::add);
            if (!user.number().isEmpty()) {
                people.add(new Person(user.firstName(), user.lastName(), user.name(), user.number()));
            }
        }
        var displays = displays(configuration);
        for (var line : configuration.lines()) {
            var name = line.alertingName().isEmpty() ? displays.getOrDefault(line.key(), "") : line.alertingName();
            if (!name.isBlank() && !owned.contains(line.key())) {
                people.add(Person.ofLine(name, line.number().digits()));
            }
        }
        people.sort(BY_NAME);
        return new PeopleIndex(configuration.revision(), people);
    }

    /** The name each line has on a phone. */
    private static Map<NumberKey, String> displays(ConfigSnapshot configuration) {
        var displays = new HashMap<NumberKey, String>();
        configuration.phones().values().stream()
                .flatMap(phone -> phone.lines().stream())
                .filter(line -> !line.display().isBlank())
                .sorted(Comparator.comparing(LineAppearance::display))
                .forEach(line -> displays.putIfAbsent(line.key(), line.display()));
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
