package org.keyline.trust.certificate;

import java.io.IOException;
import java.nio.file.Path;

/** A key file is there but cannot be used. The message names the file, what is wrong, and how to mend it. */
public final class UnusableKeyFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableKeyFileException(Path file, String trouble) {
        super(text(file, trouble));
    }

    UnusableKeyFileException(Path file, String trouble, Throwable cause) {
        super(text(file, trouble), cause);
    }

    private static String text(Path file, String trouble) {
        return "The key file " + file + " cannot be used: " + trouble
                + ". Restore it from a backup; or move it away and"
                + " start again, then a new key and certificate are made, and the CTL file must be updated so that"
                + " phones learn the new certificate.";
    }
}
