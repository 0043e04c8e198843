package org.keyline.capf.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keyline.capf.authentication.Admission;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.message.PhoneMessage;
import org.keyline.capf.message.Reason;
import org.keyline.capf.message.ServerMessage;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.Subscription;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.KeySize;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.trust.authority.AuthoritySettings;
import org.keyline.trust.authority.ExternalAuthority;
import org.keyline.trust.authority.PhoneRequest;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

class SessionTest {
    private static final KeyMaterial SOME = someCertificate();
    private static final PhoneRequest REQUEST = someRequest();

    @Test
    void nothing_is_written_down_before_the_phone_says_that_it_stored_the_certificate() {
        var session = new Run();
        session.take(new SessionEvent.Connected());
        session.take(new SessionEvent.Heard(authentication()));
        session.take(new SessionEvent.Decided(new Admission.Admitted(phone(CertificateOperation.INSTALL_UPGRADE))));
        session.take(new SessionEvent.Heard(new PhoneMessage.InProgress(1)));
        session.take(new SessionEvent.Heard(new PhoneMessage.KeyResponse(1, Optional.of(Octets.of(new byte[3])))));
        session.take(new SessionEvent.Issued(SOME.certificate()));
        assertThat(session.effects).noneMatch(SessionEffect.RecordInstalled.class::isInstance);

        session.take(new SessionEvent.Heard(new PhoneMessage.StoreResponse(1, true)));

        assertThat(session.effects.getLast()).isInstanceOf(SessionEffect.RecordInstalled.class);
        session.take(new SessionEvent.Recorded());
        assertThat(session.effects)
                .endsWith(
                        new SessionEffect.Send(new ServerMessage.EndSession(Reason.SUCCESS)),
                        new SessionEffect.Restart(new DeviceName("SEP001122334455")),
                        new SessionEffect.Close());
    }

    @Test
    void a_request_goes_to_the_authority_only_when_the_phone_signed_it_and_a_phone_that_cannot_keeps_its_certificate() {
        for (var instead : List.<SessionEvent>of(
                new SessionEvent.Heard(new PhoneMessage.EncryptResponse(1, Optional.empty())),
                new SessionEvent.Heard(new PhoneMessage.Unexpected(1, 99)),
                new SessionEvent.TimedOut(),
                new SessionEvent.Lost())) {
            var session = signing();

            session.take(instead);

            assertThat(session.effects).noneMatch(SessionEffect.Ask.class::isInstance);
            assertThat(session.effects.getLast())
                    .isEqualTo(new SessionEffect.RecordFailed(
                            new DeviceName("SEP001122334455"),
                            CertificateOperation.INSTALL_UPGRADE,
                            CapfCode.FAIL,
                            "phone cannot sign a request for an external CA"));
            session.take(new SessionEvent.Recorded());
            assertThat(session.effects)
                    .contains(new SessionEffect.Send(new ServerMessage.EndSession(Reason.FAILURE)))
                    .noneMatch(effect -> effect instanceof SessionEffect.Send(ServerMessage.StoreRequest _));
        }
    }

    @Test
    void what_the_authority_issues_is_stored_and_what_it_refuses_is_written_down() {
        var granted = signing();
        granted.take(new SessionEvent.Heard(new PhoneMessage.InProgress(1)));
        granted.take(new SessionEvent.Heard(new PhoneMessage.EncryptResponse(1, Optional.of(Octets.of(new byte[3])))));
        assertThat(granted.effects.getLast()).isInstanceOf(SessionEffect.Ask.class);
        granted.take(new SessionEvent.Issued(SOME.certificate()));
        assertThat(granted.state).isInstanceOf(SessionState.AwaitStoreResponse.class);

        var refused = signing();
        refused.take(new SessionEvent.Heard(new PhoneMessage.EncryptResponse(1, Optional.of(Octets.of(new byte[3])))));
        refused.take(new SessionEvent.AuthorityFailed("the CA refused the request", "It said no"));
        assertThat(refused.effects)
                .contains(new SessionEffect.Tell("SEP001122334455", "It said no", CapfCode.FAIL))
                .endsWith(new SessionEffect.RecordFailed(
                        new DeviceName("SEP001122334455"),
                        CertificateOperation.INSTALL_UPGRADE,
                        CapfCode.FAIL,
                        "the CA refused the request"));
    }

    /** A session in which the phone has made its key and shall sign. */
    private static Run signing() {
        var session = new Run();
        session.take(new SessionEvent.Connected());
        session.take(new SessionEvent.Heard(authentication()));
        session.take(new SessionEvent.Decided(new Admission.Admitted(phone(CertificateOperation.INSTALL_UPGRADE))));
        session.take(new SessionEvent.Heard(new PhoneMessage.KeyResponse(1, Optional.of(Octets.of(new byte[3])))));
        session.take(new SessionEvent.ToSign(REQUEST));
        assertThat(session.state).isInstanceOf(SessionState.AwaitEncryptResponse.class);
        return session;
    }

    /** Whatever comes in whatever order: one END_SESSION, then silence; success only after the phone said so. */
    @Property(tries = 2_000)
    void any_events_in_any_order_end_a_session_once(@ForAll("events") @Size(max = 40) List<SessionEvent> events) {
        var session = new Run();
        events.forEach(session::take);

        var ends = session.effects.stream()
                .filter(effect -> effect instanceof SessionEffect.Send(ServerMessage.EndSession _))
                .toList();
        assertThat(ends.size()).isLessThanOrEqualTo(1);
        assertThat(session.state instanceof SessionState.Ended).isEqualTo(ends.size() == 1);
        if (session.effects.stream().anyMatch(SessionEffect.RecordInstalled.class::isInstance)) {
            assertThat(events).contains(new SessionEvent.Heard(new PhoneMessage.StoreResponse(1, true)));
        }
        if (session.effects.stream().anyMatch(SessionEffect.Ask.class::isInstance)) {
            assertThat(events).contains(new SessionEvent.ToSign(REQUEST));
        }
        if (session.effects.stream().anyMatch(SessionEffect.RecordDeleted.class::isInstance)) {
            assertThat(events).contains(new SessionEvent.Heard(new PhoneMessage.DeleteResponse(1, true)));
        }
    }

    @Provide
    Arbitrary<List<SessionEvent>> events() {
        var some = Arbitraries.of(
                new SessionEvent.Heard(authentication()),
                new SessionEvent.Decided(new Admission.Admitted(phone(CertificateOperation.INSTALL_UPGRADE))),
                new SessionEvent.Decided(new Admission.Admitted(phone(CertificateOperation.DELETE))),
                new SessionEvent.Decided(new Admission.Admitted(phone(CertificateOperation.TROUBLESHOOT))),
                new SessionEvent.Decided(new Admission.Admitted(phone(CertificateOperation.NO_PENDING_OPERATION))),
                new SessionEvent.Decided(new Admission.Refused("x", "y", CapfCode.FAIL)),
                new SessionEvent.Heard(new PhoneMessage.InProgress(1)),
                new SessionEvent.Heard(new PhoneMessage.KeyResponse(1, Optional.of(Octets.of(new byte[3])))),
                new SessionEvent.Heard(new PhoneMessage.KeyResponse(1, Optional.empty())),
                new SessionEvent.Heard(new PhoneMessage.StoreResponse(1, true)),
                new SessionEvent.Heard(new PhoneMessage.StoreResponse(1, false)),
                new SessionEvent.Heard(new PhoneMessage.DeleteResponse(1, true)),
                new SessionEvent.Heard(new PhoneMessage.FetchResponse(1, Optional.empty())),
                new SessionEvent.Heard(new PhoneMessage.Unexpected(1, 99)),
                new SessionEvent.Issued(SOME.certificate()),
                new SessionEvent.KeyRefused("weak"),
                new SessionEvent.ToSign(REQUEST),
                new SessionEvent.Heard(new PhoneMessage.EncryptResponse(1, Optional.of(Octets.of(new byte[3])))),
                new SessionEvent.Heard(new PhoneMessage.EncryptResponse(1, Optional.empty())),
                new SessionEvent.NotSigned(),
                new SessionEvent.AuthorityFailed("no", "it said no"),
                new SessionEvent.Lost(),
                new SessionEvent.Recorded(),
                new SessionEvent.TimedOut(),
                new SessionEvent.Broken());
        var begun = (SessionEvent) new SessionEvent.Connected();
        return some.map(event -> (SessionEvent) event).list().ofMaxSize(39).map(rest -> {
            var all = new ArrayList<SessionEvent>(List.of(begun));
            all.addAll(rest);
            return all;
        });
    }

    private static PhoneMessage authentication() {
        return new PhoneMessage.AuthResponse(
                1,
                3,
                Optional.of("SEP001122334455"),
                Optional.empty(),
                new PhoneMessage.Proof(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Phone phone(CertificateOperation operation) {
        var capf = new CapfSettings(
                operation, AuthenticationMode.BY_NULL_STRING, Optional.empty(), KeySize.RSA_1024, Optional.empty(), "");
        return new Phone(
                new DeviceName("SEP001122334455"),
                "",
                new PhoneModel(404, "7962", PhoneModel.Family.JAVA, 6, Set.of()),
                Placement.in("Default"),
                new PhoneSecurity(DeviceSecurityMode.NON_SECURE, capf),
                List.of(),
                List.of(),
                KeyAssignment.NONE,
                PhoneSoftware.USUAL,
                CallFeatures.USUAL,
                Subscription.NONE);
    }

    private static PhoneRequest someRequest() {
        var settings = new AuthoritySettings(
                AuthoritySettings.Protocol.SCEP,
                URI.create("http://127.0.0.1/scep"),
                Optional.empty(),
                "",
                Secret.of(""),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        return new ExternalAuthority(settings, SOME, List::of, _ -> {}, Clock.systemUTC())
                .draft("SEP001122334455", SOME.certificate().getPublicKey());
    }

    private static KeyMaterial someCertificate() {
        var node = new NodeIdentity("node1", List.of(), "Lab");
        return new CertificateProfile(Clock.systemUTC()).create(CertificatePurpose.CAPF, node, KeyType.RSA_1024);
    }

    private static final class Run {
        private SessionState state = new SessionState.Idle();
        private final List<SessionEffect> effects = new ArrayList<>();

        void take(SessionEvent event) {
            var step = Session.step(state, event);
            state = step.next();
            effects.addAll(step.effects());
        }
    }
}
