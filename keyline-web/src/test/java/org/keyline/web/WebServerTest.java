package org.keyline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.web.page.Pages;

class WebServerTest {
    private static final String PHONE = "SEP00DA7A000007";
    private static final String CROSS_SITE = "<script>alert(1)</script>";

    @TempDir
    Path directory;

    private final WaitingPhones waiting = new WaitingPhones(Clock.systemUTC());
    private Configuration configuration;
    private WebServer server;
    private HttpClient browser;

    @BeforeEach
    void start() throws Exception {
        configuration = Configuration.open(Files.createTempDirectory(directory, "configuration"), Clock.systemUTC());
        var inventory = CertificateInventory.open(
                directory,
                new NodeIdentity("localhost", List.of(InetAddress.getLoopbackAddress()), "Keyline"),
                Clock.systemUTC());
        var key = inventory.own().of(CertificatePurpose.HTTPS);
        var pages = new Pages(
                new StagedSystem(),
                waiting,
                (device, _, number, _, _) -> number.equals("2001") ? List.of() : List.of("Not a number: " + number),
                (name, password) -> name.equals("admin") && new String(password).equals("open sesame"),
                inventory,
                StagedSystem.administered(configuration),
                Clock.systemUTC());
        server = new WebServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), key, pages);
        server.start();
        browser = HttpClient.newBuilder().sslContext(trusting(key)).build();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        configuration.close();
    }

    @Test
    void a_stranger_is_sent_to_the_sign_in_page() throws Exception {
        var answer = get("/phones", "");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/signin");
        assertThat(get("/api/v1/phones", "").statusCode()).isEqualTo(401);
        assertThat(get("/events", "").statusCode()).isEqualTo(302);
    }

    @Test
    void an_administrator_signs_in_sees_the_phones_and_signs_out() throws Exception {
        var cookie = signIn();

        var phones = get("/phones", cookie);
        assertThat(phones.statusCode()).isEqualTo(200);
        assertThat(phones.body()).contains("SEP001122334455", "1 of 2 registered", "Encrypted");

        assertThat(post("/signout", cookie, "form=" + formToken(phones)).statusCode())
                .isEqualTo(302);
        assertThat(get("/phones", cookie).statusCode()).isEqualTo(302);
    }

    @Test
    void the_cookie_is_of_no_use_to_scripts_or_other_sites() throws Exception {
        var answer = post("/signin", "", "account=admin&password=open+sesame");

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("__Host-", "Secure", "HttpOnly", "SameSite=Strict");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void a_wrong_password_is_refused_and_guessing_slows_down() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/signin", "", "account=admin&password=guess").statusCode())
                    .isEqualTo(401);
        }

        var refused = post("/signin", "", "account=admin&password=open+sesame");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Try again in");
    }

    @Test
    void a_form_of_another_site_does_nothing() throws Exception {
        waiting.knocked("SEPAABBCCDDEEFF", "192.0.2.9", "TFTP", 0);

        var answer = post("/waiting/adopt", signIn(), "device=SEPAABBCCDDEEFF&number=2001&form=forged");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(waiting.list()).hasSize(1);
    }

    @Test
    void one_click_with_a_number_adopts_a_waiting_phone() throws Exception {
        waiting.knocked("SEPAABBCCDDEEFF", "192.0.2.9", "TFTP", 0);
        var cookie = signIn();
        var form = formToken(get("/waiting", cookie));

        var wrong = post("/waiting/adopt", cookie, "device=SEPAABBCCDDEEFF&number=abc&form=" + form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Not a number: abc", "value=\"abc\"");

        var right = post("/waiting/adopt", cookie, "device=SEPAABBCCDDEEFF&number=2001&form=" + form);
        assertThat(right.body()).contains("SEPAABBCCDDEEFF is now 2001");
        assertThat(waiting.list()).isEmpty();
    }

    @Test
    void pages_speak_japanese_to_those_who_read_it() throws Exception {
        var answer = browser.send(
                request("/signin", "").header("Accept-Language", "ja").build(), BodyHandlers.ofString());

        assertThat(answer.body()).contains("<html lang=\"ja\">", "サインイン");
    }

    @Test
    void what_a_phone_says_of_itself_is_text_never_markup() throws Exception {
        waiting.knocked("SEPAABBCCDDEEFF", CROSS_SITE, "TFTP", 0);

        assertThat(get("/waiting", signIn()).body()).doesNotContain(CROSS_SITE).contains("&lt;script&gt;");
    }

    @Test
    void the_ladder_shows_each_message_decoded() throws Exception {
        var cookie = signIn();

        assertThat(get("/calls/7", cookie).body()).contains("OffHook", "lineInstance", "SEP001122334455");
        assertThat(get("/calls/7/ladder.txt", cookie).body()).contains("OffHook lineInstance=1");
        assertThat(get("/calls/8", cookie).body()).contains("no longer kept");
        assertThat(get("/calls/nonsense", cookie).statusCode()).isEqualTo(404);
    }

    @Test
    void what_phones_counted_is_found_and_turned() throws Exception {
        var cookie = signIn();

        assertThat(get("/calls/quality", cookie).body())
                .contains("SEP001122334455", "6250", "100 (1.6 %)", "MLQK=4.5", "href=\"/calls/quality?at=one:1\"")
                .contains("Phones are not asked what they counted.");
        assertThat(get("/calls/quality?number=2002", cookie).body()).contains("No phone counted anything like this.");
        assertThat(get("/calls/quality?from=yesterday", cookie).body()).contains("\"yesterday\" is no time");
    }

    @Test
    void the_use_of_locations_is_shown_and_told() throws Exception {
        var cookie = signIn();

        assertThat(get("/media", cookie).body()).contains("Branch", "50 %", "unlimited");
        assertThat(get("/media/objects/locations", cookie).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/locations", cookie).body()).contains("\"Branch\"", "\"taken\"");
    }

    @Test
    void records_of_calls_are_found_turned_and_downloaded() throws Exception {
        var cookie = signIn();

        var all = get("/calls/records", cookie).body();
        assertThat(all)
                .contains("2003", "17 User busy", "2:05", "Forward all", "href=\"/calls/records?at=one:1\"")
                .contains("Records of calls are not written.");
        assertThat(get("/calls/records?at=one:1", cookie).body())
                .contains("17 User busy")
                .doesNotContain("2:05");
        assertThat(get("/calls/records?cause=17", cookie).body())
                .contains("17 User busy")
                .doesNotContain("2:05");
        assertThat(get("/calls/records?number=9999", cookie).body()).contains("No record of a call is like this.");
        assertThat(get("/calls/records?from=yesterday&cause=x&security=high", cookie)
                        .body())
                .contains("\"yesterday\" is no time", "\"x\" is no cause", "\"high\" is no");
        assertThat(get("/calls/records?number=" + "%3Cscript%3E", cookie).body())
                .doesNotContain("<script>2");

        var file = get("/calls/records.csv?security=ENCRYPTED", cookie);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("call-records.csv");
        assertThat(file.body()).isEqualTo("calls\n1\n");
    }

    @Test
    void a_call_that_is_over_is_found_again_and_drawn() throws Exception {
        var cookie = signIn();

        var found = get("/calls/traces?number=2002&call=16777217", cookie).body();
        assertThat(found).contains("2001, 2002, 2003", "href=\"/calls/traces/16777217-1795341600000\"");
        assertThat(get("/calls/traces?device=SEP0", cookie).body()).contains("No kept call is like this.");
        assertThat(get("/calls/traces?call=x&to=y", cookie).body())
                .contains("\"x\" is no number of a call", "\"y\" is no time");

        var drawn = get("/calls/traces/16777217-1795341600000", cookie).body();
        assertThat(drawn)
                .contains(
                        "OffHook",
                        "href=\"/calls/traces/16777217-1795341600000/ladder.txt\"",
                        "href=\"/calls/traces\"");
        assertThat(get("/calls/traces/16777217-1795341600000/ladder.txt", cookie)
                        .body())
                .contains("OffHook");
        assertThat(get("/calls/traces/1-1", cookie).body()).contains("no longer kept");
    }

    @Test
    void scripts_use_basic_authentication_and_get_json() throws Exception {
        var basic = "Basic " + Base64.getEncoder().encodeToString("admin:open sesame".getBytes(StandardCharsets.UTF_8));

        var answer = browser.send(
                request("/api/v1/calls", "").header("Authorization", basic).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"state\":\"CONNECTED\"", "\"security\":\"ENCRYPTED\"");
    }

    @Test
    void connections_that_never_speak_do_not_keep_the_administrator_out() throws Exception {
        var silent = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 3_000; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            assertThat(get("/signin", "").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void a_change_of_language_comes_back_to_a_page_of_ours_only() throws Exception {
        assertThat(get("/language?to=ja&back=/calls", "").headers().firstValue("Location"))
                .contains("/calls");
        assertThat(get("/language?to=ja&back=//evil.example/", "").headers().firstValue("Location"))
                .contains("/");
    }

    private void phones(String... names) {
        FreshDatabase.ensure(configuration.store(), "cm1", "127.0.0.1", 2000);
        for (var name : names) {
            var values = Map.of("name", Value.of(name), "model", Value.of("7962"));
            configuration
                    .store()
                    .create(Kinds.PHONE, values, Author.administrator("test"))
                    .orThrow();
        }
    }

    private String stored(String field) {
        return configuration.store().find(Kinds.PHONE, PHONE).orElseThrow().text(field);
    }

    /** What a browser sends of a phone's page: every field with what it shows, what was shown, and this change. */
    private static String filled(HttpResponse<String> page, String field, String value) {
        var sent = new StringBuilder("action=save&form=" + formToken(page));
        var shown =
                Pattern.compile("name=\"was\\.([A-Za-z]+)\" value=\"([^\"]*)\"").matcher(page.body());
        while (shown.find()) {
            var now = shown.group(1).equals(field) ? value : shown.group(2);
            sent.append("&was.").append(shown.group(1)).append('=').append(shown.group(2));
            sent.append('&').append(shown.group(1)).append('=').append(now);
        }
        return sent.toString();
    }

    @Test
    void of_two_administrators_at_one_phone_the_second_loses_nothing_and_is_told() throws Exception {
        phones(PHONE);
        var one = signIn();
        var other = signIn();
        var first = get("/phones/" + PHONE, one);
        var second = get("/phones/" + PHONE, other);
        var third = get("/phones/" + PHONE, other);

        assertThat(post("/phones/" + PHONE, one, filled(first, "securityMode", "ENCRYPTED"))
                        .body())
                .contains("Saved.");
        assertThat(post("/phones/" + PHONE, other, filled(second, "webAccess", "DISABLED"))
                        .body())
                .as("another field of the same phone")
                .contains("Saved.");
        assertThat(stored("securityMode")).isEqualTo("ENCRYPTED");
        assertThat(stored("webAccess")).isEqualTo("DISABLED");

        var told = post("/phones/" + PHONE, other, filled(third, "securityMode", "AUTHENTICATED"));
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("Somebody else changed this meanwhile to “Encrypted”");
        assertThat(stored("securityMode")).as("nothing is overwritten").isEqualTo("ENCRYPTED");
        assertThat(told.body()).as("the entry is kept").contains("value=\"AUTHENTICATED\" selected");

        assertThat(post("/phones/" + PHONE, other, filled(told, "securityMode", "AUTHENTICATED"))
                        .body())
                .contains("Saved.");
        assertThat(stored("securityMode")).isEqualTo("AUTHENTICATED");
        assertThat(stored("webAccess")).isEqualTo("DISABLED");

        configuration
                .store()
                .remove(Kinds.PHONE, PHONE, Author.administrator("one"))
                .orThrow();
        var gone = post("/phones/" + PHONE, other, filled(second, "webAccess", "READ_ONLY"));
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("There is no phone called " + PHONE);
    }

    @Test
    void phones_that_came_between_question_and_start_are_not_touched_unseen() throws Exception {
        phones(PHONE, "SEP00DA7A000001");
        var cookie = signIn();
        var form = "form=" + formToken(get("/security/find?find=mode", cookie)) + "&find=mode&action=DELETE";
        assertThat(post("/security/bulk/confirm", cookie, form).body())
                .contains("Select the phones first, or all that are found.");
        var question = post("/security/bulk/confirm", cookie, form + "&whole=on");
        assertThat(question.body()).contains("Delete for 2 phones?", "This cannot be taken back.");

        phones("SEP00DA7A000002");
        var refused = post("/security/bulk/start", cookie, form + "&whole=on&count=2");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("now 3 are found, not 2");
        assertThat(configuration.store().list(Kinds.PHONE)).hasSize(3);

        var ticked = form + "&phone=" + PHONE + "&phone=SEPAAAAAAAAAAAA&count=1";
        assertThat(post("/security/bulk/start", cookie, ticked).statusCode()).isEqualTo(302);
    }

    private String signIn() throws IOException, InterruptedException {
        var answer = post("/signin", "", "account=admin&password=open+sesame");
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String formToken(HttpResponse<String> page) {
        var matcher = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(matcher.find()).as("a form token on the page").isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return browser.send(request(path, cookie).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String cookie, String form)
            throws IOException, InterruptedException {
        return browser.send(
                request(path, cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static SSLContext trusting(KeyMaterial key) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("node", key.certificate());
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
