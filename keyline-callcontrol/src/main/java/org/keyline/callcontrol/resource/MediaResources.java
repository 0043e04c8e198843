package org.keyline.callcontrol.resource;

import java.util.Optional;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.model.device.DeviceName;

/**
 * The media resources a call may be given now. Each answer is a device to which the call then offers a leg; should it
 * be gone or full by then, the leg is rejected. Safe from any thread; never blocks.
 */
public interface MediaResources {
    /** No resource at all. */
    MediaResources NONE = new MediaResources() {
        @Override
        public Optional<Terminal> conferenceBridge(Terminal wanting, int parties) {
            return Optional.empty();
        }

        @Override
        public boolean hasSeat(DeviceName bridge) {
            return false;
        }

        @Override
        public Optional<Terminal> musicOnHold(Terminal held) {
            return Optional.empty();
        }

        @Override
        public Optional<MulticastMusic> multicastMusic(Terminal held, String source) {
            return Optional.empty();
        }

        @Override
        public Optional<Terminal> annunciator(Terminal listener) {
            return Optional.empty();
        }

        @Override
        public Optional<Terminal> terminationPoint(Terminal wanting) {
            return Optional.empty();
        }
    };

    /** A bridge that has seats for so many more parties, and that serves who wants it. */
    Optional<Terminal> conferenceBridge(Terminal wanting, int parties);

    /** Whether a bridge has a seat for one more. */
    boolean hasSeat(DeviceName bridge);

    /** Who plays music to somebody on hold. */
    Optional<Terminal> musicOnHold(Terminal held);

    /**
     * The groups to which this audio source is sent, for somebody on hold; empty where that one is to have music of
     * their own, because their media resource group is not for multicast or the source is not multicast.
     */
    Optional<MulticastMusic> multicastMusic(Terminal held, String source);

    /** Who tells somebody why a call cannot go on. */
    Optional<Terminal> annunciator(Terminal listener);

    /** Who passes on the media of one more call, for a device that wants it so. */
    Optional<Terminal> terminationPoint(Terminal wanting);

    /** The same but for annunciators, of which there are none. */
    default MediaResources withoutAnnunciator() {
        var all = this;
        return new MediaResources() {
            @Override
            public Optional<Terminal> conferenceBridge(Terminal wanting, int parties) {
                return all.conferenceBridge(wanting, parties);
            }

            @Override
            public boolean hasSeat(DeviceName bridge) {
                return all.hasSeat(bridge);
            }

            @Override
            public Optional<Terminal> musicOnHold(Terminal held) {
                return all.musicOnHold(held);
            }

            @Override
            public Optional<MulticastMusic> multicastMusic(Terminal held, String source) {
                return all.multicastMusic(held, source);
            }

            @Override
            public Optional<Terminal> annunciator(Terminal listener) {
                return Optional.empty();
            }

            @Override
            public Optional<Terminal> terminationPoint(Terminal wanting) {
                return all.terminationPoint(wanting);
            }
        };
    }
}
