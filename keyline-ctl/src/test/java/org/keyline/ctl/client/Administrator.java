package org.keyline.ctl.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyline.trust.secret.Secret;

/** Answers every question with the next line of a script, and keeps what it was told. */
final class Administrator implements Dialogue {
    /** Presses Cancel. */
    static final String CANCEL = "<cancel>";

    private final Deque<String> answers;
    private final List<String> told = new ArrayList<>();
    private final Map<String, Runnable> meanwhile = new HashMap<>();

    Administrator(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /** Has something happen while the administrator thinks about {@code answer}, once. */
    Administrator whileThinkingOf(String answer, Runnable happens) {
        meanwhile.put(answer, happens);
        return this;
    }

    /** All that was shown and asked. */
    String told() {
        return String.join("\n", told);
    }

    /** Whether every answer was asked for. */
    boolean isDone() {
        return answers.isEmpty();
    }

    @Override
    public void say(String text) {
        told.add(text);
    }

    private String next(String question) throws Cancelled {
        told.add(question);
        var answer = answers.poll();
        var happens = meanwhile.remove(answer == null ? CANCEL : answer);
        if (happens != null) {
            happens.run();
        }
        if (answer == null || answer.equals(CANCEL)) {
            throw new Cancelled();
        }
        return answer;
    }

    @Override
    public String ask(String label, String initial) throws Cancelled {
        var typed = next(label + " [" + initial + "]");
        return typed.isEmpty() ? initial : typed;
    }

    @Override
    public Secret secret(String label) throws Cancelled {
        return Secret.of(next(label));
    }

    /** Chooses the first button that begins with the answer. */
    @Override
    public int choose(String title, List<String> options) throws Cancelled {
        var wanted = next(title + " " + options);
        for (var i = 0; i < options.size(); i++) {
            if (options.get(i).startsWith(wanted)) {
                return i;
            }
        }
        throw new AssertionError("No button " + wanted + " in " + options);
    }

    @Override
    public boolean confirm(String question) throws Cancelled {
        return next(question).equals("Yes");
    }
}
