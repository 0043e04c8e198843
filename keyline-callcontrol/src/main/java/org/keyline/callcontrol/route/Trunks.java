package org.keyline.callcontrol.route;

import java.util.Optional;

/** What is known of gateways and trunks. Safe from any thread. */
public interface Trunks {
    /** No gateway and no trunk is registered. */
    Trunks NONE = new Trunks() {
        @Override
        public TrunkState state(String device) {
            return TrunkState.NOT_REGISTERED;
        }

        @Override
        public Optional<String> lastUsed(String routeGroup) {
            return Optional.empty();
        }

        @Override
        public void used(String routeGroup, String device) {}
    };

    /** Whether a device can take a call out now. */
    TrunkState state(String device);

    /** Which device of a route group was offered a call last; circular selection goes on after it. */
    Optional<String> lastUsed(String routeGroup);

    /** A device of a route group is offered a call. */
    void used(String routeGroup, String device);
}
