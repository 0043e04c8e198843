package org.keyline.tftp.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedStream;
import io.netty.util.concurrent.Future;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyline.tftp.FileSource;
import org.keyline.tftp.ServedFile;
import org.keyline.transport.FirstMessageDeadline;
import org.keyline.transport.Offence;
import org.keyline.transport.OffenceReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP connection: a request at a time, each within its deadline. Runs on one event loop. */
final class HttpFileHandler extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger log = LoggerFactory.getLogger(HttpFileHandler.class);

    private final FileSource files;
    private final HttpPatience patience;
    private final OffenceReport report;
    private int requests;
    private @Nullable HttpRequest request;
    private boolean answering;
    private @Nullable Future<?> deadline;

    HttpFileHandler(FileSource files, HttpPatience patience, OffenceReport report) {
        this.files = files;
        this.patience = patience;
        this.report = report;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (answering) {
            return; // the connection is about to close, or the peer does not wait for its answer
        }
        switch (part) {
            case HttpRequest begun -> begin(context, begun);
            case LastHttpContent end when !end.content().isReadable() -> answer(context);
            case HttpContent _ -> refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
            default -> refuse(context, HttpResponseStatus.BAD_REQUEST);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest begun) {
        request = begun;
        requests++;
        if (begun.decoderResult().isFailure()) {
            refuse(context, statusOf(begun.decoderResult().cause()));
        }
    }

    private static HttpResponseStatus statusOf(Throwable cause) {
        return cause instanceof TooLongFrameException
                ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                : HttpResponseStatus.BAD_REQUEST;
    }

    private void answer(ChannelHandlerContext context) {
        var asked = request;
        if (asked == null) {
            return;
        }
        answering = true;
        FirstMessageDeadline.met(context.channel());
        cancelDeadline();
        var isRead = asked.method().equals(HttpMethod.GET) || asked.method().equals(HttpMethod.HEAD);
        if (!isRead) {
            respond(context, asked, HttpResponseStatus.METHOD_NOT_ALLOWED, Optional.empty());
            return;
        }
        var asker = (InetSocketAddress) context.channel().remoteAddress();
        Thread.ofVirtual().name("phone files").start(() -> find(context, asked, asker));
    }

    private void find(ChannelHandlerContext context, HttpRequest asked, InetSocketAddress asker) {
        Runnable answer;
        try {
            var file = RequestPath.name(asked.uri()).flatMap(name -> files.find(name, asker.getAddress()));
            var status = file.isPresent() ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND;
            answer = () -> respond(context, asked, status, file);
        } catch (RuntimeException bug) {
            log.atError().addKeyValue("uri", asked.uri()).setCause(bug).log("Phone file could not be made");
            answer = () -> respond(context, asked, HttpResponseStatus.INTERNAL_SERVER_ERROR, Optional.empty());
        }
        context.executor().execute(answer);
    }

    private void respond(
            ChannelHandlerContext context, HttpRequest asked, HttpResponseStatus status, Optional<ServedFile> file) {
        var keep = HttpUtil.isKeepAlive(asked) && requests < patience.requests();
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
        describe(head, asked, file, keep);
        var _ = context.write(head);
        if (file.isPresent() && asked.method().equals(HttpMethod.GET)) {
            var content = new ByteArrayInputStream(file.get().content());
            var _ = context.write(new ChunkedStream(content)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
        var _ = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(_ -> afterAnswer(context, keep));
    }

    private static void describe(HttpResponse head, HttpRequest asked, Optional<ServedFile> file, boolean keep) {
        head.headers()
                .set(
                        HttpHeaderNames.CONTENT_LENGTH,
                        file.map(ServedFile::length).orElse(0))
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        file.ifPresent(_ -> head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType(asked.uri())));
        if (head.status().equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            head.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
        }
        HttpUtil.setKeepAlive(head, keep);
    }

    private static String contentType(String uri) {
        return uri.toLowerCase(Locale.ROOT).endsWith(".xml") ? "text/xml" : "application/octet-stream";
    }

    private void afterAnswer(ChannelHandlerContext context, boolean keep) {
        if (!keep) {
            var _ = context.close();
            return;
        }
        answering = false;
        request = null;
        deadline = context.executor()
                .schedule(() -> expired(context), patience.request().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void expired(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
        answering = true;
        report.offended(Offence.MALFORMED, context.channel().remoteAddress(), status.reasonPhrase());
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancelDeadline();
    }
}
