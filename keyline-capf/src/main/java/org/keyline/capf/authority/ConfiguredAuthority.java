package org.keyline.capf.authority;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keyline.config.snapshot.Parameters;
import org.keyline.trust.authority.AuthoritySettings;
import org.keyline.trust.authority.AuthoritySettings.Protocol;
import org.keyline.trust.authority.ExternalAuthority;
import org.keyline.trust.authority.LscAuthority;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.secret.Secret;

/** Reads the parameter Certificate Issuer and what belongs to it (spec CAPF-P01, CAPF-P06 to CAPF-P08). */
public final class ConfiguredAuthority {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private ConfiguredAuthority() {}

    /**
     * Who issues LSCs.
     *
     * @param capf CAPF's key and certificate
     */
    public static LscAuthority of(Parameters parameters, KeyMaterial capf, IssuerStore store, Clock clock) {
        return settings(parameters)
                .<LscAuthority>map(settings -> new LscAuthority.Elsewhere(
                        new ExternalAuthority(settings, capf, store::trusted, store::keep, clock)))
                .orElseGet(() -> new LscAuthority.Own(
                        new LscIssuer(capf, parameters.integer("capf.durationOfCertificateValidityYears"))));
    }

    /** How the authority elsewhere is reached; empty when CAPF issues by itself. */
    public static Optional<AuthoritySettings> settings(Parameters parameters) {
        var issuer = parameters.text("capf.certificateIssuer");
        return issuer.equals("CAPF") ? Optional.empty() : Optional.of(elsewhere(issuer, parameters));
    }

    private static AuthoritySettings elsewhere(String issuer, Parameters parameters) {
        var protocol = issuer.equals("EST") ? Protocol.EST : Protocol.SCEP;
        return new AuthoritySettings(
                protocol,
                address(issuer, protocol, parameters),
                AuthoritySettings.fingerprint(parameters.text("capf.certificateAuthorityFingerprint")),
                parameters.text("capf.certificateAuthorityUser"),
                Secret.of(parameters.text("capf.certificateAuthorityPassword")),
                Duration.ofMinutes(parameters.integer("capf.certificateAuthorityWaitMinutes")),
                PAUSE);
    }

    private static URI address(String issuer, Protocol protocol, Parameters parameters) {
        var host = parameters.text("capf.certificateAuthorityAddress");
        var shown = host.contains(":") ? "[" + host + "]" : host;
        var given = parameters.text("capf.certificateAuthorityPath");
        var path = given.isEmpty() ? usualPath(issuer, parameters) : given;
        return switch (protocol) {
            case SCEP -> URI.create("http://" + shown + ":" + parameters.integer("capf.scepPort") + path);
            case EST -> URI.create("https://" + shown + ":" + parameters.integer("capf.estPort") + path);
        };
    }

    private static String usualPath(String issuer, Parameters parameters) {
        return switch (issuer) {
            case "MICROSOFT" -> "/certsrv/mscep/mscep.dll";
            case "KEON" -> "/" + parameters.text("capf.keonJurisdictionId") + "/pkiclient.exe";
            case "EST" -> "/.well-known/est";
            default -> "/scep";
        };
    }
}
