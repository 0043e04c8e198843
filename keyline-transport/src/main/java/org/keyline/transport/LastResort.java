package org.keyline.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no protocol handler caught. A lost connection is nobody's fault; an undecodable message is the peer's; anything
 * else is our own error and keeps its stack trace. Each ends this connection only.
 */
final class LastResort extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final OffenceReport report;

    LastResort(OffenceReport report) {
        this.report = report;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var peer = ctx.channel().remoteAddress();
        switch (cause) {
            case CodecException broken -> report.offended(Offence.MALFORMED, peer, String.valueOf(broken.getMessage()));
            case SSLException broken -> report.offended(Offence.MALFORMED, peer, String.valueOf(broken.getMessage()));
            case IOException lost ->
                LOG.atDebug().addKeyValue("peer", peer).setCause(lost).log("Connection lost");
            default ->
                LOG.atError().addKeyValue("peer", peer).setCause(cause).log("Connection closed by an error of ours");
        }
        var _ = ctx.close();
    }
}
