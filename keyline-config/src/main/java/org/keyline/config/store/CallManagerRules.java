package org.keyline.config.store;

import java.util.List;
import java.util.Optional;

/** The barge warning when the system defaults it depends on are updated (spec OV-29, PH-052). */
record CallManagerRules(String warnsOn) implements Rules {
    @Override
    public List<Notice> notices(ConfigObject object, Optional<ConfigObject> before, Workspace workspace) {
        boolean changed = before.filter(was -> was.text(warnsOn).equals(object.text(warnsOn)))
                .isEmpty();
        return changed ? List.of(new Notice(object.kind().name(), object.key(), "phone.M01")) : List.of();
    }
}
