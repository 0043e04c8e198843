package org.keyline.node.secure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.ClientTexts;
import org.keyline.ctl.client.Cluster;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.ctl.client.Draft;
import org.keyline.ctl.client.KnownServers;
import org.keyline.ctl.client.Report;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.node.backup.RestoredFrom;
import org.keyline.node.secure.Memory.KnownToken;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.token.TokenPlace;
import org.keyline.trust.trustlist.TrustList;

/** The CTL file names this cluster's present certificates, and the cluster is in mixed mode (W1 step 6, W17). */
record CtlStep() implements Step {
    static final String ID = "ctl";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> needs() {
        return List.of("node", "clock", AccountStep.ID, "ctlProvider", "capf", TokensStep.ID);
    }

    @Override
    public Seen look(Surroundings here) throws IOException {
        return switch (here.ctl()) {
            case StoredCtl.None _ -> Seen.toDo("none");
            case StoredCtl.Damaged damaged -> Seen.needsYou("damaged", damaged.detail());
            case StoredCtl.Sound(var list) -> look(here, list);
        };
    }

    private static Seen look(Surroundings here, TrustList list) throws IOException {
        if (here.snapshot().clusterSecurityMode() == ClusterSecurityMode.NON_SECURE || !list.wantsSignedFiles()) {
            return Seen.toDo("nonSecure");
        }
        var restored = RestoredFrom.awaitingUpdate(here.directory().path());
        if (restored.isPresent()) {
            return Seen.toDo("restored", restored.get().made());
        }
        for (var purpose : List.of(CertificatePurpose.CALLMANAGER, CertificatePurpose.CAPF)) {
            var certificate = here.certificate(purpose);
            if (list.records().stream().noneMatch(record -> record.isFor(certificate))) {
                return Seen.toDo("former", purpose.operatorName());
            }
        }
        return Seen.done("mixed", list.records().size(), list.header().created());
    }

    @Override
    public void mend(Surroundings here, Talk talk)
            throws Cancelled, ProviderException, IOException, GeneralSecurityException {
        var login = here.login();
        if (login.isEmpty()) {
            return;
        }
        var cluster = here.cluster(login.get());
        switch (cluster.present()) {
            case StoredCtl.Damaged _ -> talk.pause();
            case StoredCtl.None _ -> sign(here, talk, cluster, fresh(here, cluster));
            case StoredCtl.Sound(var list) ->
                sign(here, talk, cluster, Draft.of(choice(cluster), cluster.servers(), list));
        }
        here.awaitInForce();
    }

    private static CtlChoice choice(Cluster cluster) throws ProviderException {
        return cluster.mode() == ClusterSecurityMode.MIXED ? CtlChoice.UPDATE : CtlChoice.MIXED_MODE;
    }

    /** A first file with the tokens that are at hand now. */
    private static Draft fresh(Surroundings here, Cluster cluster)
            throws ProviderException, IOException, GeneralSecurityException {
        var draft = Draft.anew(CtlChoice.MIXED_MODE, cluster.servers(), cluster.base());
        for (var token : here.memory().tokens()) {
            var place = TokenPlace.parse(token.place());
            var seen = place.certificate();
            if (seen.isPresent()) {
                draft.addToken(token.place(), seen.get());
            }
        }
        return draft;
    }

    private static void sign(Surroundings here, Talk talk, Cluster cluster, Draft draft)
            throws Cancelled, ProviderException, IOException, GeneralSecurityException {
        var isNew = draft.tokens().size() < 2;
        var place = signer(here, talk, draft);
        var signer = TokensStep.open(here, talk, place);
        if (isNew) {
            addHardware(here, talk, draft);
        }
        var outcome = cluster.run(draft.request(signer));
        new Report(new ClientTexts(talk.texts().locale())).lines(outcome).forEach(talk::sayLine);
        if (outcome instanceof CtlOutcome.Done) {
            here.memory().put("signed", here.now().toString());
        }
    }

    /** Tokens in hardware show their certificates only after their password. */
    private static void addHardware(Surroundings here, Talk talk, Draft draft)
            throws Cancelled, ProviderException, IOException, GeneralSecurityException {
        for (var token : here.memory().tokens()) {
            if (TokenPlace.parse(token.place()) instanceof TokenPlace.Slot slot) {
                draft.addToken(token.place(), TokensStep.open(here, talk, slot).certificate());
            }
        }
    }

    /** The first token that is at hand and may sign; otherwise one that is asked for. */
    private static TokenPlace signer(Surroundings here, Talk talk, Draft draft)
            throws Cancelled, IOException, GeneralSecurityException {
        for (var token : here.memory().tokens()) {
            var place = fit(token, draft);
            if (place.isPresent()) {
                return place.get();
            }
        }
        return TokenPlace.parse(talk.ask(
                "ctl.signer", here.given().tokens().stream().findFirst().orElse("")));
    }

    private static Optional<TokenPlace> fit(KnownToken token, Draft draft)
            throws IOException, GeneralSecurityException {
        var place = TokenPlace.parse(token.place());
        if (!KeptAway.isHere(token)) {
            return Optional.empty();
        }
        var mayBe = draft.tokens().isEmpty()
                || draft.tokens().stream()
                        .anyMatch(named ->
                                KnownServers.fingerprint(named.certificate()).equals(token.fingerprint()));
        return mayBe || place instanceof TokenPlace.Slot ? Optional.of(place) : Optional.empty();
    }
}
