package org.keyline.media.rtp;

import java.util.Optional;

/**
 * A telephone event in a packet (RFC 4733 section 2.3): a key pressed, and for how long so far.
 *
 * @param event 0…9 are the digits, 10 the star, 11 the number sign, 12…15 A to D; up to 255
 * @param end whether the key was released
 * @param volume the tone's power below 0 dBm0, 0…63
 * @param duration timestamp units since the event began, 0…65535
 */
public record TelephoneEvent(int event, boolean end, int volume, int duration) {
    /** Octets in a packet. */
    public static final int LENGTH = 4;

    private static final String KEYS = "0123456789*#ABCD";
    private static final int END = 0x80;
    private static final int VOLUME = 0x3F;

    /** The event at the beginning of a payload; empty when it is too short for one. */
    public static Optional<TelephoneEvent> read(byte[] octets, int offset, int length) {
        if (length < LENGTH) {
            return Optional.empty();
        }
        int flags = octets[offset + 1];
        int duration = ((octets[offset + 2] & 0xFF) << 8) | (octets[offset + 3] & 0xFF);
        return Optional.of(new TelephoneEvent(octets[offset] & 0xFF, (flags & END) != 0, flags & VOLUME, duration));
    }

    /** As it stands in a packet. */
    public byte[] write() {
        return new byte[] {
            (byte) event, (byte) ((end ? END : 0) | (volume & VOLUME)), (byte) (duration >> 8), (byte) duration
        };
    }

    /** The key this event stands for; empty for an event that is no key. */
    public Optional<Character> key() {
        return event < KEYS.length() ? Optional.of(KEYS.charAt(event)) : Optional.empty();
    }

    /** The number of a key's event; empty for a character that is on no keypad. */
    public static Optional<Integer> eventOf(char key) {
        int event = KEYS.indexOf(Character.toUpperCase(key));
        return event < 0 ? Optional.empty() : Optional.of(event);
    }
}
