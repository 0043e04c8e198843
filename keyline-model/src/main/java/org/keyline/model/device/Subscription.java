package org.keyline.model.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a phone offers its users beside calls, and who uses it.
 *
 * @param services names of the services in its menu and on its service buttons, in order
 * @param extensionMobility whether users may log in
 * @param login who is logged in
 * @param lastUser who was logged in last; empty when nobody ever was
 */
public record Subscription(List<String> services, boolean extensionMobility, Optional<Login> login, String lastUser) {
    /** Nothing beside calls. */
    public static final Subscription NONE = new Subscription(List.of(), false, Optional.empty(), "");

    public Subscription {
        services = List.copyOf(services);
    }

    /** The same services with nobody logged in. */
    public Subscription withoutLogin() {
        return new Subscription(services, extensionMobility, Optional.empty(), lastUser);
    }

    /**
     * A user at a phone.
     *
     * @param user the user's id
     * @param profile the name of the profile chosen
     * @param since when the user logged in
     */
    public record Login(String user, String profile, Instant since) {}
}
