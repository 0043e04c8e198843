package org.keyline.node.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.keyline.ctl.client.Dialogue;
import org.keyline.trust.secret.Secret;

/** An administrator who secures a system: answers questions by what they ask, and keeps all that was said. */
final class Securing implements Dialogue {
    /** Leaves the conversation. */
    static final String CANCEL = "<cancel>";

    /** Options by their words. */
    static final String DO_IT = "Do it now";

    static final String BY_STRING = "Its user types a string of digits, which is shown here once";

    private final Map<String, Supplier<String>> answers = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private int questions;
    private int patience = 200;

    /** Answers questions that contain {@code question}; the newest rule counts first. */
    Securing answers(String question, Supplier<String> answer) {
        answers.put(question, answer);
        return this;
    }

    Securing answers(String question, String answer) {
        return answers(question, () -> answer);
    }

    /** Leaves at this question, from 1. */
    Securing leavingAt(int question) {
        patience = question;
        return this;
    }

    /** All that was said and asked. */
    String told() {
        return String.join("\n", told);
    }

    /** The title of the step that was shown last. */
    String step() {
        return told.stream()
                .filter(line -> line.startsWith("["))
                .reduce((_, newer) -> newer)
                .map(line -> line.replaceAll("^\\[[^]]*\\] (.*?) — .*$", "$1"))
                .orElse("");
    }

    int questions() {
        return questions;
    }

    private String next(String question, String usual) throws Cancelled {
        told.add(question);
        if (++questions >= patience) {
            throw new Cancelled();
        }
        var answer = answers.entrySet().stream()
                .filter(rule -> question.contains(rule.getKey()))
                .reduce((_, newer) -> newer)
                .map(rule -> rule.getValue().get())
                .orElse(usual);
        if (answer.equals(CANCEL)) {
            throw new Cancelled();
        }
        return answer;
    }

    @Override
    public void say(String text) {
        told.add(text);
    }

    @Override
    public String ask(String label, String initial) throws Cancelled {
        return next(label, initial);
    }

    @Override
    public Secret secret(String label) throws Cancelled {
        return Secret.of(next(label, ""));
    }

    @Override
    public int choose(String title, List<String> options) throws Cancelled {
        var chosen = next(step() + " | " + title + " " + options, options.getFirst());
        return Math.max(0, options.indexOf(chosen));
    }

    @Override
    public boolean confirm(String question) throws Cancelled {
        return next(question, "y").equals("y");
    }
}
