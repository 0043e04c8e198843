package org.keyline.web.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.model.schema.ObjectKind;

/**
 * A part of the web whose pages list and edit the objects of some kinds.
 *
 * @param path where its pages begin, for example {@code /dialplan}
 * @param active its name in the navigation
 * @param groups of its tabs, in order
 * @param front whether it has a page of its own before its tabs
 */
public record Section(String path, String active, List<Group> groups, boolean front) {
    public Section {
        groups = List.copyOf(groups);
    }

    /**
     * Tabs that belong together.
     *
     * @param title the key of its title among the pages' texts
     * @param kinds in the order of its tabs; kinds whose fields are rows of fields have pages of their own
     */
    public record Group(String title, List<ObjectKind> kinds) {
        public Group {
            kinds = List.copyOf(kinds);
        }
    }

    /** One whose few tabs stand in one row. */
    public static Section of(String path, String active, List<ObjectKind> kinds, boolean front) {
        return new Section(path, active, List.of(new Group("", kinds)), front);
    }

    /** Whether its tabs have titles. */
    public boolean grouped() {
        return groups.size() > 1;
    }

    /** The kind whose list has this name. */
    public Optional<ObjectKind> kind(String plural) {
        return kinds().filter(kind -> kind.plural().equals(plural)).findFirst();
    }

    private Stream<ObjectKind> kinds() {
        return groups.stream().flatMap(group -> group.kinds().stream());
    }
}
