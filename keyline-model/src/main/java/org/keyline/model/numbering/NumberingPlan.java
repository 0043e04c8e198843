package org.keyline.model.numbering;

import java.util.List;
import org.keyline.model.dial.NumberTag;

/**
 * Every number that can be dialled in a network, as forms that numbers have.
 *
 * @param name its name
 * @param forms in the order of the file
 */
public record NumberingPlan(String name, List<Form> forms) {
    public NumberingPlan {
        forms = List.copyOf(forms);
    }

    /** The parts of a number, one after the other; a tag stands once. */
    public record Form(List<Part> parts) {
        public Form {
            parts = List.copyOf(parts);
        }

        /** Whether its numbers have a part. */
        public boolean has(NumberTag tag) {
            return parts.stream().anyMatch(part -> part.tag() == tag);
        }
    }

    /**
     * A part of a number.
     *
     * @param alternatives the digits it may have, one of them
     */
    public record Part(NumberTag tag, List<List<Digit>> alternatives) {
        public Part {
            alternatives = alternatives.stream().map(List::copyOf).toList();
        }

        /** Whether digits can be this part. */
        public boolean matches(String digits) {
            return alternatives.stream().anyMatch(alternative -> Digit.match(alternative, digits));
        }

        /** The most digits it has. */
        public int longest() {
            return alternatives.stream().mapToInt(List::size).max().orElse(0);
        }
    }
}
