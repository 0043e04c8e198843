package org.keyline.phoneservices.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.keyline.config.setup.PhoneLogins;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.device.Subscription.Login;
import org.keyline.model.user.User;
import org.keyline.phoneservices.access.Phones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs users in at phones and out again. Who is logged in stands in the configuration, so it outlasts a restart. One
 * login or logout is made at a time, so that the rule for several logins holds between two phones too.
 */
public final class ExtensionMobility {
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionMobility.class);

    private final SnapshotSource configuration;
    private final ConfigStore store;
    private final Phones phones;
    private final Clock clock;
    private final ReentrantLock changing = new ReentrantLock();

    public ExtensionMobility(SnapshotSource configuration, ConfigStore store, Phones phones, Clock clock) {
        this.configuration = configuration;
        this.store = store;
        this.phones = phones;
        this.clock = clock;
    }

    /** What became of a login. */
    public sealed interface Outcome {
        /** The phone restarts with the profile. */
        record LoggedIn() implements Outcome {}

        /** The user is logged in at another phone, and may be at one only. */
        record Elsewhere(DeviceName phone) implements Outcome {}

        /** Somebody is logged in at this phone. */
        record Taken() implements Outcome {}

        /** Users may not log in here, or the user does not have this profile any more. */
        record NotOffered() implements Outcome {}
    }

    /** Logs a user in at a phone with one of the user's profiles. */
    public Outcome logIn(DeviceName name, String user, String profile) {
        changing.lock();
        try {
            var now = configuration.current();
            var phone = now.phone(name)
                    .filter(found -> found.subscription().extensionMobility())
                    .filter(_ -> profiles(now, user).contains(profile));
            if (phone.isEmpty()) {
                return new Outcome.NotOffered();
            }
            if (phone.get().subscription().login().isPresent()) {
                return new Outcome.Taken();
            }
            var others = at(now, user);
            var policy = now.parameters().text("ipPhoneServices.multipleLogins");
            if (!others.isEmpty() && policy.equals("NOT_ALLOWED")) {
                return new Outcome.Elsewhere(others.getFirst());
            }
            logIn(name, new Login(user, profile, clock.instant()), policy.equals("AUTO_LOGOUT") ? others : List.of());
            return new Outcome.LoggedIn();
        } finally {
            changing.unlock();
        }
    }

    private void logIn(DeviceName phone, Login login, List<DeviceName> leaving) {
        var saved = PhoneLogins.login(store, phone, login, leaving).orThrow();
        LOG.atInfo()
                .addKeyValue("device", phone)
                .addKeyValue("user", login.user())
                .addKeyValue("profile", login.profile())
                .log("A user logged in at a phone");
        phones.restartForLogin(phone, saved.revision());
        left(leaving, saved);
    }

    /** The profiles of a user that exist. */
    static List<String> profiles(ConfigSnapshot configuration, String user) {
        return Optional.ofNullable(configuration.people().users().get(user))
                .map(User::profiles)
                .orElse(List.of());
    }

    /** The phones where a user is logged in. */
    private static List<DeviceName> at(ConfigSnapshot configuration, String user) {
        return configuration.phones().values().stream()
                .filter(phone -> phone.subscription()
                        .login()
                        .filter(login -> login.user().equals(user))
                        .isPresent())
                .map(Phone::name)
                .sorted()
                .toList();
    }

    /** Logs out whoever is logged in at a phone; false when nobody is. */
    public boolean logOut(DeviceName phone) {
        changing.lock();
        try {
            var login = configuration
                    .current()
                    .phone(phone)
                    .flatMap(found -> found.subscription().login());
            login.ifPresent(who -> logOut(List.of(phone), "User " + who.user()));
            return login.isPresent();
        } finally {
            changing.unlock();
        }
    }

    /** Logs out all who have been logged in for as long as is allowed. */
    public void logOutExpired() {
        changing.lock();
        try {
            var now = configuration.current();
            var expired = now.phones().values().stream()
                    .filter(phone -> phone.subscription()
                            .login()
                            .flatMap(login -> end(now, login))
                            .filter(end -> !end.isAfter(clock.instant()))
                            .isPresent())
                    .map(Phone::name)
                    .sorted()
                    .toList();
            if (!expired.isEmpty()) {
                logOut(expired, "Maximum login time");
            }
        } finally {
            changing.unlock();
        }
    }

    /** When a login ends by itself; empty where it does not. */
    static Optional<Instant> end(ConfigSnapshot configuration, Login login) {
        int minutes = configuration.parameters().integer("ipPhoneServices.maximumLoginMinutes");
        return minutes == 0 ? Optional.empty() : Optional.of(login.since().plus(Duration.ofMinutes(minutes)));
    }

    private void logOut(Collection<DeviceName> leaving, String by) {
        left(leaving, PhoneLogins.logout(store, leaving, by).orThrow());
    }

    private void left(Collection<DeviceName> leaving, SaveResult.Saved saved) {
        for (var phone : leaving) {
            LOG.atInfo().addKeyValue("device", phone).log("A user was logged out of a phone");
            phones.restartForLogin(phone, saved.revision());
        }
    }
}
