package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.browser.ShownPage;
import org.keyline.model.server.NodeService;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;

/** People find each other in the directory, keep numbers of their own, and open services. */
class PhoneServicesTest {
    private static final int HTTP = 8080;
    private static final String PIN = PasswordHash.of(Secret.of("12345"));
    private static final String PASSWORD = PasswordHash.of(Secret.of("s3cret push"));

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("ipPhoneServices: {plainHttp: true}\n")
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003").with("userLocale: ja"));

    @BeforeAll
    static void users_are_there_and_the_service_serves() throws Exception {
        SITE.imports("""
                keyline: 1
                phoneServices:
                  - {name: Weather, japaneseName: 天気, url: "http://weather.example/?d=#DEVICENAME#&l=en"}
                  - {name: News, url: "http://news.example/", enabled: false}
                phoneButtonTemplates:
                  - {name: With service, model: "7962", buttons: [{function: LINE}, {function: SERVICE_URL}, {function: SERVICE_URL}]}
                users:
                  - {id: asmith, firstName: Alice, lastName: Smithers, primaryLine: "2001", pin: "%s", devices: [%s], password: "%s"}
                  - {id: bsmith, firstName: Bob, lastName: Smith, primaryLine: "2002", pin: "%s"}
                  - {id: yamada, firstName: 太郎, lastName: 山田, telephone: "+8135550100"}
                """.formatted(PIN, Desk.device("alice"), PASSWORD, PIN));
        restartsPhoneServices(SITE);
    }

    static void restartsPhoneServices(Site site) throws IOException {
        var desk = ServicesBeside.of(
                NodeDirectory.existing(site.data()), site.node().configuration());
        assertThat(desk.carryOut(ServiceOrder.RESTART, NodeService.PHONE_SERVICES))
                .isEmpty();
    }

    @Test
    void alice_finds_bob_in_the_directory_and_calls_him() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");

        alice.opensDirectory();
        alice.searches("smith");
        alice.reads("Bob Smith 2002").reads("Alice Smithers 2001").reads("1 to 2 of 2");
        alice.dialsEntry("Bob Smith");

        bob.rings().answers().hears(alice).hangsUp().isIdle();
    }

    @Test
    void names_are_found_by_their_beginning_whatever_their_script_and_lines_without_a_user_by_their_own_name() {
        var alice = SITE.boots("alice");

        alice.opensDirectory().searches("山").reads("山田 太郎 +8135550100");
        alice.opensDirectory().searches("CAR").reads("carol 2003");
        alice.opensDirectory().fillsIn("Number", "2002").pressesOnPage("Search").reads("Bob Smith");
        alice.opensDirectory().searches("nobody").reads("Nobody was found.");
    }

    @Test
    void a_phone_whose_language_is_japanese_shows_japanese_pages() {
        var carol = SITE.boots("carol");

        carol.opensDirectories().reads("社内ディレクトリ").chooses("社内ディレクトリ").reads("ディレクトリ検索");
    }

    @Test
    void a_user_keeps_numbers_of_her_own_behind_her_pin() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");

        signsIn(alice, "asmith", "00000").reads("The user ID or the PIN is wrong.");
        signsIn(alice, "asmith", "12345").reads("There are no entries yet.").pressesOnPage("New");
        alice.fillsIn("Name", "<Bob> & \"co\"").fillsIn("Number", "2002").pressesOnPage("Submit");
        alice.reads("Saved.").pressesOnPage("Back").reads("<Bob> & \"co\"").chooses("<Bob> & \"co\"");
        alice.pressesOnPage("Dial");
        bob.rings().answers().hears(alice).hangsUp().isIdle();

        alice.pressesOnPage("Edit").fillsIn("Number", "no number").pressesOnPage("Submit");
        alice.reads("a number of digits")
                .pressesOnPage("Back")
                .chooses("<Bob> & \"co\"")
                .reads("2002");
        alice.pressesOnPage("Delete").reads("Deleted.").pressesOnPage("Back").reads("There are no entries yet.");
    }

    private static LabPhone signsIn(LabPhone phone, String user, String pin) {
        return phone.opensDirectories()
                .chooses("Personal Directory")
                .fillsIn("User ID", user)
                .fillsIn("PIN", pin)
                .pressesOnPage("Submit");
    }

    @Test
    void subscribed_services_stand_in_the_menu_and_on_the_buttons() {
        SITE.sets("alice", "services: [Weather, News]", "buttonTemplate: With service");
        var alice = SITE.boots("alice").showsButtons("2001", "Weather", "");

        alice.opensServices().reads("Weather");
        assertThat(alice.browser().page().choices())
                .extracting(ShownPage.Link::url)
                .containsExactly("http://weather.example/?d=" + Desk.device("alice") + "&l=en");
        SITE.sets("carol", "services: [Weather]");
        SITE.boots("carol").opensServices().reads("天気");
        SITE.boots("bob").opensServices().reads("No services have been set up for this phone.");
    }

    @Test
    void a_phone_lets_a_user_send_pages_to_her_own_phones_only() throws Exception {
        assertThat(authenticates("asmith", "s3cret%20push", Desk.device("alice")))
                .isEqualTo("AUTHORIZED");
        assertThat(authenticates("asmith", "s3cret push".replace(' ', '+'), Desk.device("alice")))
                .isEqualTo("AUTHORIZED");
        assertThat(authenticates("asmith", "s3cret%20push", Desk.device("bob"))).isEqualTo("UN-AUTHORIZED");
        assertThat(authenticates("asmith", "12345", Desk.device("alice"))).isEqualTo("UN-AUTHORIZED");
        assertThat(authenticates("bsmith", "", Desk.device("bob"))).isEqualTo("UN-AUTHORIZED");
        assertThat(authenticates("nobody", "x", "SEPFFFFFFFFFFFF")).isEqualTo("UN-AUTHORIZED");
        assertThat(body(get("127.0.0.1", "/authenticate"))).isEqualTo("UN-AUTHORIZED");
    }

    private static String authenticates(String user, String password, String device) throws IOException {
        return body(
                get("127.0.0.1", "/authenticate?UserID=" + user + "&Password=" + password + "&devicename=" + device));
    }

    @Test
    void nobody_sees_pages_of_a_phone_from_elsewhere_or_of_one_that_is_not_registered() throws Exception {
        SITE.boots("alice");
        var path = "/directories?device=" + Desk.device("alice");

        assertThat(get("127.0.0.1", path)).contains("Corporate Directory");
        assertThat(get("127.0.0.9", path)).contains("not registered").doesNotContain("Corporate");
        assertThat(get("127.0.0.1", "/directories?device=" + Desk.device("bob")))
                .contains("not registered");
        assertThat(get("127.0.0.1", "/directories?device=%3Cx%3E")).contains("not registered");
        assertThat(get("127.0.0.1", "/directories")).contains("not registered");
    }

    @Test
    void what_is_no_request_for_a_page_is_refused() throws Exception {
        assertThat(get("127.0.0.1", "/nothing")).startsWith("HTTP/1.1 404");
        assertThat(get("127.0.0.1", "/directories?device=%G0")).startsWith("HTTP/1.1 400");
        assertThat(get("127.0.0.1", "/directories?" + "a&".repeat(20))).startsWith("HTTP/1.1 400");
        assertThat(get("127.0.0.1", "/directories?device=" + "x".repeat(1_300))).startsWith("HTTP/1.1 4");
        assertThat(sent("127.0.0.1", "POST /directories HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(sent("127.0.0.1", "no http at all\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    private static String get(String from, String target) throws IOException {
        return sent(from, "GET " + target + " HTTP/1.1\r\nHost: keyline\r\n\r\n");
    }

    private static String sent(String from, String request) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(SITE.at(HTTP));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
