package org.keyline.web.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Reading;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;

/**
 * What was entered, with PINs and passwords replaced by their slow hashes, which alone are kept.
 *
 * @param texts by field
 * @param problems of PINs and passwords that may not be; they show nothing of what was entered
 */
public record EnteredSecrets(Map<String, String> texts, List<Problem> problems) {
    /** Replaces those of an object of this kind; {@code key} is the object's, for the problems. */
    public static EnteredSecrets hashed(ObjectKind kind, String key, Map<String, String> entered) {
        var result = new EnteredSecrets(new LinkedHashMap<>(), new ArrayList<>());
        entered.forEach((name, text) -> kind.field(name)
                .flatMap(field -> field.plain())
                .ifPresentOrElse(
                        plain -> result.hash(kind, key, name, plain, text), () -> result.texts.put(name, text)));
        return result;
    }

    private void hash(ObjectKind kind, String key, String name, FieldType.Text plain, String text) {
        switch (plain.read(text)) {
            case Reading.Good _ -> texts.put(name, PasswordHash.of(Secret.of(text)));
            case Reading.Fault(var message, var arguments) ->
                problems.add(new Problem(kind.name(), key, name, "***", message, arguments));
        }
    }
}
