package org.keyline.ctl.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.RemoteProvider;
import org.keyline.spec.Spec;

/** What the client says when it is itself in trouble, and when it is asked for help or left. */
class ClientTroubleTest {
    private static final ClientTexts ENGLISH = new ClientTexts(Locale.ENGLISH);

    @TempDir
    Path data;

    @BeforeEach
    void remember() {
        System.setProperty("keyline.state", data.resolve("state").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("keyline.state");
    }

    @Test
    @Spec({"CTL9-19", "CTL9-M024"})
    void closing_the_terminal_asks_before_the_client_is_left() throws Exception {
        try (var administrator = Typist.at(data.resolve("state"))) {
            administrator
                    .sees("Hostname or IP Address")
                    .types(Typist.CTRL_D)
                    .sees("You have selected to exit the CTL Client application.Are you sure you want to exit?")
                    .sees("> ")
                    .types("2\n")
                    .sees("Hostname or IP Address")
                    .types("127.0.0.1\n")
                    .sees("Port")
                    .types("x\n")
                    .sees("Invalid Port number x")
                    .sees("Hostname or IP Address")
                    .types(Typist.CTRL_D)
                    .sees("Are you sure you want to exit?")
                    .sees("> ")
                    .types("1\n");
            assertThat(administrator.hasLeft()).isTrue();
        }
    }

    @Test
    @Spec({"CTL9-M029", "CTL9-56"})
    void a_question_mark_explains_each_page_and_says_so_where_there_is_no_help() throws Exception {
        try (var administrator = Typist.at(data.resolve("state"))) {
            administrator
                    .sees("Cisco CTL Client " + Version.CLIENT)
                    .sees("Hostname or IP Address")
                    .types("?\n")
                    .sees("The server page: name or address")
                    .sees("Hostname or IP Address")
                    .types(Typist.CTRL_D)
                    .sees("> ")
                    .types("?\n")
                    .sees("No Help available.")
                    .sees("> ")
                    .types("1\n");
            assertThat(administrator.hasLeft()).isTrue();
        }
        var japanese = new ClientTexts(Locale.JAPANESE);
        for (var page : List.of("server", "choice", "token", "entries", "sign")) {
            assertThat(ENGLISH.text("help." + page)).isNotBlank();
            assertThat(japanese.text("help." + page)).isNotEqualTo(ENGLISH.text("help." + page));
        }
    }

    @Test
    @Spec({"CTL9-39", "CTL9-M019"})
    void a_page_that_does_not_fit_into_memory_is_told() {
        var told = new ArrayList<String>();
        var tooLarge = new Nobody(told::add) {
            @Override
            public String ask(String label, String initial) {
                return new String(new char[Integer.MAX_VALUE]);
            }
        };

        assertThat(new CtlWizard(tooLarge, ENGLISH, KnownServers.ofUser()).run())
                .isFalse();

        assertThat(told.getLast()).contains("Error occurred when creating Dialog", "free memory");
    }

    @Test
    @Spec({"CTL9-39", "CTL9-M099"})
    void a_client_without_enough_memory_does_not_begin() throws Exception {
        assertThat(in("-Xmx7m", Begins.class))
                .contains("Not enough Memory to run Application.")
                .doesNotContain("Cisco CTL Client");
        assertThat(in("-Xmx256m", Begins.class)).contains("Cisco CTL Client");
    }

    /** Begins the wizard, with an administrator who cancels. */
    public static final class Begins {
        private Begins() {}

        /** No arguments. */
        public static void main(String[] arguments) {
            var told = new ArrayList<String>();
            new CtlWizard(new Nobody(told::add), ENGLISH, KnownServers.ofUser()).run();
            told.forEach(System.out::println);
        }
    }

    @Test
    @Spec("CTL9-M001")
    void an_error_of_the_client_itself_is_written_to_its_log() throws Exception {
        var told = new ArrayList<String>();
        var broken = new Nobody(told::add) {
            @Override
            public String ask(String label, String initial) {
                throw new IllegalStateException("a bug");
            }
        };

        new CtlWizard(broken, ENGLISH, KnownServers.ofUser()).run();

        assertThat(told.getLast()).contains("Unknown CTL Error", "ctl-client.log");
        assertThat(Files.readString(data.resolve("state/ctl-client.log")))
                .contains("IllegalStateException: a bug", "at org.keyline.ctl.client");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("state/ctl-client.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Spec("CTL9-M079")
    void a_java_without_tls_is_told() throws Exception {
        assertThat(in("-Xmx256m", WithoutTls.class)).contains("Init TLS Failed.", "java.security");
    }

    /** A client in a Java whose administrator took TLS away. */
    public static final class WithoutTls {
        private WithoutTls() {}

        /** No arguments. */
        public static void main(String[] arguments) {
            Security.removeProvider("SunJSSE");
            look();
        }
    }

    @Test
    @Spec("CTL9-M080")
    void a_machine_without_sockets_is_told() throws Exception {
        assertThat(in("-Xmx256m", WithoutSockets.class))
                .contains("TLS Connect Error when Opening Sockets.", "ulimit -n");
    }

    /** A client in a process that has no more files to open. */
    public static final class WithoutSockets {
        private WithoutSockets() {}

        /** No arguments. */
        public static void main(String[] arguments) throws Exception {
            look();
            var open = new ArrayList<Socket>();
            try {
                while (true) {
                    var socket = new Socket();
                    socket.setTcpNoDelay(true);
                    open.add(socket);
                }
            } catch (IOException noMore) {
                look();
            }
            System.out.println(open.size() + " sockets");
        }
    }

    private static void look() {
        try {
            var _ = RemoteProvider.certificateOf(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1));
        } catch (ProviderException e) {
            System.out.println(e.text(Locale.ENGLISH));
        }
    }

    private String in(String memory, Class<?> main) throws Exception {
        var process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -n 256; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-XX:+UseSerialGC",
                        "-XX:-MaxFDLimit",
                        "-Dkeyline.state=" + data.resolve("other"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it has ended").isTrue();
        return said;
    }
}
