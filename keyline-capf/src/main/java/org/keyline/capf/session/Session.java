package org.keyline.capf.session;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.keyline.capf.authentication.Admission;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.message.PhoneMessage;
import org.keyline.capf.message.Reason;
import org.keyline.capf.message.ServerMessage;
import org.keyline.capf.session.SessionEffect.Patience;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.tlv.Octets;

/**
 * The machine of a CAPF session (CAPF sheet, section 3): knows no clock, connection or database. A phone that says what
 * it should not say now ends its session with {@link Reason#FAILURE}.
 */
final class Session {
    private static final String CANNOT_SIGN = "phone cannot sign a request for an external CA";

    private Session() {}

    /** Where the session goes, and what is to be done in this order. */
    record Step(SessionState next, List<SessionEffect> effects) {
        Step {
            effects = List.copyOf(effects);
        }
    }

    static Step step(SessionState state, SessionEvent event) {
        return switch (state) {
            case SessionState.Ended _ -> new Step(state, List.of());
            case SessionState.Idle _ -> whenIdle(event);
            case SessionState.AwaitAuthResponse _ -> whenAwaitingAuth(event);
            case SessionState.Deciding deciding -> whenDeciding(deciding, event);
            case SessionState.AwaitKeyResponse awaiting -> whenAwaitingKey(awaiting, event);
            case SessionState.Issuing issuing -> whenIssuing(issuing, event);
            case SessionState.AwaitEncryptResponse awaiting -> whenAwaitingSignature(awaiting, event);
            case SessionState.AwaitAuthority awaiting -> whenAwaitingAuthority(awaiting, event);
            case SessionState.AwaitStoreResponse awaiting -> whenAwaitingStore(awaiting, event);
            case SessionState.AwaitDeleteResponse awaiting -> whenAwaitingDelete(awaiting, event);
            case SessionState.AwaitFetchResponse awaiting -> whenAwaitingFetch(awaiting, event);
            case SessionState.Recording recording -> whenRecording(recording, event);
        };
    }

    private static Step whenIdle(SessionEvent event) {
        return event instanceof SessionEvent.Connected
                ? ask(new SessionState.AwaitAuthResponse(), new ServerMessage.AuthRequest(), Patience.ANSWER)
                : fail(event);
    }

    private static Step whenAwaitingAuth(SessionEvent event) {
        if (event instanceof SessionEvent.Heard(PhoneMessage.AuthResponse response)) {
            return go(new SessionState.Deciding(response.version()), new SessionEffect.Decide(response));
        }
        return fail(event);
    }

    private static Step whenDeciding(SessionState.Deciding deciding, SessionEvent event) {
        if (!(event instanceof SessionEvent.Decided(var admission))) {
            return fail(event);
        }
        return switch (admission) {
            case Admission.Admitted(var phone) -> begin(phone, deciding.version());
            case Admission.NothingPending _ -> end(Reason.NO_ACTION);
            case Admission.UnknownDevice(var name) ->
                end(
                        Reason.UNKNOWN_DEVICE,
                        new SessionEffect.Tell(name, "Unknown device", CapfCode.INVALID_CREDENTIALS));
            case Admission.Refused(var name, var why, var code) ->
                end(Reason.FAILURE, new SessionEffect.Tell(name, why, code));
            case Admission.Unfit(var phone, var why) ->
                record(
                        phone.name(),
                        Reason.FAILURE,
                        new SessionEffect.RecordFailed(
                                phone.name(), phone.capf().operation(), CapfCode.FAIL, why));
            case Admission.Expired(var phone) ->
                record(
                        phone.name(),
                        Reason.FAILURE,
                        new SessionEffect.RecordFailed(
                                phone.name(), phone.capf().operation(), lateness(phone), ""));
        };
    }

    /** A string is typed by a user, who may come too late; every other request is the phone's own. */
    private static CapfCode lateness(Phone phone) {
        return phone.capf().authentication() == AuthenticationMode.BY_AUTHENTICATION_STRING
                ? CapfCode.LATE_REQUEST
                : CapfCode.TIMED_OUT;
    }

    private static Step begin(Phone phone, int version) {
        return switch (phone.capf().operation()) {
            case INSTALL_UPGRADE -> makeKey(phone, version);
            case DELETE ->
                ask(
                        new SessionState.AwaitDeleteResponse(phone.name()),
                        new ServerMessage.DeleteRequest(),
                        Patience.ANSWER);
            case TROUBLESHOOT ->
                ask(
                        new SessionState.AwaitFetchResponse(phone.name(), CertificateKind.LSC, List.of()),
                        new ServerMessage.FetchRequest(CertificateKind.LSC),
                        Patience.ANSWER);
            case NO_PENDING_OPERATION -> end(Reason.NO_ACTION);
        };
    }

    private static Step makeKey(Phone phone, int version) {
        var key = KeyType.valueOf(phone.capf().keySize().name());
        return ask(
                new SessionState.AwaitKeyResponse(phone.name(), key),
                new ServerMessage.KeyRequest(key, version),
                Patience.KEY);
    }

    private static Step whenAwaitingKey(SessionState.AwaitKeyResponse awaiting, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Heard(PhoneMessage.InProgress _) -> new Step(awaiting, List.of());
            case SessionEvent.Heard(PhoneMessage.KeyResponse response)
            when response.publicKey().isPresent() ->
                go(
                        new SessionState.Issuing(awaiting.device()),
                        new SessionEffect.Issue(
                                awaiting.device(), response.publicKey().get(), awaiting.key()));
            case SessionEvent.Heard(PhoneMessage.KeyResponse _), SessionEvent.TimedOut _ ->
                record(awaiting.device(), Reason.FAILURE, new SessionEffect.CountFailedKey(awaiting.device()));
            case SessionEvent.Heard _,
                    SessionEvent.Connected _,
                    SessionEvent.Decided _,
                    SessionEvent.Issued _,
                    SessionEvent.ToSign _,
                    SessionEvent.NotSigned _,
                    SessionEvent.AuthorityFailed _,
                    SessionEvent.KeyRefused _,
                    SessionEvent.Recorded _,
                    SessionEvent.Lost _,
                    SessionEvent.Broken _ -> fail(event);
        };
    }

    private static Step whenIssuing(SessionState.Issuing issuing, SessionEvent event) {
        if (event instanceof SessionEvent.KeyRefused) {
            return record(issuing.device(), Reason.FAILURE, new SessionEffect.CountFailedKey(issuing.device()));
        }
        if (event instanceof SessionEvent.ToSign(var request)) {
            return ask(
                    new SessionState.AwaitEncryptResponse(issuing.device(), request),
                    new ServerMessage.EncryptRequest(Octets.of(request.toSign())),
                    Patience.SIGNATURE);
        }
        return event instanceof SessionEvent.Issued(var lsc) ? store(issuing.device(), lsc) : fail(event);
    }

    private static Step store(DeviceName device, X509Certificate lsc) {
        return ask(
                new SessionState.AwaitStoreResponse(device, lsc),
                new ServerMessage.StoreRequest(Octets.of(Certificates.der(lsc))),
                Patience.ANSWER);
    }

    /** Old phones do not know the question: they say something else, hang up or fall silent. */
    private static Step whenAwaitingSignature(SessionState.AwaitEncryptResponse awaiting, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Heard(PhoneMessage.InProgress _) -> new Step(awaiting, List.of());
            case SessionEvent.Heard(PhoneMessage.EncryptResponse(var _, var signature))
            when signature.isPresent() ->
                go(
                        new SessionState.AwaitAuthority(awaiting.device()),
                        new SessionEffect.Ask(awaiting.request(), signature.get()));
            case SessionEvent.Heard _, SessionEvent.TimedOut _, SessionEvent.Lost _ -> cannotSign(awaiting.device());
            case SessionEvent.Connected _,
                    SessionEvent.Decided _,
                    SessionEvent.Issued _,
                    SessionEvent.ToSign _,
                    SessionEvent.NotSigned _,
                    SessionEvent.AuthorityFailed _,
                    SessionEvent.KeyRefused _,
                    SessionEvent.Recorded _,
                    SessionEvent.Broken _ -> fail(event);
        };
    }

    private static Step whenAwaitingAuthority(SessionState.AwaitAuthority awaiting, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Issued(var lsc) -> store(awaiting.device(), lsc);
            case SessionEvent.NotSigned _ -> cannotSign(awaiting.device());
            case SessionEvent.AuthorityFailed(var status, var why) -> notInstalled(awaiting.device(), status, why);
            case SessionEvent.Connected _,
                    SessionEvent.Heard _,
                    SessionEvent.Decided _,
                    SessionEvent.ToSign _,
                    SessionEvent.KeyRefused _,
                    SessionEvent.Recorded _,
                    SessionEvent.TimedOut _,
                    SessionEvent.Lost _,
                    SessionEvent.Broken _ -> fail(event);
        };
    }

    private static Step cannotSign(DeviceName device) {
        return notInstalled(device, CANNOT_SIGN, "The " + CANNOT_SIGN);
    }

    /** The phone keeps the LSC it has. */
    private static Step notInstalled(DeviceName device, String status, String why) {
        return go(
                new SessionState.Recording(device, Reason.FAILURE),
                new SessionEffect.Tell(device.text(), why, CapfCode.FAIL),
                new SessionEffect.RecordFailed(device, CertificateOperation.INSTALL_UPGRADE, CapfCode.FAIL, status));
    }

    private static Step whenAwaitingStore(SessionState.AwaitStoreResponse awaiting, SessionEvent event) {
        if (!(event instanceof SessionEvent.Heard(PhoneMessage.StoreResponse response))) {
            return fail(event);
        }
        return response.success()
                ? record(
                        awaiting.device(),
                        Reason.SUCCESS,
                        new SessionEffect.RecordInstalled(awaiting.device(), awaiting.lsc()))
                : record(
                        awaiting.device(),
                        Reason.FAILURE,
                        new SessionEffect.RecordFailed(
                                awaiting.device(), CertificateOperation.INSTALL_UPGRADE, CapfCode.FAIL, ""));
    }

    private static Step whenAwaitingDelete(SessionState.AwaitDeleteResponse awaiting, SessionEvent event) {
        if (!(event instanceof SessionEvent.Heard(PhoneMessage.DeleteResponse response))) {
            return fail(event);
        }
        return response.success()
                ? record(awaiting.device(), Reason.SUCCESS, new SessionEffect.RecordDeleted(awaiting.device()))
                : record(
                        awaiting.device(),
                        Reason.FAILURE,
                        new SessionEffect.RecordFailed(
                                awaiting.device(), CertificateOperation.DELETE, CapfCode.FAIL, ""));
    }

    private static Step whenAwaitingFetch(SessionState.AwaitFetchResponse awaiting, SessionEvent event) {
        if (!(event instanceof SessionEvent.Heard(PhoneMessage.FetchResponse response))) {
            return fail(event);
        }
        var found = new ArrayList<>(awaiting.found());
        response.certificate()
                .map(shown -> new Found(awaiting.kind(), shown.der()))
                .ifPresent(found::add);
        return awaiting.kind() == CertificateKind.LSC
                ? ask(
                        new SessionState.AwaitFetchResponse(awaiting.device(), CertificateKind.MIC, found),
                        new ServerMessage.FetchRequest(CertificateKind.MIC),
                        Patience.ANSWER)
                : record(
                        awaiting.device(), Reason.NO_ACTION, new SessionEffect.RecordFetched(awaiting.device(), found));
    }

    /** Only a changed certificate makes the phone start anew. */
    private static Step whenRecording(SessionState.Recording recording, SessionEvent event) {
        if (!(event instanceof SessionEvent.Recorded)) {
            return fail(event);
        }
        return recording.end() == Reason.SUCCESS
                ? end(Reason.SUCCESS, new SessionEffect.Restart(recording.device()))
                : end(recording.end());
    }

    private static Step ask(SessionState next, ServerMessage question, Patience patience) {
        return go(next, new SessionEffect.Send(question), new SessionEffect.Await(patience));
    }

    private static Step record(DeviceName device, Reason end, SessionEffect effect) {
        return go(new SessionState.Recording(device, end), effect);
    }

    private static Step go(SessionState next, SessionEffect... effects) {
        return new Step(next, List.of(effects));
    }

    private static Step end(Reason reason, SessionEffect... also) {
        var effects = new ArrayList<SessionEffect>();
        effects.add(new SessionEffect.Send(new ServerMessage.EndSession(reason)));
        effects.addAll(List.of(also));
        effects.add(new SessionEffect.Close());
        return new Step(new SessionState.Ended(), effects);
    }

    private static Step fail(SessionEvent event) {
        var code = event instanceof SessionEvent.Broken ? CapfCode.FAIL : CapfCode.COMMUNICATION;
        return end(Reason.FAILURE, new SessionEffect.Tell("?", reasonOf(event), code));
    }

    private static String reasonOf(SessionEvent event) {
        return switch (event) {
            case SessionEvent.TimedOut _ -> "The phone took too long";
            case SessionEvent.Lost _ -> "The connection was lost";
            case SessionEvent.Heard(var message) ->
                "Unexpected " + message.getClass().getSimpleName();
            case SessionEvent.Broken _ -> "Ended by an error of ours";
            case SessionEvent.Connected _,
                    SessionEvent.Decided _,
                    SessionEvent.Issued _,
                    SessionEvent.ToSign _,
                    SessionEvent.NotSigned _,
                    SessionEvent.AuthorityFailed _,
                    SessionEvent.KeyRefused _,
                    SessionEvent.Recorded _ ->
                "Out of step: " + event.getClass().getSimpleName();
        };
    }
}
