package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;

/** An administrator in a shell of the node's machine: which services it has, which run, and changes of both. */
@Timeout(300)
class ServiceCommandTest {
    private static final int CAPF = 3804;
    private static final int WEB = 8443;

    @TempDir
    private Path directory = Path.of("");

    private static boolean isOpen(LiveNode node, int port) {
        try (var socket = new Socket(node.address(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static Said service(LiveNode node, String... arguments) throws Exception {
        var all = new String[arguments.length + 2];
        all[0] = "service";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 1] = "--data=" + node.data();
        return NodeJava.run(all);
    }

    @Test
    @Spec({"CTL3-20", "CTL3-21"})
    void services_are_listed_activated_and_deactivated_and_a_killed_node_remembers() throws Exception {
        try (var node = LiveNode.start(directory.resolve("node"))) {
            var listed = service(node, "list");
            assertThat(listed.code()).as(listed.err()).isZero();
            assertThat(listed.out().lines()).hasSize(9).allMatch(line -> line.contains("activated    running"));
            assertThat(listed.out())
                    .contains(
                            "Cisco CallManager",
                            "Cisco Tftp",
                            "Cisco Certificate Authority Proxy Function",
                            "Cisco Trust Verification Service",
                            "Cisco CTL Provider",
                            "Cisco IP Voice Media Streaming App",
                            "Cisco IP Phone Services",
                            "Cisco Tomcat",
                            "Cisco RIS Data Collector");

            var off = service(node, "deactivate", "Cisco Certificate Authority Proxy Function");
            assertThat(off.code()).as(off.err()).isZero();
            assertThat(off.out())
                    .contains("Cisco Certificate Authority Proxy Function is deactivated.")
                    .contains("Phones keep the certificates they have.");
            assertThat(isOpen(node, CAPF)).isFalse();
            var started = service(node, "start", "capf");
            assertThat(started.code()).isEqualTo(1);
            assertThat(started.err()).contains("is deactivated, so nothing starts it", "keyline service activate capf");
            node.kill();

            var asleep = service(node, "stop", "tftp");
            assertThat(asleep.code()).isEqualTo(1);
            assertThat(asleep.err()).contains("No node runs on " + node.data());
            assertThat(service(node, "list").out()).contains("capf", "deactivated  stopped");

            try (var again = LiveNode.start(node.data(), node.address())) {
                assertThat(isOpen(again, CAPF)).isFalse();
                assertThat(service(again, "list", "--json").out())
                        .contains("{\"id\":\"capf\",\"name\":\"Cisco Certificate Authority Proxy Function\","
                                + "\"activated\":false,\"state\":\"STOPPED\"");
                assertThat(service(again, "activate", "CAPF").code()).isZero();
                assertThat(isOpen(again, CAPF)).isTrue();
            }
        }
    }

    @Test
    void the_web_is_stopped_and_started_although_it_is_not_there() throws Exception {
        try (var node = LiveNode.start(directory.resolve("node"))) {
            assertThat(service(node, "stop", "web").code()).isZero();
            assertThat(isOpen(node, WEB)).isFalse();
            assertThat(service(node, "deactivate", "web").err()).contains("belongs to every node");
            assertThat(service(node, "start", "web").code()).isZero();
            assertThat(isOpen(node, WEB)).isTrue();
            try (var web = AdminWeb.signIn(node, node.password())) {
                assertThat(service(node, "restart", "Cisco Tomcat").code()).isZero();
                assertThat(web.get("/phones").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoever_asks_for_nonsense_is_told_what_there_is_and_the_node_goes_on() throws Exception {
        try (var node = LiveNode.start(directory.resolve("node"))) {
            var unknown = service(node, "restart", "httpd");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.err())
                    .contains("There is no service called \"httpd\". These are: callmanager, tftp, capf, tvs,"
                            + " ctl-provider, media-streaming, phone-services, web, metrics.");
            assertThat(NodeJava.runIn("ja", "service", "restart", "httpd", "--data=" + node.data())
                            .err())
                    .contains("「httpd」というサービスはありません。");
            assertThat(NodeJava.run("service", "list", "--data=" + directory.resolve("nowhere"))
                            .err())
                    .contains("is no node's directory");

            var socket = node.data().resolve("control");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
            for (var nonsense : new String[] {"\n", "{\"order\":\"EXPLODE\"}\n", "x".repeat(70_000), ""}) {
                try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                    write(channel, nonsense);
                }
            }
            assertThat(service(node, "list").out().lines()).allMatch(line -> line.contains("running"));
            assertThat(node.stop()).isZero();
            assertThat(socket).doesNotExist();
        }
    }

    private static void write(SocketChannel channel, String text) {
        try {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException closedByNow) {
            assertThat(closedByNow).isNotNull();
        }
    }

    @Test
    void a_directory_whose_path_is_too_long_for_a_socket_is_no_hindrance() throws Exception {
        var far = Files.createDirectories(directory.resolve("a".repeat(60)).resolve("b".repeat(60)));
        try (var node = LiveNode.start(far.resolve("node"))) {
            assertThat(service(node, "stop", "ctl provider").code()).isZero();
            assertThat(isOpen(node, 2444)).isFalse();
        }
    }
}
