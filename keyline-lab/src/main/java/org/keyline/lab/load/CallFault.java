package org.keyline.lab.load;

/** What the server told the phones is wrong: this call fails, the others go on. */
final class CallFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallFault(String message) {
        super(message, null, false, false);
    }
}
