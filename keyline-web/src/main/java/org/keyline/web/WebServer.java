package org.keyline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.web.page.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The administration web over HTTPS (spec HT-01): TLS 1.2 and 1.3 only, with the node's HTTPS certificate. */
public final class WebServer implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MAXIMUM_CONNECTIONS = 5_000;
    private static final int ACCEPT_QUEUE = 1_024;
    private static final long IDLE_MILLIS = 20_000;
    private static final long IDLE_MILLIS_WHEN_FULL = 2_000;

    private final InetSocketAddress address;
    private final Pages pages;
    private volatile KeyMaterial key;
    private volatile SslContextFactory.@Nullable Server tls;
    private @Nullable Javalin running;

    /**
     * @param address where to listen; port 0 picks a free one
     * @param key the HTTPS certificate and its key
     * @param pages what to serve
     */
    public WebServer(InetSocketAddress address, KeyMaterial key, Pages pages) {
        this.address = address;
        this.key = key;
        this.pages = pages;
    }

    @Override
    public String name() {
        return NodeService.WEB.title();
    }

    @Override
    public void start() throws PortUnavailable {
        try {
            running = Javalin.create(this::configure).start();
        } catch (JavalinBindException taken) {
            throw new PortUnavailable("HTTPS", address, taken.getCause());
        }
        LOG.atInfo()
                .addKeyValue("port", "HTTPS")
                .addKeyValue("address", PortUnavailable.text(new InetSocketAddress(address.getAddress(), port())))
                .log("Port open");
    }

    @Override
    public void stop() throws Exception {
        pages.end();
        Optional.ofNullable(running).ifPresent(Javalin::stop);
        running = null;
    }

    /** From now on new connections get this certificate; open ones keep theirs. */
    public void renew(KeyMaterial next) {
        key = next;
        var factory = tls;
        if (factory != null) {
            try {
                factory.reload(renewed -> ((SslContextFactory.Server) renewed).setSslContext(ServerTls.context(next)));
            } catch (Exception unusable) {
                LOG.atError().setCause(unusable).log("The web goes on with its former certificate");
            }
        }
    }

    /** The port it listens on; fails when it does not run. */
    public int port() {
        return Optional.ofNullable(running)
                .map(Javalin::port)
                .orElseThrow(() -> new IllegalStateException("The web server does not run"));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = 64 * 1024;
        config.jetty.multipartConfig.maxFileSize(1, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(1, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.concurrency.useVirtualThreads = true;
        config.jetty.addConnector(this::connector);
        pages.register(config);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        var customizer = new SecureRequestCustomizer();
        customizer.setSniHostCheck(false);
        http.addCustomizer(customizer);
        var tls = new SslConnectionFactory(tls(), "http/1.1");
        // Buffers are pooled as they are: what was read, a password among it, must not stay in the heap.
        tls.setDirectBuffersForDecryption(true);
        tls.setDirectBuffersForEncryption(true);
        var connector = new ServerConnector(server, tls, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addBean(limit(connector));
        return connector;
    }

    /** Where the place is full, whoever stays silent loses it soon, so that nobody else is kept out. */
    private static NetworkConnectionLimit limit(ServerConnector connector) {
        var limit = new NetworkConnectionLimit(MAXIMUM_CONNECTIONS, connector);
        limit.setEndPointIdleTimeout(IDLE_MILLIS_WHEN_FULL);
        return limit;
    }

    private SslContextFactory.Server tls() {
        var factory = new SslContextFactory.Server();
        factory.setSslContext(ServerTls.context(key));
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        tls = factory;
        return factory;
    }
}
