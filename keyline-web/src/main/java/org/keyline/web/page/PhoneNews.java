package org.keyline.web.page;

import java.util.List;

/**
 * What a phone's page says after something was asked of it.
 *
 * @param done what was done; empty when nothing was
 * @param notices what the administrator should know of it
 * @param toReset whether the phone must be reset now
 * @param problems what is wrong with the whole
 */
public record PhoneNews(String done, List<String> notices, boolean toReset, List<String> problems) {
    static final PhoneNews NONE = new PhoneNews("", List.of(), false, List.of());

    public PhoneNews {
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }
}
