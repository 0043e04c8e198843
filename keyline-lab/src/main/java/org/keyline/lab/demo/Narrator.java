package org.keyline.lab.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** Says each step with the time since the beginning. */
final class Narrator {
    private final PrintWriter out;
    private final DemoTexts texts;
    private final long begun = System.nanoTime();

    Narrator(PrintWriter out, DemoTexts texts) {
        this.out = out;
        this.texts = texts;
    }

    /** One step. */
    void say(String key, Object... values) {
        out.printf(Locale.ROOT, "[%6.2f s] %s%n", seconds(), texts.text(key, values));
        out.flush();
    }

    /** A line without a time. */
    void line(String text) {
        out.println(text);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    DemoTexts texts() {
        return texts;
    }
}
