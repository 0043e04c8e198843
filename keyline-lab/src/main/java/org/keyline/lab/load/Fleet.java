package org.keyline.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.keyline.lab.phone.PhoneProfile;

/** All phones of a load test, on a few event loops; neighbours who will call each other share a loop. */
final class Fleet implements LoadPhone.Arrival, AutoCloseable {
    private static final int PER_ADDRESS = 2_000;
    private static final long PATIENCE_SECONDS = 60;

    private final FleetPlan plan;
    private final Optional<SslContext> tls;
    private final MultiThreadIoEventLoopGroup loops;
    private final List<EventLoop> teamLoops = new ArrayList<>();
    private final List<LoadPhone> phones = new ArrayList<>();
    private final AtomicInteger registered = new AtomicInteger();
    private final AtomicInteger lostLater = new AtomicInteger();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Semaphore window;
    private final CountDownLatch settled;
    private final Latencies times = new Latencies();
    private final long[] startedAt;

    Fleet(FleetPlan plan, Optional<SslContext> tls) {
        this.plan = plan;
        this.tls = tls;
        this.window = new Semaphore(plan.window());
        this.settled = new CountDownLatch(plan.phones());
        this.startedAt = new long[plan.phones()];
        this.loops = new MultiThreadIoEventLoopGroup(
                2,
                new DefaultThreadFactory("lab-load", true),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    /** Registers them all, a window at a time; the number that are registered. */
    int registerAll() throws InterruptedException {
        for (int i = 0; i < plan.phones(); i++) {
            if (!window.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                count("no answer within " + PATIENCE_SECONDS + " s");
                break;
            }
            connect(i);
        }
        if (!settled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            count("not registered within " + PATIENCE_SECONDS + " s");
        }
        return registered.get();
    }

    private void connect(int index) {
        if (index % plan.team() == 0) {
            teamLoops.add((EventLoop) loops.next());
        }
        var phone = new LoadPhone(index, plan.name(index), plan.profile(), address(index), tls.isPresent(), this);
        phones.add(phone);
        startedAt[index] = System.nanoTime();
        new Bootstrap()
                .group(teamLoops.getLast())
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel fresh) {
                        tls.ifPresent(context -> fresh.pipeline()
                                .addLast(context.newHandler(
                                        fresh.alloc(),
                                        phone.name(),
                                        plan.server().getPort())));
                        fresh.pipeline().addLast(phone.pipeline());
                    }
                })
                .connect(plan.server(), new InetSocketAddress(phone.address(), 0))
                .addListener((ChannelFuture done) -> {
                    if (!done.isSuccess()) {
                        gone(phone, String.valueOf(done.cause()));
                    }
                });
    }

    /**
     * An address of its own for every two thousand phones where the server is on loopback: a port is kept for a minute
     * after its connection, so one address is soon without any when phones come and go by the ten thousand.
     */
    private InetAddress address(int index) {
        try {
            return plan.server().getAddress().isLoopbackAddress()
                    ? InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + index / PER_ADDRESS)})
                    : new InetSocketAddress(0).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public void registered(LoadPhone phone) {
        times.add(System.nanoTime() - startedAt[phone.index()]);
        registered.incrementAndGet();
        settle();
    }

    @Override
    public void gone(LoadPhone phone, String reason) {
        count(reason);
        if (phone.isRegistrationOver()) {
            lostLater.incrementAndGet();
        } else {
            settle();
        }
    }

    private void settle() {
        settled.countDown();
        window.release();
    }

    private synchronized void count(String reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    /** Why phones are not registered, or not any longer, and how many. */
    synchronized Map<String, Integer> troubles() {
        return new TreeMap<>(reasons);
    }

    /** How many are registered now. */
    int up() {
        return registered.get() - lostLater.get();
    }

    int lostLater() {
        return lostLater.get();
    }

    Latencies times() {
        return times;
    }

    /** The teams of neighbours that are all registered. */
    List<CallTeam> teams(CallManner manner, Supplier<CallTimes> callTimes, CallTeam.Results results) {
        var teams = new ArrayList<CallTeam>();
        for (int i = 0; i + plan.team() <= phones.size(); i += plan.team()) {
            var members = phones.subList(i, i + plan.team());
            if (members.stream().allMatch(LoadPhone::isUp)) {
                teams.add(new CallTeam(members, teamLoops.get(i / plan.team()), manner, callTimes, results));
            }
        }
        return teams;
    }

    @Override
    public void close() {
        phones.forEach(LoadPhone::close);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    /**
     * Which phones, and where to.
     *
     * @param server where they register
     * @param phones how many
     * @param profile their model
     * @param firstMac the first MAC address; the others count on from it
     * @param window how many may be registering at once
     * @param team how many make calls among themselves
     */
    record FleetPlan(InetSocketAddress server, int phones, PhoneProfile profile, long firstMac, int window, int team) {
        String name(int index) {
            return String.format("SEP%012X", firstMac + index);
        }
    }
}
