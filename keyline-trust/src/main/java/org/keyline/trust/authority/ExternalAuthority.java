package org.keyline.trust.authority;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.trust.authority.AuthorityException.Reason;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.lsc.DeviceIdentity;
import org.keyline.trust.lsc.LscIssuer;

/**
 * An authority elsewhere that issues LSCs on CAPF's request (spec CAPF-003). CAPF signs the messages with a key of its
 * own, the phone signs the request in them. What comes back is checked before it is handed on: issued by the authority
 * that was named, for this phone's key and name, valid now. Blocking and thread-safe; asks a few things at once only.
 */
public final class ExternalAuthority {
    private static final int AT_ONCE = 16;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final AuthoritySettings settings;
    private final KeyMaterial capf;
    private final Supplier<List<X509Certificate>> trusted;
    private final Consumer<X509Certificate> keep;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * An authority, not asked anything yet.
     *
     * @param capf signs SCEP messages, and shows itself to an EST server that asks for a certificate
     * @param trusted the certificates imported for external authorities
     * @param keep is given the certificate that issued a phone's, so that the phone is admitted with it; must bear the
     *     same one again
     */
    public ExternalAuthority(
            AuthoritySettings settings,
            KeyMaterial capf,
            Supplier<List<X509Certificate>> trusted,
            Consumer<X509Certificate> keep,
            Clock clock) {
        this.settings = settings;
        this.capf = capf;
        this.trusted = trusted;
        this.keep = keep;
        this.clock = clock;
    }

    /** The request that the phone is to sign. */
    public PhoneRequest draft(String device, PublicKey key) {
        var issuer = X500Name.getInstance(
                capf.certificate().getSubjectX500Principal().getEncoded());
        var subject = LscIssuer.subjectOf(device, issuer);
        return settings.protocol() == AuthoritySettings.Protocol.SCEP
                ? PhoneRequest.of(device, key, subject, settings.password())
                : PhoneRequest.of(device, key, subject, org.keyline.trust.secret.Secret.of(""));
    }

    /**
     * Has the certificate issued.
     *
     * @param signature what the phone made of the request's {@link PhoneRequest#toSign}
     * @throws PhoneRequest.NotSigned before the authority is asked, when the phone did not sign it
     */
    public X509Certificate issue(PhoneRequest request, byte[] signature)
            throws PhoneRequest.NotSigned, AuthorityException {
        var signed = request.signed(signature);
        takePlace();
        try {
            var anchor = anchor();
            var protocol = protocol(anchor);
            var authorities = believed(protocol.authorities(), anchor);
            var answer = protocol.enrol(signed, anchor);
            return accept(request, answer, authorities, anchor);
        } finally {
            places.release();
        }
    }

    /** The certificates the authority shows, for who configures it: believed or not. */
    public List<X509Certificate> show() throws AuthorityException {
        return protocol(anchor()).authorities();
    }

    /** Whether the administrator named the authority that showed these certificates. */
    public boolean believes(List<X509Certificate> shown) {
        return isBelieved(shown, anchor());
    }

    /** The SHA-256 of a certificate as administrators compare it. */
    public static String fingerprint(X509Certificate certificate) {
        return Anchor.fingerprint(certificate).replaceAll("(..)(?!$)", "$1:").toUpperCase(Locale.ROOT);
    }

    private Anchor anchor() {
        return new Anchor(settings.fingerprint(), trusted.get());
    }

    private EnrolmentProtocol protocol(Anchor anchor) {
        return switch (settings.protocol()) {
            case SCEP -> new ScepProtocol(settings, capf, clock);
            case EST -> new EstProtocol(settings, capf, anchor);
        };
    }

    private static boolean isBelieved(List<X509Certificate> shown, Anchor anchor) {
        return shown.stream().anyMatch(anchor::names)
                && shown.stream().allMatch(one -> anchor.vouchesFor(one, shown) || isRootAbove(one, shown, anchor));
    }

    /** An authority may show who certified it; that one's word counts for nothing. */
    private static boolean isRootAbove(X509Certificate one, List<X509Certificate> shown, Anchor anchor) {
        return one.getBasicConstraints() >= 0
                && shown.stream()
                        .filter(anchor::names)
                        .anyMatch(named -> new Anchor(java.util.Optional.of(Anchor.fingerprint(one)), List.of())
                                .vouchesFor(named, shown));
    }

    private List<X509Certificate> believed(List<X509Certificate> shown, Anchor anchor) throws AuthorityException {
        if (!isBelieved(shown, anchor)) {
            throw new AuthorityException(
                    Reason.NOT_TRUSTED,
                    "The certificate of the authority at " + settings.address()
                            + " is not the configured one; it shows "
                            + Stream.ofNullable(shown.isEmpty() ? null : shown.getFirst())
                                    .map(one ->
                                            DistinguishedNameText.subject(one) + " with SHA-256 " + fingerprint(one))
                                    .findFirst()
                                    .orElse("none"));
        }
        return shown;
    }

    private X509Certificate accept(
            PhoneRequest request, List<X509Certificate> answer, List<X509Certificate> authorities, Anchor anchor)
            throws AuthorityException {
        var issued = answer.stream()
                .filter(one -> one.getPublicKey().equals(request.key()))
                .findFirst()
                .orElseThrow(() -> unfit("it is for another key than the phone's"));
        var others = Stream.concat(authorities.stream(), answer.stream()).toList();
        var issuer = anchor.issuerOf(issued, others)
                .filter(one -> anchor.vouchesFor(one, others))
                .orElseThrow(() -> unfit("it was not issued by the configured authority"));
        check(request, issued);
        keep.accept(issuer);
        return issued;
    }

    /** The authority's policy overrides what was asked for (spec CAPF-031), but not whose certificate it is. */
    private void check(PhoneRequest request, X509Certificate issued) throws AuthorityException {
        var now = clock.instant();
        if (!DeviceIdentity.matches(issued, request.device())) {
            throw unfit("it names " + DistinguishedNameText.subject(issued) + " and not " + request.device());
        }
        if (issued.getBasicConstraints() >= 0) {
            throw unfit("it is one of an authority");
        }
        if (now.plus(CLOCK_TOLERANCE).isBefore(issued.getNotBefore().toInstant())
                || !now.isBefore(issued.getNotAfter().toInstant())) {
            throw unfit("it is valid from " + issued.getNotBefore().toInstant() + " to "
                    + issued.getNotAfter().toInstant());
        }
    }

    private static AuthorityException unfit(String why) {
        return new AuthorityException(Reason.UNFIT, "The certificate that the authority issued cannot be used: " + why);
    }

    private void takePlace() throws AuthorityException {
        try {
            if (!places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuthorityException(
                        Reason.UNDECIDED, "Too many requests wait for the authority; this one was not sent");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AuthorityException(Reason.UNDECIDED, "Ended while other requests went first", ended);
        }
    }
}
