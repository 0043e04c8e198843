package org.keyline.web.phone;

import java.util.List;
import org.keyline.web.form.FormField;

/**
 * Fields of a phone that belong together.
 *
 * @param title the key of its title in the catalogue of the pages
 */
public record PhoneSection(String title, List<FormField> fields) {
    public PhoneSection {
        fields = List.copyOf(fields);
    }

    /** Whether it is there only for phones with security features. */
    public boolean isOfSecurity() {
        return PhoneFields.OF_SECURITY.contains(title);
    }
}
