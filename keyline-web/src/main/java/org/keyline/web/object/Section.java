package org.keyline.web.object;

import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.ObjectKind;

/**
 * A part of the web whose pages list and edit the objects of some kinds.
 *
 * @param path where its pages begin, for example {@code /dialplan}
 * @param active its name in the navigation
 * @param kinds in the order of its tabs; kinds whose fields are rows of fields have pages of their own
 * @param front whether it has a page of its own before its tabs
 */
public record Section(String path, String active, List<ObjectKind> kinds, boolean front) {
    public Section {
        kinds = List.copyOf(kinds);
    }

    /** The kind whose list has this name. */
    public Optional<ObjectKind> kind(String plural) {
        return kinds.stream().filter(kind -> kind.plural().equals(plural)).findFirst();
    }
}
