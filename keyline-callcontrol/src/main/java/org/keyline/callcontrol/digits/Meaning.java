package org.keyline.callcontrol.digits;

import java.util.Optional;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.TranslationPattern;
import org.keyline.model.dial.Treatment;

/** What a pattern stands for. */
sealed interface Meaning permits Destination, Target.Hunt, Target.Outside, FeatureNumber, Meaning.Translation {
    /** Another number. */
    record Translation(TranslationPattern pattern) implements Meaning {}

    /** How calls to it are treated. */
    default Treatment treatment() {
        return switch (this) {
            case Destination _, FeatureNumber _ -> Treatment.USUAL;
            case Target.Hunt(var pilot, var _) -> pilot.treatment();
            case Target.Outside outside -> outside.pattern().treatment();
            case Translation(var pattern) -> pattern.treatment();
        };
    }

    /** What {@code @} stands for in its pattern, where it may have one. */
    default Optional<PlanUse> numbers() {
        return switch (this) {
            case Destination _, FeatureNumber _, Target.Hunt _ -> Optional.empty();
            case Target.Outside outside -> Optional.of(outside.pattern().numbers());
            case Translation(var pattern) -> Optional.of(pattern.numbers());
        };
    }
}
