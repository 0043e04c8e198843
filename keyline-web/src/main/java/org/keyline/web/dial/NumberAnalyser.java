package org.keyline.web.dial;

import java.util.List;
import java.util.Locale;

/** Says why a number goes where it goes, in the reader's words. */
public interface NumberAnalyser {
    /** The answer in the reader's language. */
    Answer analyse(Question question, Locale language);

    /**
     * A number as somebody would dial it.
     *
     * @param from a line, {@code number} or {@code number@partition}, a device, or a calling search space; empty for
     *     somebody who reaches only what everyone reaches
     * @param digits what is dialled
     * @param at when, a local time at the caller's or a point in time; empty for now
     */
    record Question(String from, String digits, String at) {}

    /** What there is to say. */
    sealed interface Answer {
        /** The question cannot be answered as it was asked. */
        record NotUnderstood(String why) implements Answer {}

        /**
         * The way of the number.
         *
         * @param verdict where it leads, in one sentence
         * @param facts what else a call would be told
         * @param steps each number that was looked up
         */
        record Explained(String verdict, List<String> facts, List<Step> steps) implements Answer {
            public Explained {
                facts = List.copyOf(facts);
                steps = List.copyOf(steps);
            }
        }
    }

    /**
     * A number looked up.
     *
     * @param title which number
     * @param candidates the patterns that match it, the best first
     * @param remarks what became of it
     */
    record Step(String title, List<Candidate> candidates, List<String> remarks) {
        public Step {
            candidates = List.copyOf(candidates);
            remarks = List.copyOf(remarks);
        }
    }

    /** A pattern that matches, and how it stands against the others. */
    record Candidate(boolean wins, String pattern, String partition, String kind, String standing) {}
}
