package org.keyline.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The two security tokens of the demonstration, made while the server starts.
 *
 * @param first the token that signs
 * @param second the one kept in reserve
 * @param password the file with the password of both
 * @param making the work under way
 */
record Tokens(Path first, Path second, Path password, List<FutureTask<Void>> making) {
    /** Begins to make those that are not there. */
    static Tokens make(NodeProcess node, Path directory) throws IOException {
        var password = directory.resolve("token.password");
        if (!Files.exists(password)) {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, UUID.randomUUID() + "\n");
        }
        var files = List.of(directory.resolve("token1.p12"), directory.resolve("token2.p12"));
        var making = files.stream()
                .filter(file -> !Files.exists(file))
                .map(file -> start(() -> {
                    node.tool(
                            "token",
                            "init",
                            file.toString(),
                            "--name=" + file.getFileName(),
                            "--password-file=" + password);
                    return null;
                }))
                .toList();
        return new Tokens(files.get(0), files.get(1), password, making);
    }

    private static FutureTask<Void> start(Callable<Void> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    /** Waits until they are made. */
    void await() throws InterruptedException, DemoTrouble {
        for (var task : making) {
            try {
                task.get();
            } catch (ExecutionException e) {
                throw new DemoTrouble(String.valueOf(e.getCause()));
            }
        }
    }
}
