package org.keyline.callcontrol.party;

import java.util.Optional;
import org.keyline.model.media.HoldSources;

/**
 * What media resources do for a device.
 *
 * @param resourceList the media resource group list that serves it; without one, the resources in no group
 * @param hold what those hear whom it holds, where its line does not say so
 * @param language the language its user is spoken to in, for example {@code ja}
 * @param relay whether its media goes through a media termination point
 */
public record MediaChoice(Optional<String> resourceList, HoldSources hold, String language, RelayChoice relay) {
    /** Nothing particular, in English. */
    public static final MediaChoice USUAL = new MediaChoice(Optional.empty(), HoldSources.NONE, "en");

    /** Media goes directly. */
    public MediaChoice(Optional<String> resourceList, HoldSources hold, String language) {
        this(resourceList, hold, language, RelayChoice.DIRECT);
    }

    /** The same, with media going so. */
    public MediaChoice with(RelayChoice other) {
        return new MediaChoice(resourceList, hold, language, other);
    }
}
