package org.keyline.phoneservices.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.transport.FirstMessageDeadline;
import org.keyline.transport.Offence;
import org.keyline.transport.OffenceReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: its one request and the answer. Runs on one event loop; pages are made elsewhere. */
final class PageHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,100}");

    private final String scheme;
    private final PageSource pages;
    private final OffenceReport report;
    private boolean asked;

    PageHandler(String scheme, PageSource pages, OffenceReport report) {
        this.scheme = scheme;
        this.pages = pages;
        this.report = report;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (asked) {
            return; // the connection closes with its first answer
        }
        asked = true;
        FirstMessageDeadline.met(context.channel());
        if (request.decoderResult().isFailure()) {
            refuse(context, HttpResponseStatus.BAD_REQUEST);
        } else if (!request.method().equals(HttpMethod.GET)) {
            send(context, PageAnswer.text(HttpResponseStatus.METHOD_NOT_ALLOWED.code(), "GET only"));
        } else {
            answer(context, request);
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest request) {
        var target = request.uri();
        int mark = target.indexOf('?');
        var query = mark < 0 ? Optional.of(Query.NONE) : Query.of(target.substring(mark + 1));
        if (query.isEmpty() || !target.startsWith("/")) {
            refuse(context, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        var from = ((InetSocketAddress) context.channel().remoteAddress()).getAddress();
        var page = new PageRequest(
                mark < 0 ? target : target.substring(0, mark), query.get(), from, root(context, request));
        Thread.ofVirtual().name("phone page").start(() -> make(context, page));
    }

    /** As the phone called this server; its address where the phone did not say. */
    private String root(ChannelHandlerContext context, HttpRequest request) {
        var host = request.headers().get(HttpHeaderNames.HOST, "");
        return scheme + "://"
                + (HOST.matcher(host).matches()
                        ? host
                        : PortUnavailable.text(
                                (InetSocketAddress) context.channel().localAddress()));
    }

    private void make(ChannelHandlerContext context, PageRequest request) {
        PageAnswer answer;
        try {
            answer = pages.answer(request);
        } catch (RuntimeException bug) {
            LOG.atError().addKeyValue("path", request.path()).setCause(bug).log("A page for a phone could not be made");
            answer = PageAnswer.text(HttpResponseStatus.INTERNAL_SERVER_ERROR.code(), "Internal error");
        }
        var made = answer;
        context.executor().execute(() -> send(context, made));
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
        report.offended(Offence.MALFORMED, context.channel().remoteAddress(), status.reasonPhrase());
        send(context, PageAnswer.text(status.code(), status.reasonPhrase()));
    }

    private static void send(ChannelHandlerContext context, PageAnswer answer) {
        var content = Unpooled.copiedBuffer(answer.content(), StandardCharsets.UTF_8);
        var response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), content);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
