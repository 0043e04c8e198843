package org.keyline.sccp.session;

import io.netty.channel.ChannelPipeline;
import org.keyline.sccp.codec.SccpFrameDecoder;
import org.keyline.sccp.codec.message.Sender;

/** Furnishes a new connection with the decoder and its session. */
public final class SccpPipeline {
    private final SessionContext context;
    private final Sessions sessions;

    public SccpPipeline(SessionContext context, Sessions sessions) {
        this.context = context;
        this.sessions = sessions;
    }

    /** Adds the handlers of one connection. */
    public void furnish(ChannelPipeline pipeline) {
        var decoder = new SccpFrameDecoder(Sender.STATION);
        pipeline.addLast(decoder);
        var session = new SccpSession(context, sessions, decoder, pipeline.lastContext());
        pipeline.addLast(session);
    }
}
