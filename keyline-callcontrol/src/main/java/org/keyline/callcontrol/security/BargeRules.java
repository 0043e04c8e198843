package org.keyline.callcontrol.security;

import java.util.Set;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.model.security.SecurityClass;

/**
 * Who may barge into a call, and what everybody shows then (spec OV-23 to OV-28).
 *
 * <table>
 * <caption>The initiator and the call</caption>
 * <tr><th>initiator</th><th>call</th><th>then</th><th>row</th></tr>
 * <tr><td>without encryption</td><td>encrypted</td><td>refused</td><td>OV-23</td></tr>
 * <tr><td>encrypted</td><td>encrypted, at a 7940 or 7960</td><td>refused</td><td>OV-28</td></tr>
 * <tr><td>encrypted</td><td>encrypted</td><td>encrypted</td><td>OV-25</td></tr>
 * <tr><td>encrypted</td><td>authenticated, non-secure</td><td>non-secure</td><td>OV-24</td></tr>
 * <tr><td>authenticated</td><td>authenticated</td><td>authenticated</td><td>PH-006</td></tr>
 * <tr><td>non-secure</td><td>authenticated</td><td>authenticated for those who were there, non-secure for the
 * initiator</td><td>OV-26, PH-053</td></tr>
 * <tr><td>any</td><td>non-secure</td><td>non-secure</td><td>PH-006</td></tr>
 * </table>
 */
public final class BargeRules {
    /** Phones that cannot mix what is encrypted. */
    private static final Set<String> NO_ENCRYPTED_MIX = Set.of("7940", "7960");

    private BargeRules() {}

    /** What becomes of a barge. */
    public sealed interface Verdict {}

    /**
     * It may happen.
     *
     * @param others what those show who were in the call
     * @param initiator what the initiator shows
     */
    public record Allowed(SecurityClass others, SecurityClass initiator) implements Verdict {}

    /** It may not: the initiator cannot encrypt, and the call is encrypted. */
    public record Unprotected() implements Verdict {}

    /** It may not: the phone whose bridge it takes cannot mix what is encrypted. */
    public record CannotMix() implements Verdict {}

    /**
     * Decides.
     *
     * @param initiator who wants to come in
     * @param host whose phone mixes
     * @param call the class of the call between the host and the other party
     */
    public static Verdict decide(Terminal initiator, Terminal host, SecurityClass call) {
        var encrypts = SecurityClassification.mediaProtection(initiator, host).isPresent();
        return switch (call) {
            case ENCRYPTED -> encrypted(encrypts, host);
            case AUTHENTICATED -> authenticated(initiator.security());
            case NON_SECURE -> new Allowed(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        };
    }

    private static Verdict encrypted(boolean encrypts, Terminal host) {
        if (!encrypts) {
            return new Unprotected();
        }
        return host.model()
                        .filter(model -> NO_ENCRYPTED_MIX.contains(model.name()))
                        .isPresent()
                ? new CannotMix()
                : new Allowed(SecurityClass.ENCRYPTED, SecurityClass.ENCRYPTED);
    }

    private static Verdict authenticated(SecurityClass initiator) {
        return switch (initiator) {
            case ENCRYPTED -> new Allowed(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
            case AUTHENTICATED -> new Allowed(SecurityClass.AUTHENTICATED, SecurityClass.AUTHENTICATED);
            case NON_SECURE -> new Allowed(SecurityClass.AUTHENTICATED, SecurityClass.NON_SECURE);
        };
    }
}
