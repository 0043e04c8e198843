package org.keyline.node.command;

import java.io.Console;
import java.util.Optional;
import org.keyline.node.backup.Progress;

/** How far long work has come, in one line of the terminal that is written over; nothing where there is none. */
final class Percent implements Progress {
    private static final int WHOLE = 100;

    private final String key;
    private int shown = -1;

    private Percent(String key) {
        this.key = key;
    }

    static Progress shown(String key, boolean isForScript) {
        var isSeen = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return isSeen && !isForScript ? new Percent(key) : UNSEEN;
    }

    @Override
    public void at(long done, long total) {
        int percent = total == 0 ? WHOLE : (int) (done * WHOLE / total);
        if (percent != shown) {
            shown = percent;
            System.err.print("\r" + CommandTexts.text(key, percent) + (percent == WHOLE ? "\n" : ""));
            System.err.flush();
        }
    }
}
