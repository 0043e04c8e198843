package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/** Rules of device profiles: busy triggers, as of phones. */
record ProfileRules() implements Rules {
    @Override
    public List<Problem> check(
            ConfigObject profile, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        PhoneRules.busyTriggers(profile, problems);
        return problems;
    }
}
