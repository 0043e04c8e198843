package org.keyline.capf.former;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.capf.former.Unread.Reason;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;
import org.keyline.trust.inventory.CertificateFile;
import org.keyline.trust.inventory.Outcome;

/**
 * The folder of the CAPF utility 1.0, read whole (spec CAPF-038): {@code *.0} and {@code *.cer}, {@code CAPF.phone},
 * {@code CAPF.config}. Names count in any case.
 *
 * @param issuers whose LSCs phones may still hold
 * @param phones the latest of each phone
 * @param settings parameters by kind and field
 * @param unread everything that was not understood
 */
public record FormerUtility(
        List<X509Certificate> issuers,
        Map<DeviceName, FormerPhone> phones,
        Map<String, Value> settings,
        List<Unread> unread) {
    private static final int MOST_FILES = 1_000;
    private static final long LONGEST_FILE = 16L * 1024 * 1024;
    private static final String PHONES = "capf.phone";
    private static final String CONFIG = "capf.config";

    public FormerUtility {
        issuers = List.copyOf(issuers);
        phones = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(phones));
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        unread = List.copyOf(unread);
    }

    /**
     * What it knew of a phone.
     *
     * @param line where it stands
     * @param string what the user was to type while an operation was pending; a secret
     * @param status the status of its latest operation, as it is shown here
     */
    public record FormerPhone(int line, Optional<String> string, Optional<String> status) {
        /** Without the string. */
        @Override
        public String toString() {
            return "FormerPhone[" + line + ", " + status.orElse("-") + "]";
        }
    }

    /**
     * Reads the folder.
     *
     * @throws IOException when it cannot be read, or holds none of the files
     */
    public static FormerUtility read(Path folder) throws IOException {
        var reader = new FolderReader();
        for (var file : files(folder)) {
            reader.take(file);
        }
        if (!reader.found) {
            throw new java.nio.file.NoSuchFileException(
                    folder.resolve("CAPF.phone").toString());
        }
        return reader.result();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList();
        }
    }

    private static final class FolderReader {
        private final List<X509Certificate> issuers = new ArrayList<>();
        private final Map<DeviceName, FormerPhone> phones = new LinkedHashMap<>();
        private final Map<String, Value> settings = new LinkedHashMap<>();
        private final List<Unread> unread = new ArrayList<>();
        private boolean found;

        void take(Path file) throws IOException {
            var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            var isKnown = name.equals(PHONES) || name.equals(CONFIG) || name.endsWith(".0") || name.endsWith(".cer");
            if (!isKnown) {
                return;
            }
            found = true;
            if (Files.size(file) > LONGEST_FILE) {
                unread.add(new Unread(shown(file), 0, Reason.FILE_TOO_LONG, ""));
            } else if (name.equals(PHONES)) {
                phones(file);
            } else if (name.equals(CONFIG)) {
                settings(file);
            } else {
                certificates(file);
            }
        }

        private static String shown(Path file) {
            return String.valueOf(file.getFileName());
        }

        /** Windows wrote these files: any byte is a character, and none ends the reading. */
        private static List<String> lines(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .replace("\u00ef\u00bb\u00bf", "")
                    .lines()
                    .toList();
        }

        private static boolean isEmpty(String line) {
            return line.isBlank() || line.strip().startsWith("#");
        }

        private void phones(Path file) throws IOException {
            var lines = lines(file);
            for (int at = 0; at < lines.size(); at++) {
                if (!isEmpty(lines.get(at))) {
                    phone(file, at + 1, lines.get(at));
                }
            }
        }

        private void phone(Path file, int number, String line) {
            switch (PhoneLine.read(number, line)) {
                case Recognised.Unknown<PhoneLine>(var reason, var field) ->
                    unread.add(new Unread(shown(file), number, reason, shown(field)));
                case Recognised.Known<PhoneLine>(var known) -> {
                    var before = phones.remove(known.device());
                    if (before != null) {
                        unread.add(new Unread(
                                shown(file),
                                before.line(),
                                Reason.REPEATED,
                                known.device().text()));
                    }
                    phones.put(known.device(), new FormerPhone(number, known.string(), known.status()));
                }
            }
        }

        /** Digits may be somebody's string. */
        private static String shown(String field) {
            var safe = field.replaceAll("[^\\p{Graph}]", "?").replaceAll("[0-9]", "*");
            return safe.substring(0, Math.min(40, safe.length()));
        }

        private void settings(Path file) throws IOException {
            var lines = lines(file);
            for (int at = 0; at < lines.size(); at++) {
                if (!isEmpty(lines.get(at)) && !lines.get(at).strip().startsWith("[")) {
                    setting(file, at + 1, lines.get(at));
                }
            }
        }

        private void setting(Path file, int number, String line) {
            var parts = line.split("=", 2);
            if (parts.length < 2) {
                unread.add(new Unread(shown(file), number, Reason.NO_SETTING, ""));
                return;
            }
            var known = FormerSettings.parameter(parts[0]);
            if (known.isEmpty()) {
                unread.add(new Unread(shown(file), number, Reason.UNKNOWN_SETTING, name(parts[0])));
                return;
            }
            var field = Kinds.get(known.get().kind()).field(known.get().field()).orElseThrow();
            switch (field.type().read(parts[1].replace("\"", "").strip())) {
                case Reading.Good(var value) -> settings.put(known.get().text(), value);
                case Reading.Fault _ -> unread.add(new Unread(shown(file), number, Reason.BAD_VALUE, name(parts[0])));
            }
        }

        private static String name(String written) {
            var safe = written.strip().replaceAll("[^\\p{Graph} ]", "?");
            return safe.substring(0, Math.min(60, safe.length()));
        }

        private void certificates(Path file) throws IOException {
            switch (CertificateFile.read(shown(file), Files.readAllBytes(file))) {
                case Outcome.Done<List<X509Certificate>>(var all) -> all.forEach(one -> certificate(file, one));
                case Outcome.Refused<List<X509Certificate>> _ ->
                    unread.add(new Unread(shown(file), 0, Reason.NO_CERTIFICATE, ""));
            }
        }

        private void certificate(Path file, X509Certificate certificate) {
            if (certificate.getBasicConstraints() < 0) {
                unread.add(new Unread(shown(file), 0, Reason.NOT_AN_AUTHORITY, ""));
            } else if (!issuers.contains(certificate)) {
                issuers.add(certificate);
            }
        }

        FormerUtility result() {
            return new FormerUtility(issuers, phones, settings, unread);
        }
    }
}
