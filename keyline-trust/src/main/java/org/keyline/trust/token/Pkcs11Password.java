package org.keyline.trust.token;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.keyline.trust.secret.Secret;

/** Changes the password (PIN) of a token in a PKCS #11 module. */
final class Pkcs11Password {
    private Pkcs11Password() {}

    /**
     * Gives the token in {@code place} another password.
     *
     * @throws TokenException when the present one is wrong, the new one unfit for this token, or the token locked
     */
    static void change(TokenPlace.Slot place, Secret present, Secret replacement) throws TokenException {
        var module = Cryptoki.load(place.module());
        var slots = module.slots();
        if (place.index() >= slots.length) {
            throw Pkcs11Module.noSlot(place.module(), place.index());
        }
        long slot = slots[place.index()];
        requireFit(module.pinLength(place.toString(), slot), present, replacement);
        long session = module.openSession(place.toString(), slot);
        try {
            change(module, place.toString(), session, present, replacement);
        } finally {
            module.closeSession(session);
        }
    }

    private static void change(Cryptoki module, String token, long session, Secret present, Secret replacement)
            throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var old = pin(arena, present);
            var fresh = pin(arena, replacement);
            try {
                set(module, token, session, old, fresh);
            } finally {
                old.fill((byte) 0);
                fresh.fill((byte) 0);
            }
        }
    }

    /** A login that was there before, of the runtime's own provider, stays. */
    private static void set(Cryptoki module, String token, long session, MemorySegment old, MemorySegment fresh)
            throws TokenException {
        boolean ours = module.login(token, session, old);
        try {
            module.setPin(token, session, old, fresh);
        } finally {
            if (ours) {
                module.logout(session);
            }
        }
    }

    private static MemorySegment pin(Arena arena, Secret password) {
        var bytes = password.utf8();
        try {
            return arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void requireFit(Cryptoki.PinLength limits, Secret present, Secret replacement)
            throws TokenException {
        requireThat(isPlain(replacement), "It has letters that are not ASCII");
        requireThat(
                replacement.length() >= limits.shortest() && replacement.length() <= limits.longest(),
                "This token takes " + limits.shortest() + " to " + limits.longest() + " characters");
        requireThat(!replacement.matches(present), "It is the one the token has now");
    }

    /** Java's provider hands a token one byte for each character, so another letter would never open it again. */
    private static boolean isPlain(Secret password) {
        var bytes = password.utf8();
        try {
            for (byte letter : bytes) {
                if (letter < ' ' || letter == 0x7F) {
                    return false;
                }
            }
            return true;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void requireThat(boolean holds, String otherwise) throws TokenException {
        if (!holds) {
            throw TokenException.unfitPassword(otherwise);
        }
    }
}
