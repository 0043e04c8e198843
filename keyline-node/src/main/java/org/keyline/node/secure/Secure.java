package org.keyline.node.secure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyline.ctl.client.Dialogue;
import org.keyline.ctl.client.Nobody;
import org.keyline.node.secure.Checklist.Line;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guided way to a secure system, on a node's directory.
 *
 * @param data the node's directory
 * @param given what was said on the command line
 * @param language in which it speaks
 */
public record Secure(Path data, Given given, Locale language) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Wording wording() {
        return new Wording(new SecureTexts(language));
    }

    /**
     * Only looks, and tells a line for each step.
     *
     * @return whether nothing is open
     */
    public boolean check(Consumer<String> out) throws IOException {
        try (var here = Surroundings.open(data, given, Clock.systemUTC())) {
            var lines = Checklist.look(here);
            lines.forEach(line -> out.accept(wording().line(line)));
            out.accept(wording().totals(lines));
            return isDone(lines);
        }
    }

    /** What a script reads: the steps, and how many are open. */
    private record Answer(long open, List<Wording.Row> steps) {}

    /**
     * Only looks, and tells everything as JSON.
     *
     * @return whether nothing is open
     */
    public boolean json(Consumer<String> out) throws IOException {
        try (var here = Surroundings.open(data, given, Clock.systemUTC())) {
            var lines = Checklist.look(here);
            var rows = lines.stream().map(wording()::row).toList();
            out.accept(MAPPER.writeValueAsString(
                    new Answer(lines.stream().filter(Line::isOpen).count(), rows)));
            return isDone(lines);
        }
    }

    private static boolean isDone(List<Line> lines) {
        return lines.stream().noneMatch(Line::isOpen);
    }

    /**
     * Goes through the steps with the administrator.
     *
     * @param trouble says what went wrong, as a user reads it
     * @return whether nothing is open at the end
     */
    public boolean guide(Dialogue dialogue, Function<Exception, String> trouble) throws IOException {
        return walk(dialogue, false, trouble);
    }

    /**
     * Does all that needs nobody, and tells what still does.
     *
     * @return whether nothing is open at the end
     */
    public boolean unattended(Consumer<String> out, Function<Exception, String> trouble) throws IOException {
        return walk(new Nobody(out), true, trouble);
    }

    private boolean walk(Dialogue dialogue, boolean isUnattended, Function<Exception, String> trouble)
            throws IOException {
        try (var here = Surroundings.open(data, given, Clock.systemUTC());
                var channel = FileChannel.open(
                        here.directory().path().resolve("secure.lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var texts = new SecureTexts(language);
            if (lock(channel) == null) {
                throw new IOException(texts.text("busy"));
            }
            return new Guide(here, new Talk(dialogue, isUnattended, texts), trouble).run();
        }
    }

    /** One guide at a time; the lock of a killed one is free. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /** Has steps that were left out for good count again; those of these names that do not exist. */
    public Set<String> takeUp(Set<String> steps) throws IOException {
        var known = Checklist.steps().stream().map(Step::id).collect(Collectors.toSet());
        try (var here = Surroundings.open(data, given, Clock.systemUTC())) {
            steps.stream().filter(known::contains).forEach(here.memory()::takeUp);
        }
        var unknown = new HashSet<>(steps);
        unknown.removeAll(known);
        return unknown;
    }
}
