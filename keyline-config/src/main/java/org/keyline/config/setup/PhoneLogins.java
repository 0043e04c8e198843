package org.keyline.config.setup;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Subscription.Login;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** Who is logged in at which phone, as changes of the configuration: so it outlasts a restart. */
public final class PhoneLogins {
    private static final String USER = "loggedInUser";
    private static final String PROFILE = "loggedInProfile";
    private static final String SINCE = "loggedInAt";
    private static final Set<String> LOGIN = Set.of(USER, PROFILE, SINCE);

    private PhoneLogins() {}

    /**
     * Logs a user in at a phone and out of others, all or nothing. Phones that were deleted meanwhile are left alone.
     *
     * @param leaving the phones the user is logged out of
     */
    public static SaveResult login(ConfigStore store, DeviceName phone, Login login, Collection<DeviceName> leaving) {
        return store.applyComputed(
                handle -> {
                    var edits = new ArrayList<Edit>(logouts(handle, leaving));
                    if (isThere(handle, phone)) {
                        edits.add(new Edit.Change(Kinds.PHONE, phone.text(), values(login), Set.of()));
                    }
                    return edits;
                },
                Author.system("User " + login.user()));
    }

    private static Map<String, Value> values(Login login) {
        return Map.of(
                USER,
                Value.of(login.user()),
                PROFILE,
                Value.of(login.profile()),
                SINCE,
                new Value.Moment(login.since().truncatedTo(ChronoUnit.SECONDS)),
                "lastUser",
                Value.of(login.user()));
    }

    /** Ends the logins at these phones. */
    public static SaveResult logout(ConfigStore store, Collection<DeviceName> phones, String by) {
        return store.applyComputed(handle -> logouts(handle, phones), Author.system(by));
    }

    private static List<Edit> logouts(Handle handle, Collection<DeviceName> phones) {
        return phones.stream()
                .filter(phone -> isThere(handle, phone))
                .map(phone -> (Edit) new Edit.Change(Kinds.PHONE, phone.text(), Map.of(), LOGIN))
                .toList();
    }

    private static boolean isThere(Handle handle, DeviceName phone) {
        return ConfigStore.find(handle, Kinds.PHONE, phone.text()).isPresent();
    }
}
