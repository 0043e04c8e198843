package org.keyline.ctl.client;

import java.util.List;
import java.util.Optional;
import org.keyline.trust.secret.Secret;

/** Talks with the administrator. Every question may be cancelled. */
public interface Dialogue {
    /** The administrator cancelled or closed the window. */
    final class Cancelled extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Shows a text. */
    void say(String text);

    /** What a question mark is answered with from now on; nothing is known where it is empty. */
    default void help(Optional<String> text) {}

    /** Asks for a line; {@code initial} is taken for an empty one. */
    String ask(String label, String initial) throws Cancelled;

    /** Asks for a password, without showing it. */
    Secret secret(String label) throws Cancelled;

    /** Offers buttons; the place of the chosen one, from 0. */
    int choose(String title, List<String> options) throws Cancelled;

    /** Asks yes or no. */
    boolean confirm(String question) throws Cancelled;
}
