package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.keyline.model.server.Node;

class SccpPortsTest {
    @Test
    void the_tls_port_is_the_phone_port_and_443() {
        var ports = SccpPorts.of(new Node("node1", "127.0.0.1", 2000), InetAddress.getLoopbackAddress());
        assertThat(ports.plain()).isEqualTo(2000);
        assertThat(ports.secure()).isEqualTo(2443);
        var moved = SccpPorts.of(new Node("node1", "127.0.0.1", 3000), InetAddress.getLoopbackAddress());
        assertThat(moved.secure()).isEqualTo(3443);
    }
}
