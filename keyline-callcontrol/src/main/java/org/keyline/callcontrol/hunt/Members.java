package org.keyline.callcontrol.hunt;

import java.util.Optional;
import org.keyline.callcontrol.digits.Destination;

/** What hunting asks about members of line groups. */
public interface Members {
    /** Whether a member can be offered a call now. */
    MemberState state(Destination member);

    /** Who of the line group of this name was offered a call last, by any hunt; circular hunting goes on after it. */
    Optional<Destination> lastOffered(String lineGroup);
}
