package org.keyline.processing;

import java.util.Optional;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.DirectoryNumber;

/**
 * Keeps what users set at their phones, most of it for their lines. Returns at once; it may be called on any thread.
 */
public interface LineSettings {
    /** Keeps nothing. */
    LineSettings NONE = new LineSettings() {
        @Override
        public void forwardAll(DirectoryNumber number, String partition, Optional<String> to, DeviceName by) {}

        @Override
        public void messagesWaiting(DirectoryNumber number, String partition, boolean waiting, DeviceName by) {}

        @Override
        public void doNotDisturb(DeviceName phone, boolean active) {}

        @Override
        public void privacy(DeviceName phone, boolean active) {}

        @Override
        public void huntGroups(DeviceName phone, boolean loggedIn) {}
    };

    /**
     * All calls to a line go to a number, or no longer; the configuration that follows says so to everybody.
     *
     * @param by the phone where it was set
     */
    void forwardAll(DirectoryNumber number, String partition, Optional<String> to, DeviceName by);

    /**
     * A line has messages, or none any more.
     *
     * @param by the device that said so
     */
    void messagesWaiting(DirectoryNumber number, String partition, boolean waiting, DeviceName by);

    /** The user of a phone wants peace, or no longer. */
    void doNotDisturb(DeviceName phone, boolean active);

    /** The user of a phone keeps calls from others who have the same line, or no longer. */
    void privacy(DeviceName phone, boolean active);

    /** Calls that are hunted ring at a phone, or no longer. */
    void huntGroups(DeviceName phone, boolean loggedIn);
}
