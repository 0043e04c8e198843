package org.keyline.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslClosedEngineException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Tells of a TLS handshake that failed, and leaves the pipeline after one that did not. */
final class HandshakeWatch extends ChannelInboundHandlerAdapter {
    private final OffenceReport report;

    HandshakeWatch(OffenceReport report) {
        this.report = report;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done) {
            if (done.isSuccess()) {
                ctx.pipeline().remove(this);
            } else {
                failed(ctx, done.cause());
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    private void failed(ChannelHandlerContext ctx, Throwable cause) {
        var peer = ctx.channel().remoteAddress();
        if (cause instanceof SslHandshakeTimeoutException) {
            report.offended(Offence.HANDSHAKE_TIMEOUT, peer, "The TLS handshake took too long");
        } else {
            report.offended(Offence.HANDSHAKE_FAILED, peer, describe(cause));
        }
        var _ = ctx.close();
    }

    /** The failure in words an operator can act on. */
    static String describe(Throwable cause) {
        return switch (cause) {
            case NotSslRecordException _ -> "The peer does not speak TLS";
            case ClosedChannelException _ -> "The peer left during the handshake";
            case SslClosedEngineException _ -> "The peer left during the handshake";
            default -> fromText(String.valueOf(root(cause).getMessage()));
        };
    }

    /** BoringSSL wraps what our own checks said in a sentence that says nothing. */
    private static Throwable root(Throwable cause) {
        var inner = cause.getCause();
        return inner == null ? cause : root(inner);
    }

    private static String fromText(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no shared cipher")
                || lower.contains("no cipher suites in common")
                || lower.contains("unsupported_protocol")
                || lower.contains("unsupported protocol")
                || lower.contains("not accepted by server")
                || lower.contains("no_shared_cipher")) {
            return "No common TLS version or cipher (" + text
                    + "): an old phone needs the TLS profile for legacy phones";
        }
        return text;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // A failed handshake is told by its event; the exception that comes with it says the same again.
        var handshake = cause instanceof SSLException
                || (cause instanceof DecoderException && cause.getCause() instanceof SSLException);
        if (!handshake) {
            ctx.fireExceptionCaught(cause);
        }
    }
}
