package org.keyline.spec;

/** The catalogue, the exclusions or a module's report contradict each other or cannot be read. */
final class SpecError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpecError(String message) {
        super(message);
    }
}
