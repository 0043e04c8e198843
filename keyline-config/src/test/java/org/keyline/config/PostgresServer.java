package org.keyline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of the machine's package in a directory of its own, started once for all tests. */
final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path home;
    private final Path programs;
    private final int port;

    private static final class Holder {
        private static final PostgresServer ONLY = new PostgresServer();
    }

    private PostgresServer() {
        try {
            programs = newestPrograms();
            home = Files.createTempDirectory("keyline-postgres");
            port = freePort();
            asServerUser("chown", "-R", "postgres", home.toString());
            var data = home.resolve("data").toString();
            run(
                    programs.resolve("initdb").toString(),
                    "-D",
                    data,
                    "-U",
                    "keyline",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "-N");
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            run(
                    programs.resolve("pg_ctl").toString(),
                    "-D",
                    data,
                    "-w",
                    "-l",
                    home.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -k " + home + " -c listen_addresses=127.0.0.1 -c fsync=off",
                    "start");
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("PostgreSQL cannot be started; is it installed?", cannotStart);
        }
    }

    /** The JDBC address of a new, empty database. */
    static String newDatabase() {
        var name = "test" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(Holder.ONLY.url("postgres"), "keyline", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return Holder.ONLY.url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Path newestPrograms() throws IOException {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IOException("No PostgreSQL server programs in /usr/lib/postgresql"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL does not run as root; root makes the directory the postgres user's. */
    private static void asServerUser(String... command) throws IOException {
        if (isRoot()) {
            execute(List.of(command));
        }
    }

    private static void run(String... command) throws IOException {
        var all = new ArrayList<String>();
        if (isRoot()) {
            all.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        all.addAll(List.of(command));
        execute(all);
    }

    private static void execute(List<String> command) throws IOException {
        var output = Files.createTempFile("keyline-postgres", ".out");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(Path.of("/tmp").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private void stop() {
        try {
            run(
                    programs.resolve("pg_ctl").toString(),
                    "-D",
                    home.resolve("data").toString(),
                    "-m",
                    "immediate",
                    "stop");
            try (var files = Files.walk(home)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
