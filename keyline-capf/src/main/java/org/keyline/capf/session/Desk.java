package org.keyline.capf.session;

import java.util.function.Consumer;
import org.keyline.capf.authentication.Gate;
import org.keyline.capf.operation.CapfParameters;
import org.keyline.capf.operation.Operations;
import org.keyline.model.device.DeviceName;
import org.keyline.trust.authority.AuthorityException;
import org.keyline.trust.authority.LscAuthority;
import org.keyline.trust.authority.PhoneRequest;
import org.keyline.trust.lsc.PhonePublicKey;
import org.keyline.trust.lsc.UnacceptableKeyException;
import org.keyline.trust.tlv.Octets;

/**
 * Does for sessions what takes time. Blocking and thread-safe.
 *
 * @param gate decides who is admitted
 * @param operations writes outcomes down
 * @param authority who issues LSCs
 * @param parameters the service parameters
 * @param restart has a phone load its configuration again; returns at once
 */
public record Desk(
        Gate gate,
        Operations operations,
        LscAuthority authority,
        CapfParameters parameters,
        Consumer<DeviceName> restart) {
    /** Performs an effect that takes time, and says what came of it. */
    SessionEvent perform(SessionEffect effect) {
        return switch (effect) {
            case SessionEffect.Decide(var response) -> new SessionEvent.Decided(gate.decide(response));
            case SessionEffect.Issue issue -> issue(issue);
            case SessionEffect.Ask ask -> ask(ask);
            case SessionEffect.RecordInstalled(var device, var lsc) ->
                recorded(() -> operations.installed(device, lsc));
            case SessionEffect.RecordDeleted(var device) -> recorded(() -> operations.deleted(device));
            case SessionEffect.RecordFetched(var device, var found) ->
                recorded(() -> operations.fetched(
                        device,
                        found.stream().map(Found::der).map(Octets::bytes).toList()));
            case SessionEffect.RecordFailed(var device, var operation, var code, var cause) ->
                recorded(() -> operations.failed(device, operation, code, cause));
            case SessionEffect.CountFailedKey(var device) ->
                recorded(() -> operations.failedKey(device, parameters.keyAttempts()));
            case SessionEffect.Send _,
                    SessionEffect.Await _,
                    SessionEffect.Restart _,
                    SessionEffect.Tell _,
                    SessionEffect.Close _ -> throw new IllegalArgumentException("Not for the desk: " + effect);
        };
    }

    private SessionEvent issue(SessionEffect.Issue issue) {
        try {
            var key = PhonePublicKey.parse(issue.publicKey().bytes(), issue.requested());
            var device = issue.device().text();
            return switch (authority) {
                case LscAuthority.Own own -> new SessionEvent.Issued(own.issue(device, key, issue.requested()));
                case LscAuthority.Elsewhere(var elsewhere) -> new SessionEvent.ToSign(elsewhere.draft(device, key));
            };
        } catch (UnacceptableKeyException unfit) {
            return new SessionEvent.KeyRefused(String.valueOf(unfit.getMessage()));
        }
    }

    private SessionEvent ask(SessionEffect.Ask ask) {
        if (!(authority instanceof LscAuthority.Elsewhere(var elsewhere))) {
            throw new IllegalStateException("CAPF issues by itself, and asked a phone to sign a request");
        }
        try {
            return new SessionEvent.Issued(
                    elsewhere.issue(ask.request(), ask.signature().bytes()));
        } catch (PhoneRequest.NotSigned _) {
            return new SessionEvent.NotSigned();
        } catch (AuthorityException refused) {
            return new SessionEvent.AuthorityFailed(refused.reason().status(), refused.what());
        }
    }

    private static SessionEvent recorded(Runnable record) {
        record.run();
        return new SessionEvent.Recorded();
    }
}
