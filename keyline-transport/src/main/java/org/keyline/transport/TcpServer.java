package org.keyline.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.PortUnavailable;
import org.keyline.trust.tls.TlsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listening TCP port that keeps to its limits; what is spoken on it is the protocol's business. */
public final class TcpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpServer.class);

    private final String name;
    private final Channel listening;
    private final ChannelGroup connections;
    private final ConnectionCounters counters;
    private final Optional<TlsContexts> tls;

    private TcpServer(
            String name,
            Channel listening,
            ChannelGroup connections,
            ConnectionCounters counters,
            Optional<TlsContexts> tls) {
        this.name = name;
        this.listening = listening;
        this.connections = connections;
        this.counters = counters;
        this.tls = tls;
    }

    /** Describes a port; {@code name} stands in logs and alarms, for example {@code SCCP}. */
    public static Builder named(String name, EventLoops loops, Alarms alarms) {
        return new Builder(name, loops, alarms);
    }

    /** Where it listens; with port 0 asked for, the port it got. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    public ConnectionCounters counters() {
        return counters;
    }

    /**
     * From now on new TLS connections go by {@code settings}, open ones stay as they are; when no TLS implementation
     * can fulfil them, all stays as it was.
     */
    public void renew(TlsSettings settings) throws SSLException {
        tls.orElseThrow(() -> new IllegalStateException("The port " + name + " speaks no TLS"))
                .renew(settings);
    }

    /** Stops listening, closes every connection and returns when the port is free, after five seconds at most. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
        connections.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
        tls.ifPresent(TlsContexts::close);
        LOG.atInfo().addKeyValue("port", name).log("Port closed");
    }

    /** A port before it is opened. */
    public static final class Builder {
        private final String name;
        private final EventLoops loops;
        private final Alarms alarms;
        private ConnectionLimits limits = ConnectionLimits.SIGNALLING;
        private Optional<TlsSettings> tls = Optional.empty();

        private Builder(String name, EventLoops loops, Alarms alarms) {
            this.name = name;
            this.loops = loops;
            this.alarms = alarms;
        }

        public Builder limits(ConnectionLimits value) {
            limits = value;
            return this;
        }

        /** Speaks TLS from the first byte; {@link TcpServer#renew} changes how. */
        public Builder tls(TlsSettings value) {
            tls = Optional.of(value);
            return this;
        }

        /**
         * Opens the port.
         *
         * @param protocol adds the protocol's handlers to each connection's pipeline; it may report offences of its own
         * @throws IOException when the address cannot be bound, and the message names it; or no TLS implementation can
         *     fulfil the settings
         */
        public TcpServer listen(InetSocketAddress address, BiConsumer<ChannelPipeline, OffenceReport> protocol)
                throws IOException {
            var counters = new ConnectionCounters();
            var report = new OffenceReport(name, counters, alarms);
            var open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
            var admission = new Admission(limits, counters, report, open);
            var contexts = tls.isPresent() ? Optional.of(new TlsContexts(tls.get())) : Optional.<TlsContexts>empty();
            var bound = bootstrap(admission, contexts, report, protocol)
                    .bind(address)
                    .awaitUninterruptibly();
            if (!bound.isSuccess()) {
                contexts.ifPresent(TlsContexts::close);
                throw new PortUnavailable(name, address, bound.cause());
            }
            var server = new TcpServer(name, bound.channel(), open, counters, contexts);
            LOG.atInfo()
                    .addKeyValue("port", name)
                    .addKeyValue("address", PortUnavailable.text(server.address()))
                    .log("Port open");
            return server;
        }

        private ServerBootstrap bootstrap(
                Admission admission,
                Optional<TlsContexts> contexts,
                OffenceReport report,
                BiConsumer<ChannelPipeline, OffenceReport> protocol) {
            return new ServerBootstrap()
                    .group(loops.group())
                    .channel(loops.serverChannel())
                    .option(ChannelOption.SO_BACKLOG, limits.backlog())
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.SO_KEEPALIVE, true)
                    .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            if (admission.admit(channel)) {
                                furnish(channel, contexts, report, protocol);
                            }
                        }
                    });
        }

        private WriteBufferWaterMark waterMark() {
            return new WriteBufferWaterMark(limits.unsentBytes() / 2, limits.unsentBytes());
        }

        private void furnish(
                Channel channel,
                Optional<TlsContexts> contexts,
                OffenceReport report,
                BiConsumer<ChannelPipeline, OffenceReport> protocol) {
            var pipeline = channel.pipeline();
            if (contexts.isPresent()) {
                var handler = contexts.get().get().newHandler(channel.alloc());
                handler.setHandshakeTimeout(limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
                handler.setCloseNotifyFlushTimeout(1, TimeUnit.SECONDS);
                pipeline.addLast(handler, new HandshakeWatch(report));
            }
            pipeline.addLast(new ReadingWatch(limits, report), new FirstMessageDeadline(limits.firstMessage(), report));
            protocol.accept(pipeline, report);
            pipeline.addLast(new LastResort(report));
        }
    }
}
