package org.keyline.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.YamlNode.Place;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;

/** The configuration as one YAML file. */
public final class ConfigFile {
    private static final int MOST_PROBLEMS = 100;

    /** What an operation that waits for a string consists of. */
    private static final List<String> STRING_FIELDS =
            List.of("certificateOperation", "authenticationString", "operationCompletesBy", "operationStatus");

    private final ConfigStore store;

    public ConfigFile(ConfigStore store) {
        this.store = store;
    }

    /**
     * Imports a file of at most 64 MiB.
     *
     * @throws IOException if the file cannot be read
     */
    public ImportResult importFrom(Path file, ImportMode mode, Author author) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return importFrom(in, mode, author);
        }
    }

    /**
     * Imports what a stream gives, at most 64 MiB of UTF-8.
     *
     * @throws IOException if the stream cannot be read
     */
    public ImportResult importFrom(InputStream in, ImportMode mode, Author author) throws IOException {
        var bytes = in.readNBytes(YamlParser.MAX_CHARACTERS + 1);
        if (bytes.length > YamlParser.MAX_CHARACTERS) {
            return rejected(LocatedProblem.ofFile(Place.START, "", "yaml.size", YamlParser.MAX_CHARACTERS));
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return importText(text.toString(), mode, author);
        } catch (CharacterCodingException notUtf8) {
            return rejected(LocatedProblem.ofFile(Place.START, "", "yaml.syntax", "not UTF-8"));
        }
    }

    /** Imports a text. Either all of it is in the database afterwards, or nothing. */
    public ImportResult importText(String text, ImportMode mode, Author author) {
        var reader = new FileReader(mode == ImportMode.MERGE);
        try {
            reader.read(YamlParser.parse(text));
        } catch (UnreadableFile unreadable) {
            return rejected(unreadable.problem());
        }
        if (!reader.problems().isEmpty()) {
            var others = store.check(handle -> edits(reader, mode, handle), author);
            return rejected(reader, others);
        }
        return switch (store.applyComputed(handle -> edits(reader, mode, handle), author)) {
            case SaveResult.Saved saved -> new ImportResult.Imported(saved);
            case SaveResult.Invalid(var problems) -> rejected(reader, problems);
        };
    }

    private static List<Edit> edits(FileReader reader, ImportMode mode, Handle handle) {
        var edits = new ArrayList<>(reader.edits());
        if (mode == ImportMode.REPLACE) {
            for (var kind : Kinds.many().reversed()) {
                for (var key : ConfigStore.all(handle, kind).keySet()) {
                    if (!reader.keys(kind).contains(key)) {
                        edits.add(new Edit.Remove(kind, key));
                    }
                }
            }
        }
        return edits;
    }

    private static ImportResult rejected(LocatedProblem problem) {
        return new ImportResult.Rejected(List.of(problem));
    }

    private static ImportResult rejected(FileReader reader, List<Problem> others) {
        var all = new ArrayList<>(reader.problems());
        others.forEach(problem -> reader.locate(problem).ifPresent(all::add));
        all.sort(Comparator.comparingInt(LocatedProblem::line).thenComparingInt(LocatedProblem::column));
        if (all.size() > MOST_PROBLEMS) {
            var first = new ArrayList<>(all.subList(0, MOST_PROBLEMS));
            var next = all.get(MOST_PROBLEMS);
            first.add(LocatedProblem.ofFile(new Place(next.line(), next.column()), "", "yaml.more"));
            return new ImportResult.Rejected(first);
        }
        return new ImportResult.Rejected(all);
    }

    /** All of the configuration, secrets too; keep it as safe as the database. */
    public String export(Locale locale) {
        return text(locale, true);
    }

    /**
     * All of the configuration but its secrets. The file can be imported: certificate operations that wait for an
     * authentication string are left out with it, since a new string has to be given anyway.
     */
    public String exportWithoutSecrets(Locale locale) {
        return text(locale, false);
    }

    private String text(Locale locale, boolean secrets) {
        var text = new StringBuilder();
        try {
            export(text, locale, secrets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * Writes all of the configuration, objects sorted by key, with comments in the language of {@code locale}.
     *
     * @param secrets whether secrets are written too; without them the file does not restore them
     */
    public void export(Appendable out, Locale locale, boolean secrets) throws IOException {
        var all = store.listAll();
        if (!secrets) {
            all.computeIfPresent(
                    Kinds.PHONE,
                    (_, phones) ->
                            phones.stream().map(ConfigFile::withoutSecrets).toList());
        }
        new FileWriter(out, Texts.in(locale), secrets).write(all);
    }

    private static ConfigObject withoutSecrets(ConfigObject phone) {
        var open = phone;
        if (phone.value("authenticationString").isPresent()) {
            for (var field : STRING_FIELDS) {
                open = open.without(field);
            }
        }
        return open;
    }
}
