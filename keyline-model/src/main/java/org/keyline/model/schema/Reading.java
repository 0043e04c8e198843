package org.keyline.model.schema;

import java.util.List;

/** What reading or checking a field's value came to. */
public sealed interface Reading {
    /** The value is allowed. */
    record Good(Value value) implements Reading {}

    /**
     * The value is not allowed.
     *
     * @param message the catalogue key of the text that says what would be right; in it {@code {0}} is the wrong value
     * @param arguments what {@code {1}}, {@code {2}} … stand for
     */
    record Fault(String message, List<String> arguments) implements Reading {
        public Fault {
            arguments = List.copyOf(arguments);
        }

        /** A fault with arguments. */
        static Fault of(String message, Object... arguments) {
            return new Fault(
                    message, List.of(arguments).stream().map(String::valueOf).toList());
        }
    }
}
