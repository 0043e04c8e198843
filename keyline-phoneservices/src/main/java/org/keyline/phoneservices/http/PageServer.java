package org.keyline.phoneservices.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.EventLoops;
import org.keyline.transport.TcpServer;
import org.keyline.trust.tls.TlsSettings;

/** Opens ports for phones that fetch pages. */
public final class PageServer {
    private static final int LONGEST_LINE = 1_024;
    private static final int LONGEST_HEADERS = 8_192;
    private static final int NO_BODY = 0;

    private PageServer() {}

    /**
     * Opens a port.
     *
     * @param tls how TLS is spoken; empty for plain HTTP
     * @throws IOException when the address cannot be bound
     */
    public static TcpServer open(
            EventLoops loops, Alarms alarms, InetSocketAddress address, Optional<TlsSettings> tls, PageSource pages)
            throws IOException {
        var scheme = tls.isPresent() ? "https" : "http";
        var port = TcpServer.named("Phone services (" + scheme.toUpperCase(Locale.ROOT) + ")", loops, alarms)
                .limits(ConnectionLimits.SIGNALLING.withTotal(2_000).withPerAddress(200));
        tls.ifPresent(port::tls);
        return port.listen(
                address,
                (pipeline, report) -> pipeline.addLast(
                        new HttpServerCodec(new HttpDecoderConfig()
                                .setMaxInitialLineLength(LONGEST_LINE)
                                .setMaxHeaderSize(LONGEST_HEADERS)),
                        new HttpObjectAggregator(NO_BODY),
                        new PageHandler(scheme, pages, report)));
    }
}
