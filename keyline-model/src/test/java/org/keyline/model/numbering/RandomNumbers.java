package org.keyline.model.numbering;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.keyline.model.dial.DialKeys;
import org.keyline.model.numbering.NumberingPlan.Form;
import org.keyline.model.numbering.NumberingPlan.Part;

/** Numbers as the lines of a plan say they may be, drawn without what is made of the plan for calls. */
final class RandomNumbers {
    private final Random random;

    RandomNumbers(long seed) {
        this.random = new Random(seed);
    }

    String of(NumberingPlan plan) {
        return of(plan.forms().get(random.nextInt(plan.forms().size())));
    }

    String of(Form form) {
        return form.parts().stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Part part) {
        var digits = part.alternatives().get(random.nextInt(part.alternatives().size()));
        return digits.stream()
                .filter(digit -> !digit.optional() || random.nextInt(4) > 0)
                .map(this::key)
                .collect(Collectors.joining());
    }

    private String key(Digit digit) {
        List<String> keys = DialKeys.ALL
                .chars()
                .filter(key -> digit.fits((char) key))
                .mapToObj(Character::toString)
                .toList();
        return keys.get(random.nextInt(keys.size()));
    }
}
