package org.keyline.node.srst;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;
import org.keyline.model.server.SrstReference;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.trust.srst.CertificateProvider;
import org.keyline.trust.srst.Fetched;
import org.keyline.trust.srst.GatewayCertificate;
import org.keyline.web.srst.SrstGateways;

/**
 * Asks gateways for their certificates and puts accepted ones into the configuration. What a gateway showed last is
 * remembered for as long as the node runs.
 */
public final class Gateways implements SrstGateways {
    private final Configuration configuration;
    private final Alarms alarms;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    /** The fingerprint an alarm was last raised for, by reference. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    public Gateways(Configuration configuration, Alarms alarms, Clock clock) {
        this.configuration = configuration;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public Fetched fetch(SrstReference reference) {
        boolean legacy = configuration.legacyPhones().areAdmitted();
        var fetched =
                new CertificateProvider(legacy, clock).fetch(reference.address(), reference.certificateProviderPort());
        looks.put(reference.name(), new Look(clock.instant(), fetched));
        return fetched;
    }

    @Override
    public Acceptance accept(String reference, String sha256, String administrator) {
        var named = Optional.ofNullable(
                configuration.snapshots().current().srstReferences().get(reference));
        return named.map(known -> accept(known, sha256, administrator))
                .orElseGet(() -> new Acceptance.Invalid(List.of(problem(reference, "problem.notFound"))));
    }

    private Acceptance accept(SrstReference reference, String sha256, String administrator) {
        return switch (fetch(reference)) {
            case Fetched.Failed failed -> new Acceptance.Failed(failed);
            case Fetched.Shown(var shown) ->
                shown.hasFingerprint(sha256)
                        ? stored(reference.name(), shown, administrator)
                        : new Acceptance.Other(shown);
        };
    }

    private Acceptance stored(String reference, GatewayCertificate accepted, String administrator) {
        var edit = new Edit.Change(
                Kinds.SRST_REFERENCE, reference, Map.of("certificate", Value.of(accepted.base64())), Set.of());
        var result = configuration.store().apply(edit, Author.administrator(administrator), Gateways::isToBeSecure);
        return switch (result) {
            case SaveResult.Saved saved -> new Acceptance.Accepted(saved);
            case SaveResult.Invalid(var problems) -> new Acceptance.Invalid(problems);
        };
    }

    /** A certificate for a reference that is not secure would be dropped without a word. */
    private static List<Problem> isToBeSecure(ConfigObject now) {
        return now.flag("secure") ? List.of() : List.of(problem(now.key(), "problem.srstNotSecure"));
    }

    private static Problem problem(String reference, String message) {
        return new Problem(Kinds.SRST_REFERENCE.name(), reference, "", reference, message, List.of());
    }

    @Override
    public void check() {
        configuration.snapshots().current().srstReferences().values().stream()
                .filter(SrstReference::secure)
                .forEach(this::check);
    }

    private void check(SrstReference reference) {
        var answer = fetch(reference);
        var stored = reference.certificate().map(GatewayCertificate::stored);
        if (stored.isPresent()
                && answer instanceof Fetched.Shown(var shown)
                && !shown.hasFingerprint(stored.get().sha256())) {
            tell(reference, stored.get(), shown);
        }
    }

    /** Once for each certificate. */
    private void tell(SrstReference reference, GatewayCertificate stored, GatewayCertificate shown) {
        if (!shown.sha256().equals(told.put(reference.name(), shown.sha256()))) {
            alarms.raise(
                    AlarmCatalogue.SRST_CERTIFICATE_CHANGED,
                    Map.of(
                            "reference", reference.name(),
                            "gateway", reference.address(),
                            "accepted", stored.sha256(),
                            "shown", shown.sha256()));
        }
    }

    @Override
    public Optional<Look> lastLook(String reference) {
        return Optional.ofNullable(looks.get(reference));
    }
}
