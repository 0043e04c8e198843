package org.keyline.node.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;

/**
 * Puts what lies in {@code restore/incoming} in place of what a node's directory has, and keeps that in
 * {@code restore/previous}.
 *
 * <p>Killed before the file {@code restore/ready} is there, nothing was changed; killed after it, the exchange is
 * brought to its end by {@link #finish}, however often it is killed: every step is one rename, and where a file lies
 * shows whether it was done. Nobody may use the directory meanwhile.
 */
public final class Exchange {
    private static final String READY = "ready";
    private static final String DONE = "done";
    private static final String BACK = "back";
    private static final String BRING = "bring ";
    private static final String REMOVE = "remove ";

    private final Path data;
    private final Path place;

    private Exchange(Path data) {
        this.data = data;
        this.place = data.resolve(NodeFiles.RESTORE);
    }

    static Exchange in(Path data) {
        return new Exchange(data);
    }

    /** Whether a restore of the node in {@code data} was interrupted when it could no longer be given up. */
    public static boolean isInterrupted(Path data) {
        return Files.exists(data.resolve(NodeFiles.RESTORE).resolve(READY));
    }

    /**
     * Ends an interrupted exchange, and clears away what one that never came so far has left. To be called by whoever
     * has the lock of the directory.
     *
     * @return whether there was one to end
     */
    public static boolean finish(Path data) throws IOException {
        var exchange = new Exchange(data);
        if (isInterrupted(data)) {
            exchange.run();
            return true;
        }
        Trees.delete(exchange.incoming());
        return false;
    }

    Path incoming() {
        return place.resolve("incoming");
    }

    private Path previous() {
        return place.resolve("previous");
    }

    /** An empty place for what comes. */
    Path prepare() throws IOException {
        AtomicFile.createOwnerOnlyDirectory(place);
        Trees.delete(incoming());
        AtomicFile.createOwnerOnlyDirectory(incoming());
        return incoming();
    }

    /** From here on it happens: what came takes its place, and what it makes void goes. */
    void exchange(Collection<String> voided) throws IOException {
        var brought = units(incoming());
        var orders = new ArrayList<String>();
        voided.stream().filter(name -> !brought.contains(name)).forEach(name -> orders.add(REMOVE + name));
        brought.forEach(name -> orders.add(BRING + name));
        Trees.delete(previous());
        order(orders);
        run();
    }

    /**
     * Puts back what the last exchange replaced; what that had brought is kept in turn.
     *
     * @return whether there was one
     */
    boolean undo() throws IOException {
        if (!exists(place.resolve(DONE)) || !exists(previous())) {
            return false;
        }
        var brought = units(previous());
        var orders = new ArrayList<>(List.of(BACK));
        orders().stream()
                .map(order -> order.substring(order.indexOf(' ') + 1))
                .filter(name -> !brought.contains(name) && !name.equals(BACK))
                .forEach(name -> orders.add(REMOVE + name));
        brought.forEach(name -> orders.add(BRING + name));
        Trees.delete(incoming());
        order(orders);
        run();
        return true;
    }

    private List<String> orders() throws IOException {
        return Files.readAllLines(place.resolve(DONE), StandardCharsets.UTF_8);
    }

    private void order(List<String> orders) throws IOException {
        AtomicFile.write(
                place.resolve(READY), String.join("\n", orders).getBytes(StandardCharsets.UTF_8), Access.OWNER_ONLY);
    }

    private void run() throws IOException {
        var orders = Files.readAllLines(place.resolve(READY), StandardCharsets.UTF_8);
        if (orders.contains(BACK) && !exists(incoming())) {
            Files.move(previous(), incoming(), StandardCopyOption.ATOMIC_MOVE);
        }
        AtomicFile.createOwnerOnlyDirectory(previous());
        for (var order : orders) {
            if (order.startsWith(REMOVE)) {
                setAside(order.substring(REMOVE.length()));
            } else if (order.startsWith(BRING)) {
                bring(order.substring(BRING.length()));
            }
        }
        AtomicFile.force(data);
        Files.move(place.resolve(READY), place.resolve(DONE), StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.force(place);
        Trees.delete(incoming());
    }

    private void setAside(String name) throws IOException {
        if (exists(data.resolve(name))) {
            move(data.resolve(name), previous().resolve(name));
        }
    }

    /** While the new still waits, what lies at its place is the old. */
    private void bring(String name) throws IOException {
        if (exists(incoming().resolve(name))) {
            setAside(name);
            move(incoming().resolve(name), data.resolve(name));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        var parent = Objects.requireNonNull(to.getParent());
        if (!exists(parent)) {
            AtomicFile.createOwnerOnlyDirectory(parent);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.force(parent);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What moves as one: what lies in the directory itself, but phone files each alone, for others stay. */
    private static List<String> units(Path directory) throws IOException {
        var units = new ArrayList<String>();
        for (var name : names(directory)) {
            if (name.equals(NodeFiles.PHONE_FILES)) {
                names(directory.resolve(name)).forEach(file -> units.add(name + "/" + file));
            } else {
                units.add(name);
            }
        }
        return units;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
