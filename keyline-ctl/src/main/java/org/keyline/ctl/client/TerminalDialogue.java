package org.keyline.ctl.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.keyline.ctl.CtlMessage;
import org.keyline.trust.secret.Secret;

/** The dialogue in a terminal; Ctrl-C and Ctrl-D are Cancel. */
public final class TerminalDialogue implements Dialogue, AutoCloseable {
    private static final char UNSEEN = '\0';

    private final Terminal terminal;
    private final LineReader reader;
    private final ClientTexts texts;
    private Optional<String> help = Optional.empty();

    TerminalDialogue(Terminal terminal, ClientTexts texts) {
        this.terminal = terminal;
        this.texts = texts;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .build();
    }

    /**
     * The terminal of this process.
     *
     * @throws IOException when there is none
     */
    public static TerminalDialogue open(ClientTexts texts) throws IOException {
        return new TerminalDialogue(
                TerminalBuilder.builder().system(true).dumb(true).build(), texts);
    }

    @Override
    public void say(String text) {
        terminal.writer().println(text);
        terminal.writer().flush();
    }

    @Override
    public String ask(String label, String initial) throws Cancelled {
        var shown = initial.isEmpty() ? label + ": " : label + " [" + initial + "]: ";
        var typed = read(shown).strip();
        return typed.isEmpty() ? initial : typed;
    }

    @Override
    public void help(Optional<String> text) {
        help = text;
    }

    /** A question mark alone is no answer to anything. */
    private String read(String prompt) throws Cancelled {
        while (true) {
            var typed = line(prompt);
            if (!typed.strip().equals("?")) {
                return typed;
            }
            say(help.orElseGet(() -> texts.text(CtlMessage.NO_HELP)));
        }
    }

    private String line(String prompt) throws Cancelled {
        try {
            return reader.readLine(prompt);
        } catch (UserInterruptException | EndOfFileException e) {
            throw new Cancelled();
        }
    }

    @Override
    public Secret secret(String label) throws Cancelled {
        try {
            return Secret.of(reader.readLine(label + ": ", UNSEEN));
        } catch (UserInterruptException | EndOfFileException e) {
            throw new Cancelled();
        }
    }

    @Override
    public int choose(String title, List<String> options) throws Cancelled {
        while (true) {
            say(title);
            for (var i = 0; i < options.size(); i++) {
                say("  " + (i + 1) + ") " + options.get(i));
            }
            var typed = read("> ").strip();
            if (typed.matches("\\d{1,4}")) {
                var place = Integer.parseInt(typed) - 1;
                if (place >= 0 && place < options.size()) {
                    return place;
                }
            }
            say(texts.text("choose.again", options.size()));
        }
    }

    @Override
    public boolean confirm(String question) throws Cancelled {
        var before = help;
        help = Optional.empty();
        try {
            return choose(question, List.of(texts.text("yes"), texts.text("no"))) == 0;
        } finally {
            help = before;
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
