package org.keyline.model.user;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import org.keyline.model.dial.NumberKey;

/**
 * Somebody who uses phones.
 *
 * @param id what the user signs in with
 * @param firstName may be empty
 * @param telephone a number for the directory where it is not the primary line's; may be empty
 * @param primaryLine the user's line, as {@code number} or {@code number@partition}
 * @param devices names of the phones that are the user's
 * @param profiles names of the profiles the user may log in with
 * @param secrets how the user proves who it is
 * @param addressBook the user's own numbers
 */
public record User(
        String id,
        String firstName,
        String lastName,
        String telephone,
        Optional<String> primaryLine,
        List<String> devices,
        List<String> profiles,
        Secrets secrets,
        List<Contact> addressBook) {
    public User {
        devices = List.copyOf(devices);
        profiles = List.copyOf(profiles);
        addressBook = List.copyOf(addressBook);
    }

    /**
     * The slow hashes of what a user proves its identity with; without one nothing is accepted.
     *
     * @param pin of the digits typed at phones
     * @param password of what applications send
     */
    public record Secrets(Optional<String> pin, Optional<String> password) {
        /** Hides the hashes. */
        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }

    /** The whole name as it is said: the family name comes first where names are written in Han, kana or Hangul. */
    public String name() {
        if (firstName.isEmpty()) {
            return lastName;
        }
        return isEastAsian(lastName) ? lastName + " " + firstName : firstName + " " + lastName;
    }

    private static boolean isEastAsian(String name) {
        return name.codePoints().mapToObj(UnicodeScript::of).anyMatch(script -> switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }

    /** The number the directory shows; empty where the user has none. */
    public String number() {
        return telephone.isEmpty()
                ? primaryLine.map(line -> NumberKey.of(line).number()).orElse("")
                : telephone;
    }
}
