package org.keyline.callcontrol.digits;

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
}
