package org.keyline.model.dial;

import java.util.List;
import java.util.Optional;

/**
 * Route groups that are tried one after the other.
 *
 * @param name its name
 * @param description free text
 * @param enabled whether it is used; calls to one that is not end at once
 * @param members first tried first
 */
public record RouteList(String name, String description, boolean enabled, List<Member> members) {
    public RouteList {
        members = List.copyOf(members);
    }

    /**
     * A route group and how numbers change for it.
     *
     * @param routeGroup its name
     * @param called how the digits that matched change, in place of the pattern's change
     * @param calling how the caller's number changes, in place of the pattern's change
     */
    public record Member(
            String routeGroup, Optional<CalledTransformation> called, Optional<CallingTransformation> calling) {
        /** Numbers change as the pattern says. */
        public static Member of(String routeGroup) {
            return new Member(routeGroup, Optional.empty(), Optional.empty());
        }
    }
}
