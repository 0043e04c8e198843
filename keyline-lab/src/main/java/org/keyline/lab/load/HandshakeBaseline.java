package org.keyline.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures what bare mutual TLS handshakes with the phones' own certificates cost a server. */
final class HandshakeBaseline {
    private static final int WARM_UP = 500;

    private final SslContext tls;
    private final Fleet.FleetPlan plan;

    HandshakeBaseline(SslContext tls, Fleet.FleetPlan plan) {
        this.tls = tls;
        this.plan = plan;
    }

    /** Runs that many handshakes against a server process of its own. */
    Map<String, Object> run(int handshakes) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.keyline.lab.Main",
                        "handshake-server")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var port = out.readLine();
            if (port == null) {
                throw new IOException("the handshake server ended before it had begun");
            }
            return measure(new ServerProcess(process.pid()), Integer.parseInt(port.strip()), handshakes);
        } finally {
            process.destroy();
        }
    }

    private Map<String, Object> measure(ServerProcess server, int port, int handshakes) throws InterruptedException {
        var loops = new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("lab-handshake", true), NioIoHandler.newFactory());
        try {
            shake(loops, port, WARM_UP);
            long cpu = server.cpuNanos();
            long begin = System.nanoTime();
            int done = shake(loops, port, handshakes);
            var report = new LinkedHashMap<String, Object>();
            report.put("handshakes", done);
            report.put("perSecond", done / ((System.nanoTime() - begin) / 1e9));
            report.put("serverCpuMsEach", (server.cpuNanos() - cpu) / 1e6 / Math.max(1, done));
            return report;
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }

    private int shake(MultiThreadIoEventLoopGroup loops, int port, int count) throws InterruptedException {
        var window = new Semaphore(plan.window());
        var all = new CountDownLatch(count);
        var good = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            window.acquire();
            var name = plan.name(i % plan.phones());
            new Bootstrap()
                    .group(loops)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel fresh) {
                            fresh.pipeline().addLast(tls.newHandler(fresh.alloc(), name, port), new AwaitDone(good));
                        }
                    })
                    .connect("127.0.0.1", port)
                    .addListener((ChannelFuture connected) -> connected
                            .channel()
                            .closeFuture()
                            .addListener(_ -> {
                                window.release();
                                all.countDown();
                            }));
        }
        all.await(60, TimeUnit.SECONDS);
        return good.get();
    }

    /** Closes as soon as the server has said that it is content. */
    private static final class AwaitDone extends SimpleChannelInboundHandler<ByteBuf> {
        private final AtomicInteger good;

        private AwaitDone(AtomicInteger good) {
            this.good = good;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
            good.incrementAndGet();
            var _ = context.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
