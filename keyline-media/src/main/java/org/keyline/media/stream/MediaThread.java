package org.keyline.media.stream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One thread with its sockets and its clock. A port lives on one thread from beginning to end. */
public final class MediaThread {
    private static final int LARGEST_DATAGRAM = 2048;

    /** So many ports that cannot be opened, and the fault lies elsewhere. */
    private static final int MOST_FOREIGN = 500;

    /** So much a packet that is passed on may grow: by a tag. */
    private static final int ROOM = 64;

    private final EventLoop loop;
    private final Bootstrap sockets;
    private final MediaSettings settings;
    private final UdpPorts ports;
    private final Clock clock;
    private final AtomicInteger load = new AtomicInteger();
    private final byte[] incoming = new byte[LARGEST_DATAGRAM];
    private @Nullable CompletableFuture<MediaSocket> shared;
    private final byte[] outgoing = new byte[LARGEST_DATAGRAM + ROOM];

    MediaThread(EventLoop loop, Bootstrap sockets, MediaSettings settings, UdpPorts ports) {
        this.loop = loop;
        this.sockets = sockets.clone(loop)
                .option(ChannelOption.IP_TOS, settings.dscp() << 2)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM));
        this.settings = settings;
        this.ports = ports;
        this.clock = new Clock(loop, this::flushShared);
    }

    public MediaSettings settings() {
        return settings;
    }

    /** Does it on this thread, at once when called there; false, and nothing, when the thread has ended. */
    public boolean run(Runnable what) {
        if (loop.inEventLoop()) {
            what.run();
            return true;
        }
        try {
            loop.execute(what);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    /** Calls {@code tick} every 20 ms on this thread until the result is run. To be called on this thread. */
    public Runnable everyTick(Runnable tick) {
        return clock.add(tick);
    }

    /** An array for making packets in, for the length of one call on this thread. */
    byte[] outgoing() {
        return outgoing;
    }

    /** How much this thread has to do, in streams. */
    int load() {
        return load.get();
    }

    /** Notes that there is more to do, or less. */
    public void addLoad(int streams) {
        load.addAndGet(streams);
    }

    /**
     * Opens a socket on a free port of the range. The future ends on this thread; it fails with {@link NoFreePort} when
     * there is none.
     */
    public CompletableFuture<MediaSocket> open(DatagramSink sink) {
        var opened = new CompletableFuture<MediaSocket>();
        run(() -> tryNext(sink, opened, new ArrayList<>()));
        return opened;
    }

    /**
     * The socket that all streams of this thread share which only go out: their packets are handed to the system many
     * at a time, after each tick. It is opened when first needed and stays open.
     */
    CompletableFuture<MediaSocket> sharedSocket() {
        var answer = new CompletableFuture<MediaSocket>();
        run(() -> {
            var opening = shared;
            if (opening == null || opening.isCompletedExceptionally()) {
                opening = open((_, _) -> {});
                shared = opening;
            }
            var _ = opening.whenComplete((socket, failure) -> complete(answer, socket, failure));
        });
        return answer;
    }

    private static void complete(
            CompletableFuture<MediaSocket> answer, @Nullable MediaSocket socket, @Nullable Throwable failure) {
        if (socket != null) {
            answer.complete(socket);
        } else if (failure != null) {
            answer.completeExceptionally(failure);
        }
    }

    private void flushShared() {
        var opened = shared;
        if (opened != null && opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().flush();
        }
    }

    /** Opens a socket on this very port, 0 for any. */
    public CompletableFuture<MediaSocket> open(int port, DatagramSink sink) {
        var opened = new CompletableFuture<MediaSocket>();
        run(() -> bind(port, sink).addListener((ChannelFuture bound) -> {
            if (bound.isSuccess()) {
                opened.complete(socket(bound.channel(), () -> {}));
            } else {
                opened.completeExceptionally(bound.cause());
            }
        }));
        return opened;
    }

    /** Ports that are somebody else's stay drawn until the search is over, so that none is tried twice. */
    private void tryNext(DatagramSink sink, CompletableFuture<MediaSocket> opened, List<Integer> foreign) {
        var port = foreign.size() < MOST_FOREIGN ? ports.draw() : OptionalInt.empty();
        if (port.isEmpty()) {
            foreign.forEach(ports::giveBack);
            opened.completeExceptionally(new NoFreePort(settings.ports()));
            return;
        }
        int drawn = port.getAsInt();
        bind(drawn, sink).addListener((ChannelFuture bound) -> {
            if (bound.isSuccess()) {
                foreign.forEach(ports::giveBack);
                opened.complete(socket(bound.channel(), () -> ports.giveBack(drawn)));
            } else {
                foreign.add(drawn);
                tryNext(sink, opened, foreign);
            }
        });
    }

    private MediaSocket socket(Channel channel, Runnable onClose) {
        return new MediaSocket(channel, settings.announced(), onClose);
    }

    private ChannelFuture bind(int port, DatagramSink sink) {
        return sockets.clone().handler(new MediaSocket.Handler(incoming, sink)).bind(settings.bind(), port);
    }
}
