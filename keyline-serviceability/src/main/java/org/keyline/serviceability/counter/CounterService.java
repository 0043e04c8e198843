package org.keyline.serviceability.counter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.serviceability.supervisor.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the counters to this machine, as {@code http://127.0.0.1:9100/metrics}. It answers {@code GET} and {@code HEAD}
 * of this one name, whatever is asked of it changes nothing, and it asks for no password: so it listens on a loopback
 * address only.
 */
public final class CounterService implements Service {
    /** The port by custom. */
    public static final int PORT = 9100;

    /** The name of the page. */
    public static final String PATH = "/metrics";

    private static final Logger LOG = LoggerFactory.getLogger(CounterService.class);
    private static final String NAME = "Metrics";
    private static final int THREADS = 2;
    private static final int BACKLOG = 16;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;

    static {
        // The JDK's server has its limits as properties of the process, read when it is first used; it has none by
        // itself.
        System.setProperty("jdk.httpserver.maxConnections", "32");
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }

    private final InetSocketAddress address;
    private final Counters counters;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /**
     * A service that is not started yet.
     *
     * @param address where it shall listen, a loopback address; port 0 takes any free one
     */
    public CounterService(InetSocketAddress address, Counters counters) {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Counters are shown to this machine only, not on " + address);
        }
        this.address = address;
        this.counters = counters;
    }

    @Override
    public String name() {
        return NodeService.METRICS.title();
    }

    @Override
    public synchronized void start() throws IOException {
        var opened = open();
        var workers = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("metrics-", 0).daemon().factory());
        opened.setExecutor(workers);
        opened.createContext("/", this::answer);
        opened.start();
        server = opened;
        threads = workers;
        LOG.atInfo()
                .addKeyValue("port", NAME)
                .addKeyValue("address", PortUnavailable.text(opened.getAddress()))
                .log("Port open");
    }

    private HttpServer open() throws IOException {
        try {
            return HttpServer.create(address, BACKLOG);
        } catch (BindException taken) {
            throw new PortUnavailable(NAME, address, taken);
        }
    }

    /** Where it listens; fails when it does not run. */
    public synchronized InetSocketAddress address() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("The metrics are not served");
        }
        return running.getAddress();
    }

    @Override
    public synchronized void stop() {
        var running = server;
        var workers = threads;
        server = null;
        threads = null;
        if (running != null && workers != null) {
            running.stop(0);
            workers.shutdownNow();
            LOG.atInfo().addKeyValue("port", NAME).log("Port closed");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET" -> show(exchange);
                case "HEAD" -> exchange.sendResponseHeaders(OK, NO_BODY);
                default -> {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
                }
            }
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        var page = MetricsText.write(counters.read()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", MetricsText.CONTENT_TYPE);
        exchange.sendResponseHeaders(OK, page.length);
        exchange.getResponseBody().write(page);
    }
}
