package org.keyline.config.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.user.Contact;
import org.keyline.model.user.DeviceProfile;
import org.keyline.model.user.PhoneService;
import org.keyline.model.user.User;

/** The part of {@link SnapshotState} that people and their services are made of. */
record PeopleState(
        Records<String, User> users, Records<String, DeviceProfile> profiles, Records<String, PhoneService> services) {
    static PeopleState load(Handle handle) {
        return new PeopleState(
                Records.load(handle, Kinds.USER, PeopleState::user),
                Records.load(handle, Kinds.DEVICE_PROFILE, PeopleState::profile),
                Records.load(handle, Kinds.PHONE_SERVICE, PeopleState::service));
    }

    PeopleState after(Records.Changes changes) {
        return new PeopleState(users.after(changes), profiles.after(changes), services.after(changes));
    }

    People people() {
        return new People(users.byKey(), profiles.byKey(), services.byKey());
    }

    private static User user(ConfigObject user) {
        return new User(
                user.text("id"),
                user.text("firstName"),
                user.text("lastName"),
                user.text("telephone"),
                text(user, "primaryLine"),
                user.names("devices"),
                user.names("profiles"),
                new User.Secrets(text(user, "pin"), text(user, "password")),
                addressBook(user.rows("addressBook")));
    }

    private static List<Contact> addressBook(List<Value.Row> rows) {
        return rows.stream()
                .map(row -> new Contact(
                        SnapshotRecords.number(row, "index"),
                        SnapshotRecords.text(row, "name"),
                        SnapshotRecords.text(row, "number")))
                .sorted(Comparator.comparingInt(Contact::index))
                .toList();
    }

    private static DeviceProfile profile(ConfigObject profile) {
        return new DeviceProfile(
                profile.text("name"),
                profile.text("description"),
                SnapshotRecords.lines(profile.rows("lines")),
                SnapshotRecords.speedDials(profile.rows("speedDials")),
                text(profile, "softkeyTemplate"),
                text(profile, "buttonTemplate"),
                text(profile, "userLocale"),
                profile.names("services"));
    }

    private static PhoneService service(ConfigObject service) {
        return new PhoneService(
                service.text("name"), service.text("japaneseName"), service.text("url"), service.flag("enabled"));
    }

    private static Optional<String> text(ConfigObject object, String field) {
        return object.value(field).map(Value::text);
    }
}
