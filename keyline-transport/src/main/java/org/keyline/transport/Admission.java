package org.keyline.transport;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a connection in while the port and the peer's address have room, and keeps count until it closes. */
final class Admission {
    private final ConnectionLimits limits;
    private final ConnectionCounters counters;
    private final OffenceReport report;
    private final ChannelGroup open;
    private final AddressQuota quota;
    private final AtomicInteger total = new AtomicInteger();

    Admission(ConnectionLimits limits, ConnectionCounters counters, OffenceReport report, ChannelGroup open) {
        this.limits = limits;
        this.counters = counters;
        this.report = report;
        this.open = open;
        this.quota = new AddressQuota(limits.perAddress());
    }

    /** Whether {@code channel} may stay; when not, it is closed already. */
    boolean admit(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress peer)) {
            // It left before we looked.
            var _ = channel.close();
            return false;
        }
        if (total.incrementAndGet() > limits.total()) {
            total.decrementAndGet();
            return refuse(
                    channel, Offence.TOO_MANY_CONNECTIONS, "The port serves %d already".formatted(limits.total()));
        }
        if (!quota.enter(peer.getAddress())) {
            total.decrementAndGet();
            return refuse(
                    channel,
                    Offence.TOO_MANY_FROM_ADDRESS,
                    "The address has %d already".formatted(limits.perAddress()));
        }
        counters.opened();
        open.add(channel);
        channel.closeFuture().addListener(_ -> {
            counters.closed();
            leave(peer);
        });
        return true;
    }

    private void leave(InetSocketAddress peer) {
        total.decrementAndGet();
        quota.leave(peer.getAddress());
    }

    private boolean refuse(Channel channel, Offence offence, String detail) {
        report.offended(offence, channel.remoteAddress(), detail);
        var _ = channel.close();
        return false;
    }
}
