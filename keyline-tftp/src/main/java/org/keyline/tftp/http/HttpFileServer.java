package org.keyline.tftp.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.tftp.FileSource;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.EventLoops;
import org.keyline.transport.TcpServer;

/** Serves files over HTTP: GET and HEAD, nothing else. */
public final class HttpFileServer {
    private static final int LONGEST_LINE = 1_024;
    private static final int LONGEST_HEADERS = 8_192;

    private final EventLoops loops;
    private final Alarms alarms;
    private final FileSource files;
    private final HttpPatience patience;
    private @Nullable TcpServer server;

    /** A server that is not started yet; it uses {@code loops} and does not shut them down. */
    public HttpFileServer(EventLoops loops, Alarms alarms, FileSource files) {
        this(loops, alarms, files, HttpPatience.STANDARD);
    }

    /** As {@link #HttpFileServer(EventLoops, Alarms, FileSource)}, with other deadlines. */
    public HttpFileServer(EventLoops loops, Alarms alarms, FileSource files, HttpPatience patience) {
        this.loops = loops;
        this.alarms = alarms;
        this.files = files;
        this.patience = patience;
    }

    /** Opens the port; 0 takes any free one. Returns where it listens. */
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        var opened = TcpServer.named("Phone files (HTTP)", loops, alarms)
                .limits(limits())
                .listen(
                        address,
                        (pipeline, report) -> pipeline.addLast(
                                new HttpServerCodec(new HttpDecoderConfig()
                                        .setMaxInitialLineLength(LONGEST_LINE)
                                        .setMaxHeaderSize(LONGEST_HEADERS)),
                                new ChunkedWriteHandler(),
                                new HttpFileHandler(files, patience, report)));
        server = opened;
        return opened.address();
    }

    /** Closes the port and every connection; quiet when not started. */
    public void stop() {
        var opened = server;
        server = null;
        if (opened != null) {
            opened.close();
        }
    }

    private ConnectionLimits limits() {
        return ConnectionLimits.SIGNALLING
                .withTotal(5_000)
                .withPerAddress(500)
                .withFirstMessage(patience.request())
                .withUnsent(64 * 1024, Duration.ofSeconds(60));
    }
}
