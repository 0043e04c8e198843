package org.keyline.node.service;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyline.node.service.ControlMessage.Answer;
import org.keyline.node.service.ControlMessage.Request;
import org.keyline.processing.location.LocationUse;
import org.keyline.serviceability.control.ServiceControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A door to the running node for commands on the same machine: a Unix socket in the node's directory, which only the
 * directory's owner reaches. It needs neither the web nor a password, so a stopped web can be started through it.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    /** Systems take no longer paths for sockets. */
    private static final int LONGEST_PATH = 100;

    private static final int MOST_CLIENTS = 16;

    private final ServiceControl control;
    private final Supplier<List<LocationUse>> locations;
    private final ServerSocketChannel listener;
    private final Path place;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    private ControlSocket(
            ServiceControl control, Supplier<List<LocationUse>> locations, ServerSocketChannel listener, Path place) {
        this.control = control;
        this.locations = locations;
        this.listener = listener;
        this.place = place;
    }

    /**
     * Opens the door of the node on this directory.
     *
     * @param locations how its locations stand
     */
    public static ControlSocket open(Path directory, ServiceControl control, Supplier<List<LocationUse>> locations)
            throws IOException {
        var place = place(directory);
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(place); // left by a node that was killed; this one has the directory's lock
            listener.bind(UnixDomainSocketAddress.of(place));
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        var socket = new ControlSocket(control, locations, listener, place);
        Thread.ofPlatform().name("control").daemon().start(socket::accept);
        return socket;
    }

    /** In the directory itself, or, where its path is too long for a socket, in one of the owner's own elsewhere. */
    private static Path place(Path directory) throws IOException {
        var usual = directory.resolve("control");
        return usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH
                ? usual
                : Files.createTempDirectory("keyline-control").resolve("control");
    }

    /** Where it is. */
    public Path place() {
        return place;
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                var client = listener.accept();
                if (clients.size() >= MOST_CLIENTS) {
                    client.close();
                } else {
                    clients.add(client);
                    Thread.ofVirtual().name("control").start(() -> serve(client));
                }
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.atWarn().addKeyValue("reason", e.getMessage()).log("A command could not be accepted");
                }
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            var line = line(client, ControlMessage.LONGEST);
            var answer = ControlMessage.MAPPER.writeValueAsString(
                    answer(ControlMessage.MAPPER.readValue(line, Request.class)));
            send(client, answer);
        } catch (JacksonException e) {
            LOG.atWarn().addKeyValue("reason", e.getOriginalMessage()).log("A command was not understood");
        } catch (IOException lost) {
            LOG.atDebug().setCause(lost).log("A command left");
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("A command failed by an error of ours");
        } finally {
            clients.remove(client);
        }
    }

    private Answer answer(Request request) {
        var problem = request.order()
                .flatMap(order -> request.service().flatMap(service -> control.carryOut(order, service, request.by())));
        return switch (request.question()) {
            case SERVICES ->
                new Answer(control.services().stream().map(ServiceLine::of).toList(), List.of(), problem);
            case LOCATIONS ->
                new Answer(
                        List.of(),
                        locations.get().stream().map(LocationLine::of).toList(),
                        problem);
        };
    }

    /** The line from the other side, which says one; fails when it is too long or does not end. */
    static String line(SocketChannel channel, int longest) throws IOException {
        var in = new BufferedInputStream(Channels.newInputStream(channel));
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || bytes.size() == longest) {
                throw new IOException("The line does not end");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void send(SocketChannel channel, String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var client : clients) {
            client.close();
        }
        Files.deleteIfExists(place);
    }
}
