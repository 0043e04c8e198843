package org.keyline.ctl.client;

import java.util.List;
import java.util.function.Consumer;
import org.keyline.trust.secret.Secret;

/** A dialogue with nobody: what is said is printed, and no question is answered but those a subclass knows about. */
public class Nobody implements Dialogue {
    private final Consumer<String> out;

    /**
     * With nobody.
     *
     * @param out where it is printed what is said
     */
    public Nobody(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void say(String text) {
        out.accept(text);
    }

    @Override
    public String ask(String label, String initial) throws Cancelled {
        throw new Cancelled();
    }

    @Override
    public Secret secret(String label) throws Cancelled {
        throw new Cancelled();
    }

    @Override
    public int choose(String title, List<String> options) throws Cancelled {
        throw new Cancelled();
    }

    @Override
    public boolean confirm(String question) throws Cancelled {
        throw new Cancelled();
    }
}
