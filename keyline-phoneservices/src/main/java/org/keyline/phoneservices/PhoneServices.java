package org.keyline.phoneservices;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.server.NodeService;
import org.keyline.phoneservices.http.PageServer;
import org.keyline.phoneservices.http.PageSource;
import org.keyline.phoneservices.login.ExtensionMobility;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.transport.EventLoops;
import org.keyline.transport.TcpServer;
import org.keyline.trust.tls.TlsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that gives phones their pages, over HTTP and HTTPS, each only where it is switched on; while it runs it
 * ends logins that have lasted too long.
 */
public final class PhoneServices implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneServices.class);
    private static final long BETWEEN_LOOKS_SECONDS = 10;

    private final Place place;
    private final SnapshotSource configuration;
    private final PageSource pages;
    private final ExtensionMobility mobility;
    private final List<TcpServer> open = new ArrayList<>();
    private @Nullable ScheduledExecutorService expiry;

    /**
     * Where it listens.
     *
     * @param at the node's address with a port
     * @param tls how TLS is spoken, asked at each start
     */
    public record Place(
            IntFunction<InetSocketAddress> at, Supplier<TlsSettings> tls, EventLoops loops, Alarms alarms) {}

    /** A service that is not started yet. */
    public PhoneServices(Place place, SnapshotSource configuration, PageSource pages, ExtensionMobility mobility) {
        this.place = place;
        this.configuration = configuration;
        this.pages = pages;
        this.mobility = mobility;
    }

    @Override
    public String name() {
        return NodeService.PHONE_SERVICES.title();
    }

    @Override
    public void start() throws IOException {
        var parameters = configuration.current().parameters();
        try {
            if (parameters.flag("ipPhoneServices.plainHttp")) {
                listen(parameters.integer("ipPhoneServices.httpPort"), Optional.empty());
            }
            if (parameters.flag("ipPhoneServices.https")) {
                listen(
                        parameters.integer("ipPhoneServices.httpsPort"),
                        Optional.of(place.tls().get()));
            }
        } catch (IOException taken) {
            stop();
            throw taken;
        }
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("login-expiry").factory());
        var _ = timer.scheduleWithFixedDelay(
                this::expire, BETWEEN_LOOKS_SECONDS, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
        expiry = timer;
    }

    private void listen(int port, Optional<TlsSettings> tls) throws IOException {
        open.add(PageServer.open(place.loops(), place.alarms(), place.at().apply(port), tls, pages));
    }

    /** A look that fails must not be the last one. */
    private void expire() {
        try {
            mobility.logOutExpired();
        } catch (RuntimeException trouble) {
            LOG.atError()
                    .setCause(trouble)
                    .log("Logins that have lasted too long could not be ended; tried again soon");
        }
    }

    @Override
    public void stop() {
        var timer = expiry;
        expiry = null;
        if (timer != null) {
            timer.close();
        }
        open.forEach(TcpServer::close);
        open.clear();
    }
}
