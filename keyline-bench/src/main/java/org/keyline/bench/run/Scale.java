package org.keyline.bench.run;

/**
 * How much is measured.
 *
 * @param phones phones of the registration and capacity measurements
 * @param warmUpPhones phones that register beforehand
 * @param warmUps how often they do
 * @param callers phones of the call measurements
 * @param callSeconds seconds of calls
 * @param warmUpSeconds seconds of calls before those
 * @param hourCalls calls after which the server's memory is looked at
 * @param restSeconds seconds of nothing but keepalives
 * @param handshakes bare handshakes for comparison
 * @param starts cold starts of each kind
 * @param resigned phones whose files are signed after a change of mode
 * @param enrolled phones that get a certificate
 * @param patterns translation patterns of the plan that is swapped
 * @param quickJmh whether JMH makes few and short iterations
 */
public record Scale(
        int phones,
        int warmUpPhones,
        int warmUps,
        int callers,
        int callSeconds,
        int warmUpSeconds,
        int hourCalls,
        int restSeconds,
        int handshakes,
        int starts,
        int resigned,
        int enrolled,
        int patterns,
        boolean quickJmh) {
    /** The figures that count. */
    public static final Scale FULL =
            new Scale(10_000, 10_000, 2, 1_000, 30, 30, 720_000, 60, 5_000, 5, 30_000, 3_000, 1_000_000, false);

    /** Whether everything works, and a first impression. */
    public static final Scale QUICK = new Scale(500, 500, 1, 300, 10, 5, 8_000, 10, 500, 1, 2_000, 300, 5_000, true);
}
