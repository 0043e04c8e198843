package org.keyline.phoneservices.access;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.DeviceName;
import org.keyline.model.user.User;
import org.keyline.model.user.User.Secrets;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.secret.SignInLimit;

/**
 * Checks PINs and passwords of users. Guessing is slowed down for the user and for the place it comes from; few checks
 * run at once, as each costs a good part of a second of a processor by intent.
 */
public final class Credentials {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 64;

    private final SignInLimit limit;
    private final Semaphore checking = new Semaphore(AT_ONCE);

    public Credentials(Clock clock) {
        this.limit = new SignInLimit(clock);
    }

    /** What became of a check. */
    public sealed interface Outcome {
        /** It is this user. */
        record Accepted(User user) implements Outcome {}

        /** User or secret is wrong; which of both is not said. */
        record Wrong() implements Outcome {}

        /** There were too many wrong ones; nothing was checked. */
        record Wait(Duration left) implements Outcome {}

        /** Too many others are being checked. */
        record Busy() implements Outcome {}
    }

    /** Checks a PIN typed at a phone. */
    public Outcome pin(ConfigSnapshot configuration, String user, String pin, DeviceName phone) {
        return check(configuration, user, pin, "phone " + phone, Secrets::pin);
    }

    /** Checks a password sent by an application. */
    public Outcome password(ConfigSnapshot configuration, String user, String password, InetAddress from) {
        return check(configuration, user, password, "address " + from.getHostAddress(), Secrets::password);
    }

    private Outcome check(
            ConfigSnapshot configuration,
            String id,
            String secret,
            String where,
            Function<Secrets, Optional<String>> kept) {
        var user = user(configuration, id);
        var who = "user " + user.map(User::id).orElse(id.substring(0, Math.min(id.length(), LONGEST)));
        var left = longer(limit.wait(who), limit.wait(where));
        if (left.isPositive()) {
            return new Outcome.Wait(left);
        }
        var hash = user.flatMap(found -> kept.apply(found.secrets()));
        var matches = matches(secret, hash.orElse(Nobody.HASH));
        if (matches.isEmpty()) {
            return new Outcome.Busy();
        }
        if (matches.get() && hash.isPresent()) {
            limit.succeeded(who);
            limit.succeeded(where);
            return new Outcome.Accepted(user.orElseThrow());
        }
        limit.failed(who);
        limit.failed(where);
        return new Outcome.Wrong();
    }

    /** User ids are typed on the keys of a phone: capital and small letters are the same where that is clear. */
    private static Optional<User> user(ConfigSnapshot configuration, String id) {
        var users = configuration.people().users();
        return Optional.ofNullable(users.get(id)).or(() -> Optional.ofNullable(users.get(id.toLowerCase(Locale.ROOT))));
    }

    private Optional<Boolean> matches(String text, String hash) {
        try {
            if (!checking.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try (var secret = Secret.of(text)) {
            return Optional.of(PasswordHash.matches(secret, hash));
        } finally {
            checking.release();
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Checked for users who do not exist, so that both answers take the same time. */
    private static final class Nobody {
        static final String HASH = PasswordHash.of(Secret.of(""));
    }
}
