package org.keyline.ctl.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.ctl.ListedServer;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.provider.TestServer;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.token.TokenPassword;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListRecord;

class CtlWizardTest {
    @TempDir
    static Path home;

    @TempDir
    Path data;

    private TestServer server;

    @BeforeAll
    static void makeTokens() throws Exception {
        for (var name : List.of("one", "two", "three")) {
            SoftwareToken.create(token(name), Secret.of("Office-2026"), "SAST-" + name, "Lab");
        }
        SoftwareToken.create(token("new"), TokenPassword.delivered(), "SAST-new", "Lab");
    }

    @BeforeEach
    void start() throws Exception {
        System.setProperty("keyline.state", data.resolve("state").toString());
        server = TestServer.alone(data.resolve("one"));
    }

    @AfterEach
    void stop() {
        server.close();
        System.clearProperty("keyline.state");
    }

    @Test
    @Spec({
        "CTL3-38",
        "CTL3-40",
        "CTL3-47",
        "CTL3-51",
        "CTL3-52",
        "CTL3-54",
        "CTL3-68",
        "CTL3-69",
        "CTL3-76",
        "CTL9-26",
        "CTL9-31",
        "CTL9-35",
        "CTL9-M034",
        "CTL9-M035",
        "CTL9-M043",
        "CTL9-M045"
    })
    void a_first_configuration_goes_from_the_server_to_mixed_mode() throws Exception {
        var administrator = run(script(
                first(),
                "Set CallManager Cluster to Mixed",
                path("one"),
                "Add Tokens",
                path("two"),
                "Finish",
                path("two"),
                "Office-2026"));

        assertThat(administrator.told())
                .contains(
                        "Please insert a Security Token.Click Ok when done.",
                        "Security Token Information",
                        "Please insert another Security Token.Click Ok when done.",
                        "CTL File created successfully.",
                        "You must restart all the CallManager and TFTP nodes in the Cluster.",
                        "reset all devices",
                        "/tftp/",
                        "SAST      " + path("one"),
                        "CCM+TFTP  127.0.0.1")
                .doesNotContain("Office-2026", "the right one");
        assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
        assertThat(list().with(Role.SAST)).hasSize(2);
        assertThat(list().header().signerName()).contains("SAST-two");
    }

    @Test
    @Spec({"CTL3-02", "CTL9-55"})
    void the_first_client_makes_the_file_and_when_it_is_gone_one_elsewhere_goes_on_with_it() throws Exception {
        assertThat(server.store().read()).isInstanceOf(StoredCtl.None.class);
        create();
        var made = list();

        System.setProperty("keyline.state", data.resolve("elsewhere").toString());
        Files.delete(data.resolve("state/ctl-servers"));
        assertThat(list()).isEqualTo(made);
        assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);

        run(script(
                List.of("127.0.0.1", port(), "admin", "the right one", "Yes"),
                "Update CTL File",
                path("one"),
                "Add Tokens",
                path("three"),
                "Finish",
                path("one"),
                "Office-2026"));
        assertThat(list().with(Role.SAST))
                .extracting(record -> record.subjectName())
                .containsExactly(
                        "CN=SAST-one;OU=Security Token;O=Lab",
                        "CN=SAST-two;OU=Security Token;O=Lab",
                        "CN=SAST-three;OU=Security Token;O=Lab");
        assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
    }

    @Test
    @Spec({"CTL9-10", "CTL3-74"})
    void the_server_is_confirmed_once_and_remembered_without_the_password() throws Exception {
        run(script(first(), Administrator.CANCEL, "Yes"));
        var file = data.resolve("state/ctl-servers");
        var port = server.address().getPort();

        assertThat(Files.readString(file))
                .isEqualTo("127.0.0.1\t" + port + "\t"
                        + KnownServers.fingerprint(server.self().callManager()) + "\tadmin\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var again = run(script(List.of("", "", "", "the right one"), Administrator.CANCEL, "Yes"));
        assertThat(again.told())
                .contains("[127.0.0.1]", "[" + port + "]", "[admin]")
                .doesNotContain("fingerprint");
    }

    @Test
    @Spec({"CTL9-09", "CTL9-12", "CTL9-M002", "CTL9-M003", "CTL9-M006", "CTL9-M007", "CTL9-M008", "CTL9-M010"})
    void every_field_of_the_server_page_is_checked() throws Exception {
        var administrator = run(script(
                List.of("999.1.1.1", "2444"),
                List.of("bad host", "2444"),
                List.of("h".repeat(257), "2444"),
                List.of("127.0.0.1", "x"),
                List.of("127.0.0.1", "1025"),
                List.of("127.0.0.1", "32768"),
                List.of("127.0.0.1", port(), "u".repeat(65), "p"),
                List.of("127.0.0.1", port(), "admin", ""),
                List.of("127.0.0.1", port(), "admin", "p".repeat(129)),
                List.of("127.0.0.1", port(), "admin", "a wrong one", "Yes"),
                Administrator.CANCEL,
                "Yes"));

        assertThat(administrator.told())
                .contains(
                        "Invalid IP Address 999.1.1.1",
                        "Invalid Hostname bad host",
                        "Invalid Port number x",
                        "Invalid Range for port numbers 1025",
                        "Invalid Range for port numbers 32768",
                        "Invalid User Name",
                        "Invalid Password",
                        "User could not be authenticated",
                        "You have selected to exit the CTL Client application.Are you sure you want to exit?");
        assertThat(administrator.isDone()).isTrue();
    }

    @Test
    void a_certificate_that_is_not_confirmed_ends_the_connection() throws Exception {
        var administrator =
                run(script(List.of("127.0.0.1", port(), "admin", "the right one", "No"), Administrator.CANCEL, "Yes"));

        assertThat(administrator.told()).contains("Error occurred during SSL Handshake.");
        assertThat(data.resolve("state/ctl-servers")).doesNotExist();
    }

    @Test
    @Spec({
        "CTL3-53",
        "CTL3-62",
        "CTL3-63",
        "CTL3-66",
        "CTL9-18",
        "CTL9-27",
        "CTL9-M018",
        "CTL9-M022",
        "CTL9-M023",
        "CTL9-M037",
        "CTL9-M025",
        "CTL3-64",
        "SEC-37"
    })
    void an_update_wants_a_token_of_the_file_and_replaces_a_lost_one() throws Exception {
        create();

        var administrator = run(script(
                first(),
                "Update CTL File",
                path("three"),
                path("one"),
                "Delete Selected",
                "SAST      CN=SAST-two",
                "Yes",
                "Add Tokens",
                path("three"),
                "Delete Selected",
                "CCM+TFTP",
                "Delete Selected",
                "(none)",
                "Delete Selected",
                "SAST      CN=SAST-two",
                "Yes",
                "Finish",
                "wrong password",
                "Office-2026"));

        assertThat(administrator.told())
                .contains(
                        "The Security Token cannot be used to sign the CTL File.The token must already exist in the CTL"
                                + " file.",
                        "Are you sure you want to delete this item?",
                        "You must have at least 2 security tokens in the CTL File",
                        "You cannot delete this item.You can only delete Security Tokens and multi-cluster TFTP",
                        "Please select an item to delete",
                        "The password does not open the token",
                        "CTL File created successfully.");
        assertThat(list().with(Role.SAST))
                .extracting(record -> record.subjectName())
                .containsExactly("CN=SAST-one;OU=Security Token;O=Lab", "CN=SAST-three;OU=Security Token;O=Lab");
        assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
    }

    @Test
    @Spec({
        "CTL3-06",
        "CTL3-39",
        "CTL3-41",
        "CTL3-61",
        "CTL3-65",
        "CTL3-72",
        "CTL9-M028",
        "CTL9-43",
        "CTL9-M020",
        "CTL9-M021",
        "CTL9-42",
        "CTL9-M103",
        "OV-19"
    })
    void an_alternate_tftp_server_is_named_until_it_is_deleted() throws Exception {
        create();
        try (var other = TestServer.start(data.resolve("other"), "127.0.0.3", "other", new ArrayList<>())) {
            var theirs =
                    List.of("127.0.0.3", String.valueOf(other.address().getPort()), "admin", "the right one", "Yes");
            var early =
                    run(script(first(), "Update", path("one"), "Add TFTP Server", theirs, Administrator.CANCEL, "Yes"));
            assertThat(early.told())
                    .contains("The cluster of the Alternate TFTP Server has no CTL File of its own.")
                    .doesNotContain("TFTP      127.0.0.3");
            run(script(
                    theirs.subList(0, 4),
                    "Set CallManager Cluster to Non-Secure",
                    path("three"),
                    "Add Tokens",
                    path("two"),
                    "Finish",
                    path("three"),
                    "Office-2026"));
            var plain = run(script(
                    first(),
                    "Update",
                    path("one"),
                    "Add TFTP Server",
                    theirs.subList(0, 4),
                    Administrator.CANCEL,
                    "Yes"));
            assertThat(plain.told()).contains("is in another Cluster Security Mode. other: NON_SECURE");
            run(script(
                    theirs.subList(0, 4), "Set CallManager Cluster to Mixed", path("three"), "Finish", "Office-2026"));
            var administrator = run(script(
                    first(),
                    "Update",
                    path("one"),
                    "Add TFTP Server",
                    theirs.subList(0, 4),
                    "Add TFTP Server",
                    theirs.subList(0, 4),
                    "Finish",
                    "Office-2026"));
            assertThat(administrator.told()).contains("Entry for Server already exists.", "TFTP      127.0.0.3");
            assertThat(list().with(Role.TFTP))
                    .singleElement()
                    .matches(record -> record.isFor(other.self().callManager()));
            var changed = run(script(
                    first(),
                    "Update",
                    path("one"),
                    "Delete Selected",
                    "TFTP",
                    "Yes",
                    "Add TFTP Server",
                    theirs.subList(0, 4),
                    "Finish",
                    "Office-2026"));
            assertThat(changed.told()).contains("CTL File created successfully.");
            assertThat(list().with(Role.TFTP)).hasSize(1);
        }
        run(script(first(), "Set CallManager Cluster to Non-Secure", path("one"), "Finish", "Office-2026"));
        assertThat(list().wantsSignedFiles()).isFalse();

        var back = run(script(first(), "Set CallManager Cluster to Mixed", path("one"), "Finish", "Office-2026"));
        assertThat(back.told())
                .contains("--- No Subject Name---", "--- No Issuer Name---")
                .contains("The Alternate TFTP Server entry is invalid.You must delete the entry for the Alternate TFTP"
                        + " Server and add it again");
        run(script(
                first(),
                "Set CallManager Cluster to Mixed",
                path("one"),
                "Delete Selected",
                "TFTP",
                "Yes",
                "Finish",
                "Office-2026"));
        assertThat(list().with(Role.TFTP)).isEmpty();
        assertThat(list().wantsSignedFiles()).isTrue();
    }

    @Test
    @Spec("CTL3-50")
    void what_two_administrators_enter_at_once_is_all_there_in_the_end() throws Exception {
        create();
        var administrator = new Administrator(script(
                        first(),
                        "Update CTL File",
                        path("one"),
                        "Add Tokens",
                        path("three"),
                        "Finish",
                        "Office-2026",
                        "Yes",
                        "Finish",
                        "Office-2026"))
                .whileThinkingOf(
                        "Finish",
                        () -> run(script(
                                first(), "Update", path("two"), "Add Tokens", path("new"), "Finish", "Office-2026")));
        new CtlWizard(administrator, new ClientTexts(Locale.ENGLISH), KnownServers.ofUser()).run();

        assertThat(administrator.told())
                .contains(
                        "Somebody else has changed the CTL File since you read it. What you entered is kept",
                        "admin (127.0.0.1), 20",
                        "SAST      CN=SAST-new",
                        "CTL File created successfully.");
        assertThat(list().with(Role.SAST))
                .extracting(record -> record.subjectName())
                .map(subject -> subject.substring(0, subject.indexOf(';')))
                .containsExactlyInAnyOrder("CN=SAST-one", "CN=SAST-two", "CN=SAST-new", "CN=SAST-three");
    }

    @Test
    @Spec({"CTL3-49", "CTL3-50"})
    void what_was_entered_while_another_client_configures_is_kept_until_it_is_done() throws Exception {
        create();
        try (var other = server.client()) {
            other.begin();
            var administrator = new Administrator(script(
                            first(),
                            "Update CTL File",
                            path("one"),
                            "Add Tokens",
                            path("three"),
                            "Finish",
                            "Office-2026",
                            "Yes",
                            "Finish",
                            "Office-2026"))
                    .whileThinkingOf("Yes", other::end);
            new CtlWizard(administrator, new ClientTexts(Locale.ENGLISH), KnownServers.ofUser()).run();
            assertThat(administrator.told())
                    .contains("Another CTL Client is configuring this server", "CTL File created successfully.");
        }
        assertThat(list().with(Role.SAST)).hasSize(3);
    }

    @Test
    @Spec("CTL3-75")
    void a_server_of_the_cluster_that_is_down_is_named_before_anything_is_changed() throws Exception {
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.4", "ccm4", cluster);
                var subscriber = TestServer.start(data.resolve("s"), "127.0.0.5", "ccm5", cluster)) {
            subscriber.service().stop();
            var administrator = run(script(
                    List.of(
                            "127.0.0.4",
                            String.valueOf(publisher.address().getPort()),
                            "admin",
                            "the right one",
                            "Yes"),
                    Administrator.CANCEL,
                    "Yes"));
            assertThat(administrator.told())
                    .contains(
                            "Could not get CallManager Certificate from server 127.0.0.5\n",
                            "Could not connect to CTL provider Service.",
                            "Does the Cisco CTL Provider run there");
            assertThat(publisher.store().read()).isEqualTo(new StoredCtl.None());
        }
    }

    /** One account opens every server, also to bring CAPF's certificate there. */
    @Test
    @Spec({"OV-11", "CAPF-026"})
    void a_server_with_another_password_is_named_until_it_has_the_same_as_the_others() throws Exception {
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.4", "ccm4", cluster);
                var subscriber = TestServer.start(data.resolve("s"), "127.0.0.5", "ccm5", cluster)) {
            subscriber.wants("another one");
            var port = String.valueOf(publisher.address().getPort());
            var signIn = List.of("127.0.0.4", port, "admin", "the right one");

            var administrator = run(script(signIn, "Yes", "Yes", Administrator.CANCEL, "Yes"));

            assertThat(administrator.told()).contains("User could not be authenticated", "127.0.0.5");
            assertThat(publisher.store().read()).isEqualTo(new StoredCtl.None());

            subscriber.wants("the right one");
            var again = run(script(
                    signIn,
                    "Yes",
                    "Set CallManager Cluster to Mixed",
                    path("one"),
                    "Add Tokens",
                    path("two"),
                    "Finish",
                    path("one"),
                    "Office-2026"));
            assertThat(subscriber.store().read())
                    .as(again.told())
                    .isInstanceOf(StoredCtl.Sound.class)
                    .isEqualTo(publisher.store().read());
            assertThat(subscriber.store().capf().brought())
                    .containsExactly(publisher.self().capf().orElseThrow());
        }
    }

    @Test
    @Spec("CTL3-60")
    void entries_of_servers_are_as_they_were_found_until_the_client_is_opened_again() throws Exception {
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.4", "ccm4", cluster)) {
            var port = String.valueOf(publisher.address().getPort());
            var signIn = List.of("127.0.0.4", port, "admin", "the right one");
            var subscribers = new ArrayList<TestServer>();

            var administrator = new Administrator(script(
                            signIn,
                            "Yes",
                            "Set CallManager Cluster to Mixed",
                            path("one"),
                            "Add Tokens",
                            path("two"),
                            "Delete Selected",
                            "CCM+TFTP",
                            Administrator.CANCEL,
                            "Yes"))
                    .whileThinkingOf("CCM+TFTP", () -> subscribers.add(subscriber(cluster)));
            new CtlWizard(administrator, new ClientTexts(Locale.ENGLISH), KnownServers.ofUser()).run();

            assertThat(administrator.told())
                    .contains("You cannot delete this item.", "CCM+TFTP  127.0.0.4")
                    .doesNotContain("127.0.0.5");
            assertThat(administrator.told().lines().filter(line -> line.contains("Add Tokens")))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line).endsWith("[Add Tokens, Add TFTP Server, Delete Selected, Finish]"));
            try (var subscriber = subscribers.getFirst()) {
                var again = run(script(
                        signIn,
                        "Yes",
                        "Set CallManager Cluster to Mixed",
                        path("one"),
                        "Add Tokens",
                        path("two"),
                        "Finish",
                        path("one"),
                        "Office-2026"));
                assertThat(again.told()).contains("CCM+TFTP  127.0.0.4", "CCM+TFTP  127.0.0.5");
                assertThat(subscriber.store().read()).isInstanceOf(StoredCtl.Sound.class);
            }
        }
    }

    private TestServer subscriber(List<ListedServer> cluster) {
        try {
            return TestServer.start(data.resolve("s"), "127.0.0.5", "ccm5", cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Spec("CTL3-73")
    void every_server_of_the_other_cluster_must_run_its_ctl_provider() throws Exception {
        create();
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.4", "ccm4", cluster);
                var subscriber = TestServer.start(data.resolve("s"), "127.0.0.5", "ccm5", cluster)) {
            var theirs = List.of(
                    "127.0.0.4", String.valueOf(publisher.address().getPort()), "admin", "the right one", "Yes");
            run(script(
                    theirs,
                    "Yes",
                    "Set CallManager Cluster to Mixed",
                    path("one"),
                    "Add Tokens",
                    path("two"),
                    "Finish",
                    path("one"),
                    "Office-2026"));
            subscriber.service().stop();
            var administrator = run(script(
                    first(),
                    "Update",
                    path("one"),
                    "Add TFTP Server",
                    theirs.subList(0, 4),
                    Administrator.CANCEL,
                    "Yes"));
            assertThat(administrator.told())
                    .contains("Could not connect to CTL provider Service. /127.0.0.5")
                    .doesNotContain("TFTP      127.0.0.4");
        }
    }

    @Test
    @Spec({"CTL9-02", "CTL3-67"})
    void a_delivered_password_is_changed_before_the_token_signs() throws Exception {
        var administrator = run(script(
                first(),
                "Set CallManager Cluster to Mixed",
                path("new"),
                "Add Tokens",
                path("two"),
                "Finish",
                path("new"),
                "Cisco123",
                "short",
                "short",
                "Cisco123",
                "New-Office-2026",
                "not the same",
                "New-Office-2026",
                "New-Office-2026"));

        assertThat(administrator.told())
                .contains("Change it before going on", "Show Tips", "differ", "CTL File created successfully.");
        assertThat(SoftwareToken.open(token("new"), Secret.of("New-Office-2026"))
                        .passwordMustChange())
                .isFalse();
    }

    @Test
    @Spec({"CTL9-16", "CTL9-24", "CTL9-M016", "CTL9-M032"})
    void a_corrupt_file_is_recovered_from_another_server() throws Exception {
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.4", "ccm4", cluster);
                var subscriber = TestServer.start(data.resolve("s"), "127.0.0.5", "ccm5", cluster)) {
            var login = List.of(
                    "127.0.0.4", String.valueOf(publisher.address().getPort()), "admin", "the right one", "Yes");
            run(script(
                    login,
                    "Yes",
                    "Set CallManager Cluster to Mixed",
                    path("one"),
                    "Add Tokens",
                    path("two"),
                    "Finish",
                    path("one"),
                    "Office-2026"));
            var sound = Files.readAllBytes(subscriber.store().file());
            Files.writeString(publisher.store().file(), "tampered with");

            var administrator = run(script(login.subList(0, 4), "Yes", Administrator.CANCEL, "Yes"));

            assertThat(administrator.told()).contains("Unable to parse CTL File", "has a sound CTL file");
            assertThat(Files.readAllBytes(publisher.store().file())).isEqualTo(sound);
        }
    }

    @Test
    @Spec({"CTL9-23", "CTL9-M104"})
    void a_missing_file_in_mixed_mode_is_told_and_made_again() throws Exception {
        create();
        Files.delete(server.store().file());

        var administrator = run(script(
                first(),
                "Set CallManager Cluster to Mixed",
                path("two"),
                "Add Tokens",
                path("three"),
                "Finish",
                path("two"),
                "Office-2026"));

        assertThat(administrator.told())
                .contains(
                        "No CTL File exists on the server but the CallManager Cluster Security Mode is in Mixed Mode.For"
                                + " the system to function, you must create the CTL File and set CallManager Cluster to"
                                + " Mixed Mode.");
        assertThat(list().with(Role.SAST)).hasSize(2);
    }

    @Test
    @Spec({"CTL9-25", "CTL9-M033"})
    void a_file_that_lost_its_tokens_gets_new_ones_by_an_update() throws Exception {
        create();
        var list = list();
        var out = new ByteArrayOutputStream();
        var whole = list.bytes();
        out.write(whole, 0, list.header().length());
        var servers =
                list.with(Role.SAST).mapToInt(record -> lengthIn(whole, record)).sum();
        out.write(
                whole,
                list.header().length() + servers,
                whole.length - list.header().length() - servers);
        Files.write(server.store().file(), out.toByteArray());

        var administrator = run(script(
                first(),
                "Update CTL File",
                path("one"),
                "Add Tokens",
                path("three"),
                "Finish",
                path("one"),
                "Office-2026"));

        assertThat(administrator.told())
                .contains("There are no Security Tokens in CTL File.You must have at least 2 security tokens.Select"
                        + " Update CTL File to add security Tokens.")
                .contains("CTL File created successfully.");
        assertThat(list().with(Role.SAST)).hasSize(2);
        assertThat(server.mode()).isEqualTo(ClusterSecurityMode.MIXED);
    }

    /** The length of a record stands at its beginning. */
    private static int lengthIn(byte[] file, TrustListRecord record) {
        var der = record.certificate().orElseThrow().bytes();
        for (var at = 0; at < file.length - der.length; at++) {
            if (Arrays.equals(file, at, at + der.length, der, 0, der.length)) {
                for (var start = at; start >= 0; start--) {
                    if (file[start] == 1 && file[start + 1] == 0 && file[start + 2] == 2 && file[start + 5] == 2) {
                        return ((file[start + 3] & 0xff) << 8) | (file[start + 4] & 0xff);
                    }
                }
            }
        }
        throw new AssertionError("The record is not in the file");
    }

    @Test
    @Spec({"CTL9-M012", "CTL9-30"})
    void a_server_that_does_not_take_the_file_is_named_with_the_reason() throws Exception {
        var cluster = new ArrayList<ListedServer>();
        try (var publisher = TestServer.start(data.resolve("p"), "127.0.0.4", "ccm4", cluster);
                var subscriber = TestServer.start(data.resolve("s"), "127.0.0.5", "ccm5", cluster)) {
            Files.createDirectories(subscriber.store().file().resolve("in the way"));
            var administrator = run(script(
                    List.of(
                            "127.0.0.4",
                            String.valueOf(publisher.address().getPort()),
                            "admin",
                            "the right one",
                            "Yes"),
                    "Yes",
                    "Set CallManager Cluster to Mixed",
                    path("one"),
                    "Add Tokens",
                    path("two"),
                    "Finish",
                    path("one"),
                    "Office-2026"));
            assertThat(administrator.told())
                    .contains(
                            "Failed to create CTL File\nccm4  ",
                            "CTL File created successfully.\nccm5  ",
                            "Is a directory");
        }
    }

    @Test
    @Spec({"CTL9-M070", "CTL9-M036"})
    void a_token_that_cannot_be_read_or_is_there_already_is_asked_for_again() throws Exception {
        Files.writeString(data.resolve("none.p12"), "no token");

        var administrator = run(script(
                first(),
                "Set CallManager Cluster to Mixed",
                data.resolve("none.p12").toString(),
                path("one"),
                "Add Tokens",
                path("one"),
                "Finish",
                Administrator.CANCEL,
                "Yes"));

        assertThat(administrator.told())
                .contains("Error Opening Security Token Store.")
                .contains("The Security Token you have inserted already exists in the CTL File.")
                .contains("You must have at least 2 security tokens in the CTL File");
        assertThat(server.store().read()).isEqualTo(new StoredCtl.None());
    }

    @Test
    @Spec("CTL9-M004")
    void a_server_that_cannot_be_remembered_is_told_and_served_all_the_same() throws Exception {
        Files.writeString(data.resolve("state"), "a file where the directory should be");

        var administrator = run(script(first(), Administrator.CANCEL, "Yes"));

        assertThat(administrator.told())
                .contains("Could not write information to the local Windows Registry", "The cluster is in non-secure");
    }

    @Test
    void another_certificate_than_the_confirmed_one_is_told_and_asked_for() throws Exception {
        run(script(first(), Administrator.CANCEL, "Yes"));
        var port = server.address().getPort();
        var file = data.resolve("state/ctl-servers");
        Files.writeString(file, "127.0.0.1\t" + port + "\t00:11:22\tadmin\n");

        var administrator = run(script(List.of("", "", "", "the right one", "No"), Administrator.CANCEL, "Yes"));

        assertThat(administrator.told()).contains("shows ANOTHER certificate than the one confirmed before");
        assertThat(Files.readString(file)).contains("00:11:22");
    }

    @Test
    void japanese_administrators_are_asked_in_japanese() {
        var administrator = new Administrator(script(first().subList(0, 4), "Yes", Administrator.CANCEL, "Yes"));
        new CtlWizard(administrator, new ClientTexts(Locale.JAPANESE), KnownServers.ofUser()).run();

        assertThat(administrator.told()).contains("フィンガープリント", "クラスタはノンセキュアモードです。", "終了してもよろしいですか");
    }

    private void create() {
        run(script(
                first(),
                "Set CallManager Cluster to Mixed",
                path("one"),
                "Add Tokens",
                path("two"),
                "Finish",
                path("one"),
                "Office-2026"));
    }

    private static Administrator run(String... answers) {
        var administrator = new Administrator(answers);
        new CtlWizard(administrator, new ClientTexts(Locale.ENGLISH), KnownServers.ofUser()).run();
        return administrator;
    }

    /** The server page; the certificate has to be confirmed at the first use. */
    private List<String> first() {
        var isKnown = Files.exists(data.resolve("state/ctl-servers"));
        var fields = List.of("127.0.0.1", port(), "admin", "the right one");
        return isKnown
                ? fields
                : Stream.concat(fields.stream(), Stream.of("Yes")).toList();
    }

    private String port() {
        return String.valueOf(server.address().getPort());
    }

    private static String[] script(Object... parts) {
        return Stream.of(parts)
                .flatMap(part -> part instanceof List<?> list ? list.stream() : Stream.of(part))
                .map(Object::toString)
                .toArray(String[]::new);
    }

    private TrustList list() {
        return ((StoredCtl.Sound) server.store().read()).list();
    }

    private static Path token(String name) {
        return home.resolve(name + ".p12");
    }

    private static String path(String name) {
        return token(name).toString();
    }
}
