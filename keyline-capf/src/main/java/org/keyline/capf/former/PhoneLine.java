package org.keyline.capf.former;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.capf.former.Unread.Reason;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.CapfSettings.CertificateOperation;

/**
 * What one line of {@code CAPF.phone} says. The fields stand in any order, with commas, semicolons, colons, tabs or
 * blanks between; each is known by its look: a device name or MAC address, a string of 4 to 10 digits, words for an
 * operation and how it went, dates. What looks like nothing known makes the whole line unread.
 *
 * @param number of the line, from 1
 * @param device whose line it is
 * @param string what the user was to type; a secret
 * @param status the operation status as it is shown here; empty when the line says nothing of an operation
 */
record PhoneLine(int number, DeviceName device, Optional<String> string, Optional<String> status) {
    private static final int LONGEST = 1_024;
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\t ]+|:(?![0-9]{2}\\b)|\"");
    private static final Pattern DEVICE = Pattern.compile("(?:SEP)?[0-9A-Fa-f]{12}");
    private static final Pattern MAC =
            Pattern.compile("(?:[0-9A-Fa-f]{2}[-:]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4}");
    private static final Pattern STRING = Pattern.compile("[0-9]{4,10}");
    private static final Pattern DATE = Pattern.compile(
            "[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:T[0-9:]+Z?)?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[AaPp][Mm]");
    private static final List<String> INSTALL =
            List.of("install", "upgrade", "install/upgrade", "update", "enroll", "enrol", "issue");
    private static final List<String> TROUBLESHOOT = List.of("troubleshoot", "fetch");
    private static final List<String> GOOD =
            List.of("success", "successful", "succeeded", "done", "completed", "issued", "installed");
    private static final List<String> BAD = List.of("fail", "failed", "failure", "error");
    private static final List<String> OPEN = List.of("pending", "waiting", "scheduled");
    private static final List<String> NOTHING = List.of("none", "no", "operation", "certificate", "lsc", "status", "-");

    /** The string is masked. */
    @Override
    public String toString() {
        return "PhoneLine[" + number + ", " + device + ", " + status.orElse("-") + "]";
    }

    /** Reads a line that is neither empty nor a comment. */
    static Recognised<PhoneLine> read(int number, String line) {
        if (line.length() > LONGEST) {
            return Recognised.not(Reason.TOO_LONG);
        }
        var reader = new Reader();
        for (var field : fields(line)) {
            var fault = reader.take(field);
            if (fault.isPresent()) {
                return Recognised.not(fault.get(), field);
            }
        }
        return reader.line(number);
    }

    private static List<String> fields(String line) {
        var plain = MAC.matcher(line).replaceAll(found -> "SEP" + found.group().replaceAll("[-:.]", ""));
        return Arrays.stream(SEPARATORS.split(plain))
                .filter(field -> !field.isBlank())
                .toList();
    }

    private static final class Reader {
        private Optional<DeviceName> device = Optional.empty();
        private Optional<String> string = Optional.empty();
        private CertificateOperation operation = CertificateOperation.INSTALL_UPGRADE;
        private Optional<String> outcome = Optional.empty();

        Optional<Reason> take(String field) {
            var word = field.toLowerCase(Locale.ROOT);
            if (DEVICE.matcher(field).matches()) {
                return device(field);
            }
            if (STRING.matcher(field).matches()) {
                return string(field);
            }
            return DATE.matcher(field).matches() || word(word) ? Optional.empty() : Optional.of(Reason.UNKNOWN_FIELD);
        }

        private Optional<Reason> device(String field) {
            var upper = field.toUpperCase(Locale.ROOT);
            var name = new DeviceName(upper.startsWith("SEP") ? upper : "SEP" + upper);
            var second = device.filter(known -> !known.equals(name)).isPresent();
            device = Optional.of(name);
            return second ? Optional.of(Reason.TWO_DEVICES) : Optional.empty();
        }

        private Optional<Reason> string(String field) {
            var second = string.isPresent();
            string = Optional.of(field);
            return second ? Optional.of(Reason.TWO_STRINGS) : Optional.empty();
        }

        private boolean word(String word) {
            if (INSTALL.contains(word)) {
                operation = CertificateOperation.INSTALL_UPGRADE;
            } else if (TROUBLESHOOT.contains(word)) {
                operation = CertificateOperation.TROUBLESHOOT;
            } else if (word.equals("delete") || word.equals("deleted")) {
                operation = CertificateOperation.DELETE;
            } else if (GOOD.contains(word) || BAD.contains(word) || OPEN.contains(word)) {
                outcome = Optional.of(word);
            } else {
                return NOTHING.contains(word);
            }
            return true;
        }

        Recognised<PhoneLine> line(int number) {
            return device.map(known -> (Recognised<PhoneLine>)
                            new Recognised.Known<>(new PhoneLine(number, known, string, outcome.map(this::status))))
                    .orElseGet(() -> Recognised.not(Reason.NO_DEVICE));
        }

        private String status(String word) {
            if (GOOD.contains(word)) {
                return operation.successful();
            }
            return BAD.contains(word) ? operation.failed() : operation.pending();
        }
    }
}
