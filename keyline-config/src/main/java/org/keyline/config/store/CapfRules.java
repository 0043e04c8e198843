package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/** A foreign certificate issuer needs to be reachable (spec CAPF-028, CAPF-029). */
record CapfRules() implements Rules {
    @Override
    public List<Problem> check(
            ConfigObject object, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var issuer = object.text("certificateIssuer");
        var problems = new ArrayList<>(KeySizeRules.check(object, before, workspace));
        if (!issuer.equals("CAPF") && object.text("certificateAuthorityAddress").isEmpty()) {
            problems.add(problem(object, "certificateAuthorityAddress", "problem.issuerAddress"));
        }
        if (issuer.equals("KEON") && object.text("keonJurisdictionId").isEmpty()) {
            problems.add(problem(object, "keonJurisdictionId", "problem.jurisdictionNeeded"));
        }
        return problems;
    }

    private static Problem problem(ConfigObject object, String field, String message) {
        return new Problem(object.kind().name(), object.key(), field, "", message, List.of());
    }
}
