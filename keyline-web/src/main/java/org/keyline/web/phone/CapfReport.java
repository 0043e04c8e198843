package org.keyline.web.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.keyline.model.device.Phone;
import org.keyline.model.schema.Texts;

/** What CAPF shall do for phones, as a table and as a file for spreadsheets (spec CAPF-070, CAPF-071). */
public final class CapfReport {
    /** Spreadsheets take a cell that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final List<String> FIELDS =
            List.of("name", "model", "description", "operationStatus", "authenticationString", "authenticationMode");

    private CapfReport() {}

    /** The report as CSV (RFC 4180) in UTF-8, with a header in the reader's language. */
    public static String csv(List<Phone> phones, Texts texts) {
        var text = new StringBuilder("\uFEFF");
        append(text, FIELDS.stream().map(field -> texts.label("phone", field)).toList());
        phones.forEach(phone -> append(text, row(phone, texts)));
        return text.toString();
    }

    private static List<String> row(Phone phone, Texts texts) {
        var row = new ArrayList<String>();
        row.add(phone.name().text());
        row.add(phone.model().name());
        row.add(phone.description());
        row.add(phone.capf().status());
        row.add(phone.capf().authenticationString().orElse(""));
        row.add(mode(phone, texts));
        return row;
    }

    /** The authentication mode in the reader's language. */
    public static String mode(Phone phone, Texts texts) {
        return texts.text("value.AuthenticationMode." + phone.capf().authentication());
    }

    private static void append(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(CapfReport::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A cell that no spreadsheet takes for a formula, quoted where it needs that. */
    static String cell(String content) {
        var harmless = content.isEmpty() || FORMULA.indexOf(content.charAt(0)) < 0 ? content : "'" + content;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
