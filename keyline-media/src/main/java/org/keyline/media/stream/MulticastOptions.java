package org.keyline.media.stream;

import io.netty.channel.ChannelConfig;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How a native socket of Linux sends to IPv4 groups. Netty's own options of such a socket are those of IPv6 and of
 * packets to one receiver: groups keep a life of one hop with them.
 */
final class MulticastOptions {
    private static final int IPPROTO_IP = 0;
    private static final int WORD = 4;
    private static final int STRUCT_IP_MREQN = 3 * WORD;
    private static final RawUnixChannelOption INTERFACE =
            new RawUnixChannelOption("IP_MULTICAST_IF", IPPROTO_IP, 32, STRUCT_IP_MREQN);
    private static final IntegerUnixChannelOption TIME_TO_LIVE =
            new IntegerUnixChannelOption("IP_MULTICAST_TTL", IPPROTO_IP, 33);

    private MulticastOptions() {}

    /** Packets live for so many hops, and leave by this interface; without one as the system sends. */
    static void set(ChannelConfig socket, int hops, Optional<NetworkInterface> network) {
        socket.setOption(TIME_TO_LIVE, hops);
        network.ifPresent(by -> socket.setOption(INTERFACE, byIndex(by.getIndex())));
    }

    private static ByteBuffer byIndex(int index) {
        return ByteBuffer.allocate(STRUCT_IP_MREQN)
                .order(ByteOrder.nativeOrder())
                .putInt(0)
                .putInt(0)
                .putInt(index)
                .flip();
    }
}
