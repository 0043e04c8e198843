package org.keyline.sccp.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.CallProcessing;
import org.keyline.processing.RegistrationOutcome;
import org.keyline.processing.StationHandle;
import org.keyline.processing.StationLink;
import org.keyline.sccp.codec.message.StationRegistration.Register;
import org.keyline.sccp.codec.wire.ProtocolVersion;
import org.keyline.sccp.station.ConfigurationAnswers;
import org.keyline.sccp.station.RegisteredStation;
import org.keyline.sccp.station.StationTraits;
import org.keyline.transport.TlsPeer;
import org.keyline.trust.lsc.DeviceIdentity;
import org.keyline.trust.lsc.PhoneCertificateVerdict;
import org.keyline.trust.tls.CipherSuites;
import org.keyline.trust.tls.PeerPolicy;

/** Puts a Register message to call processing, with what TLS found out about the peer. */
public final class Registrar {
    private final CallProcessing processing;
    private final Supplier<PeerPolicy> peers;
    private final ConfigurationAnswers answers;

    /**
     * A registrar.
     *
     * @param peers the certificates accepted now
     * @param answers knows the phones' configuration
     */
    public Registrar(CallProcessing processing, Supplier<PeerPolicy> peers, ConfigurationAnswers answers) {
        this.processing = processing;
        this.peers = peers;
        this.answers = answers;
    }

    /** What became of a Register. */
    sealed interface Decision {
        /** The phone is in. */
        record Admitted(RegisteredStation station, StationHandle handle) implements Decision {}

        /** The phone is not; {@code text} is shown on it, at most 31 characters. */
        record TurnedAway(String text) implements Decision {}
    }

    Decision register(Register register, InetSocketAddress peer, Optional<TlsPeer> tls, StationLink link) {
        if (!DeviceName.isValid(register.deviceName())) {
            return new Decision.TurnedAway("Invalid device name");
        }
        if (tls.filter(this::isNoLongerTrusted).isPresent()) {
            return new Decision.TurnedAway("Certificate not accepted");
        }
        var device = new DeviceName(register.deviceName());
        var request = new RegistrationRequest(
                device,
                register.deviceType().number(),
                transport(tls),
                certifiedName(tls),
                peer,
                register.protocolVersion(),
                Reports.printable(register.firmwareLoad()));
        return switch (processing.register(request, link)) {
            case RegistrationOutcome.Accepted accepted -> admitted(register, request, accepted);
            case RegistrationOutcome.Refused refused -> new Decision.TurnedAway(refused.text());
        };
    }

    private Decision admitted(Register register, RegistrationRequest request, RegistrationOutcome.Accepted accepted) {
        var traits = new StationTraits(
                ProtocolVersion.negotiate(register.protocolVersion()),
                register.features(),
                accepted.phone().model(),
                request.transport());
        var station = new RegisteredStation(
                accepted.phone(),
                accepted.devicePool(),
                traits,
                register.instance(),
                request.load(),
                answers.softkeys(accepted.phone(), traits),
                answers.buttons(accepted.phone(), traits));
        return new Decision.Admitted(station, accepted.handle());
    }

    /** TLS without encryption proves who sends; it hides nothing (spec PH-033). */
    private static SecurityClass transport(Optional<TlsPeer> tls) {
        return tls.map(peer -> CipherSuites.isEncrypting(peer.cipherSuite())
                        ? SecurityClass.ENCRYPTED
                        : SecurityClass.AUTHENTICATED)
                .orElse(SecurityClass.NON_SECURE);
    }

    private static Optional<DeviceName> certifiedName(Optional<TlsPeer> tls) {
        return tls.flatMap(TlsPeer::certificate)
                .flatMap(DeviceIdentity::deviceName)
                .filter(DeviceName::isValid)
                .map(DeviceName::new);
    }

    /** A resumed session brings its certificate along unseen; its issuer may have been dropped meanwhile. */
    private boolean isNoLongerTrusted(TlsPeer peer) {
        return peer.resumed()
                && peer.certificate()
                        .filter(certificate ->
                                peers.get().check(certificate) instanceof PhoneCertificateVerdict.Accepted)
                        .isEmpty();
    }
}
