package org.keyline.capf.verification;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.capf.verification.VerificationAnswer.Kind;
import org.keyline.capf.verification.VerificationAnswer.Verdict;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.VerificationTable;
import org.keyline.trust.trustlist.VouchedCertificate;

/**
 * Answers requests from the table as it is at that moment, so that a withdrawn certificate is unknown at once.
 *
 * @param table the certificates vouched for
 * @param timeToLive how long phones may go by an answer
 */
public record Verifier(Supplier<VerificationTable> table, Supplier<Duration> timeToLive) {
    /** The answer to {@code request}. */
    public VerificationAnswer answer(VerificationRequest request) {
        return switch (request) {
            case VerificationRequest.Verify verify ->
                new VerificationAnswer(Kind.VERIFY, verify.id(), verified(verify));
            case VerificationRequest.Query query -> new VerificationAnswer(Kind.QUERY, query.id(), found(query));
        };
    }

    private Verdict verified(VerificationRequest.Verify request) {
        var known = table.get().verify(request.certificate());
        return known.map(vouched -> trusted(vouched, Optional.empty())).orElseGet(Verdict.Unknown::new);
    }

    private Verdict found(VerificationRequest.Query request) {
        var known = table.get().query(request.serial(), request.issuer());
        return known.map(vouched -> trusted(vouched, Optional.of(der(vouched)))).orElseGet(Verdict.Unknown::new);
    }

    private Verdict trusted(VouchedCertificate known, Optional<Octets> certificate) {
        return new Verdict.Trusted(certificate, known.roles(), timeToLive.get());
    }

    private static Octets der(VouchedCertificate known) {
        return Octets.of(Certificates.der(known.certificate()));
    }
}
