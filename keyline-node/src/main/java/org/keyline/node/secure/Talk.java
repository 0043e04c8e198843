package org.keyline.node.secure;

import java.util.List;
import org.keyline.ctl.client.Dialogue;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.trust.secret.Secret;

/**
 * The conversation with the administrator, or with nobody: then every question has its usual answer, and what only a
 * person can say is cancelled.
 *
 * @param dialogue how it is spoken
 * @param isUnattended whether nobody is there
 * @param texts in which language
 */
record Talk(Dialogue dialogue, boolean isUnattended, SecureTexts texts) {
    void say(String key, Object... arguments) {
        dialogue.say(texts.text(key, arguments));
    }

    void sayLine(String line) {
        dialogue.say(line);
    }

    String ask(String key, String initial) throws Cancelled {
        return dialogue.ask(texts.text(key), initial);
    }

    Secret secret(String key, Object... arguments) throws Cancelled {
        return dialogue.secret(texts.text(key, arguments));
    }

    boolean confirms(String key, Object... arguments) throws Cancelled {
        return isUnattended || dialogue.confirm(texts.text(key, arguments));
    }

    /** The place of the chosen option, from 0; the first one is the usual answer. */
    int choose(String key, List<String> options) throws Cancelled {
        return isUnattended
                ? 0
                : dialogue.choose(
                        texts.text(key),
                        options.stream().map(option -> texts.text(option)).toList());
    }

    /** Waits until the administrator has done something elsewhere. */
    void pause() throws Cancelled {
        var _ = dialogue.ask(texts.text("pause"), "");
    }
}
