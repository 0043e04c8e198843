package org.keyline.callcontrol.party;

import java.util.Optional;
import org.keyline.model.media.HoldSources;

/**
 * What media resources do for a device.
 *
 * @param resourceList the media resource group list that serves it; without one, the resources in no group
 * @param hold what those hear whom it holds, where its line does not say so
 * @param language the language its user is spoken to in, for example {@code ja}
 */
public record MediaChoice(Optional<String> resourceList, HoldSources hold, String language) {
    /** Nothing particular, in English. */
    public static final MediaChoice USUAL = new MediaChoice(Optional.empty(), HoldSources.NONE, "en");
}
