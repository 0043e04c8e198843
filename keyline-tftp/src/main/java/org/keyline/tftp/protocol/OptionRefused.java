package org.keyline.tftp.protocol;

/** An option has a value outside its RFC: answered with error 8. */
public final class OptionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    OptionRefused(String name) {
        super("Bad value of option " + name);
    }
}
