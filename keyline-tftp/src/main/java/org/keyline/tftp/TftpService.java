package org.keyline.tftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.keyline.model.server.NodeService;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.supervisor.Service;
import org.keyline.tftp.http.HttpFileServer;
import org.keyline.tftp.protocol.TftpServer;
import org.keyline.tftp.protocol.TransferLimits;
import org.keyline.transport.EventLoops;

/** The service that gives phones their files, over TFTP and HTTP. */
public final class TftpService implements Service {
    private final Ports ports;
    private final TftpServer tftp;
    private final HttpFileServer http;
    private volatile InetSocketAddress tftpAddress = InetSocketAddress.createUnresolved("not-started", 0);
    private volatile InetSocketAddress httpAddress = InetSocketAddress.createUnresolved("not-started", 0);

    /**
     * Where it listens.
     *
     * @param address the address to bind to
     * @param tftp the UDP port, by custom {@value #TFTP}; 0 takes any free one
     * @param http the TCP port, by custom {@value #HTTP}; 0 takes any free one
     */
    public record Ports(InetAddress address, int tftp, int http) {
        /** The UDP port phones ask. */
        public static final int TFTP = 69;

        /** The TCP port newer phones ask first. */
        public static final int HTTP = 6970;
    }

    /** A service that is not started yet; it uses {@code loops} and does not shut them down. */
    public TftpService(Ports ports, EventLoops loops, Alarms alarms, FileSource files, TransferLimits limits) {
        this.ports = ports;
        this.tftp = new TftpServer(loops, files, limits);
        this.http = new HttpFileServer(loops, alarms, files);
    }

    @Override
    public String name() {
        return NodeService.TFTP.title();
    }

    @Override
    public void start() throws IOException {
        tftpAddress = tftp.start(new InetSocketAddress(ports.address(), ports.tftp()));
        try {
            httpAddress = http.start(new InetSocketAddress(ports.address(), ports.http()));
        } catch (IOException taken) {
            tftp.stop();
            throw taken;
        }
    }

    @Override
    public void stop() {
        http.stop();
        tftp.stop();
    }

    /** Where TFTP is served; meaningful once started. */
    public InetSocketAddress tftpAddress() {
        return tftpAddress;
    }

    /** Where HTTP is served; meaningful once started. */
    public InetSocketAddress httpAddress() {
        return httpAddress;
    }
}
