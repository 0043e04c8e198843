package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;
import org.keyline.lab.srst.CredentialsService;
import org.keyline.lab.srst.GatewayIdentity;
import org.keyline.spec.Spec;

/** An administrator adds the gateway of a remote site, accepts its certificate, and takes it back. */
@Timeout(300)
class SrstSceneTest {
    private static final String MAC = "00DA7A5A57A1";
    private static final String PHONES = """
            keyline: 1
            lines: [{number: "2001"}]
            phones:
              - name: SEP%s
                model: "7962"
                securityMode: ENCRYPTED
                certificateOperation: INSTALL_UPGRADE
                lines: [{line: "2001"}]
            """.formatted(MAC);

    @TempDir
    static Path directory;

    private static @Nullable Scene scene;
    private static @Nullable CredentialsService router;

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.mixed(directory, PHONES);
        router = CredentialsService.showing(GatewayIdentity.selfSigned("127.0.0.1"));
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(scene).close();
        router().close();
    }

    @AfterEach
    void nothingWasBlocked() {
        browser().isContent();
    }

    private static LiveNode node() {
        return Objects.requireNonNull(scene).node();
    }

    private static Chromium browser() {
        return Objects.requireNonNull(scene).browser();
    }

    private static CredentialsService router() {
        return Objects.requireNonNull(router);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static LabPhone phone() {
        return LabPhone.model("7962")
                .of("Site")
                .mac(MAC)
                .tftp(node().at(LiveNode.TFTP))
                .patience(Duration.ofSeconds(60))
                .build();
    }

    private static Said srst(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("srst"));
        all.addAll(List.of(arguments));
        all.add("--data=" + node().data());
        return NodeJava.run(all.toArray(String[]::new));
    }

    @Test
    @Spec({
        "SRST-03",
        "SRST-04",
        "SRST-05",
        "SRST-06",
        "SRST-07",
        "SRST-16",
        "SRST-17",
        "SRST-18",
        "SRST-19",
        "SRST-20",
        "SRST-22",
        "SRST-23",
        "SRST-24",
        "SRST-25",
        "SRST-26",
        "SRST-27",
        "SRST9-01",
        "SRST9-02",
        "SRST9-03",
        "SRST9-M01",
        "SRST9-M02",
        "M-1",
        "M-2",
        "M-9",
        "OV-47"
    })
    void a_gateway_is_added_made_secure_watched_and_made_non_secure_again() throws Exception {
        try (var page = browser().signIn(node(), "en-GB");
                var phone = phone()) {
            phone.boots();
            page.navigate("/security/srst");
            assertThat(page.locator(".empty")).containsText("No SRST reference yet");
            Chromium.picture(page, "srst-empty-en");

            aWrongPortIsToldAndNothingIsSaved(page);
            theReferenceIsAddedAndItsCertificateRejectedThenAccepted(page);
            theDevicePoolGetsItAndThePhoneAfterItsReset(page, phone);
            savingDoesNotFetchButTheCheckFindsAnotherCertificate(page, phone);
            theCommandsSeeTheSame();
            securityIsTakenBack(page, phone);
            theReferenceIsDeletedOnceNothingUsesIt(page);
        }
    }

    private static void aWrongPortIsToldAndNothingIsSaved(Page page) {
        page.getByText("Add a New SRST Reference").click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Update SRST Certificate")))
                .hasCount(0);
        assertThat(page.locator("#certificateProviderPort")).hasValue("2445");
        page.locator("#name").fill("Branch 1");
        page.locator("#address").fill("127.0.0.1");
        for (var wrong : List.of("24a5", "1023", "49152")) {
            page.locator("#certificateProviderPort").fill(wrong);
            press(page, "Insert");
            assertThat(page.locator(".field .problem")).hasText("Port Numbers can only contain digits.");
            assertThat(page.locator("#name")).hasValue("Branch 1");
        }
        Chromium.picture(page, "srst-port-en");
    }

    private static void theReferenceIsAddedAndItsCertificateRejectedThenAccepted(Page page) throws Exception {
        page.locator("#certificateProviderPort").fill(Integer.toString(router().port()));
        page.locator("#secure").check();
        press(page, "Insert");
        assertThat(page.locator("h1")).hasText("Certificate of Branch 1");
        assertThat(page.locator(".facts")).containsText(router().identity().fingerprint());
        assertThat(page.locator(".facts")).containsText("SHA-1");
        assertThat(page.locator(".facts")).containsText("CN=127.0.0.1");
        assertThat(page.locator(".facts"))
                .containsText(router().identity()
                        .certificate()
                        .getSerialNumber()
                        .toString(16)
                        .toUpperCase(Locale.ROOT));
        Chromium.picture(page, "srst-accept-en");
        inJapanese(page, "/security/srst/show?name=Branch%201", "srst-form-ja");
        press(page, "Update SRST Certificate");
        press(page, "Reject");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Rejected. No certificate is accepted");

        press(page, "Update SRST Certificate");
        press(page, "Accept");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The certificate is accepted.");
        awaitTrusted(page, true);
    }

    private static void inJapanese(Page page, String path, String picture) {
        page.locator("[name=to][value=ja]").click();
        page.navigate(path);
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        Chromium.picture(page, picture);
        page.locator("[name=to][value=en]").click();
        page.navigate(path);
    }

    private static void theDevicePoolGetsItAndThePhoneAfterItsReset(Page page, LabPhone phone) {
        page.navigate("/security/srst");
        var pool = page.getByLabel("SRST reference of Default", new Page.GetByLabelOptions().setExact(true));
        pool.selectOption("*");
        press(page, "Save Default");
        assertThat(pool).hasValue("*");
        pool.selectOption("Branch 1");
        press(page, "Save Default");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Reset the dependent devices");
        assertThat(pool).hasValue("Branch 1");
        assertThat(page.locator("tbody tr").first()).containsText("accepted");
        Chromium.picture(page, "srst-en");
        inJapanese(page, "/security/srst", "srst-ja");

        page.getByRole(AriaRole.LINK, named("Branch 1")).click();
        assertThat(page.locator("main")).containsText("Device pools: Default. Phones: 1.");
        resets(page, phone);
        phone.awaits("the gateway's certificate", _ -> phone.phone().wouldTrySecureSrst());
    }

    private static void resets(Page page, LabPhone phone) {
        long before = registrations(phone);
        press(page, "Reset Devices");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Phones told to reset: 1.");
        phone.awaits("to be registered once more", _ -> registrations(phone) > before)
                .isRegistered();
    }

    private static long registrations(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message().getClass().getSimpleName().equals("RegisterAck"))
                .count();
    }

    private static void savingDoesNotFetchButTheCheckFindsAnotherCertificate(Page page, LabPhone phone)
            throws Exception {
        var first = router().identity().fingerprint();
        router().shows(GatewayIdentity.selfSigned("127.0.0.1"));
        int visitors = router().visitors();
        page.locator("#port").fill("2002");
        press(page, "Update");
        assertThat(page.locator(".facts")).containsText(first);
        assertThat(router().visitors()).isEqualTo(visitors);

        page.navigate("/security/srst");
        press(page, "Check all certificates");
        Locator row = page.locator("tbody tr").first();
        assertThat(row).containsText("changed at the gateway");
        page.navigate("/security/posture");
        assertThat(page.locator(".notice").first()).containsText("SRST Branch 1");
        Chromium.picture(page, "srst-posture-en");
        page.getByRole(AriaRole.LINK, named("SRST Branch 1")).click();
        assertThat(page.locator(".facts")).containsText(first);
        press(page, "Update SRST Certificate");
        assertThat(page.locator(".facts").first())
                .containsText(router().identity().fingerprint());
        assertThat(page.locator(".facts").last()).containsText(first);
        Chromium.picture(page, "srst-changed-en");
        press(page, "Accept");
        assertThat(page.locator(".facts")).containsText(router().identity().fingerprint());
        resets(page, phone);
        assertThat(phone.phone().config().orElseThrow().srst().orElseThrow().certificate())
                .contains(router().identity().certificate());
    }

    private static void theCommandsSeeTheSame() throws Exception {
        assertThat(srst("list").out())
                .contains("Branch 1")
                .contains("127.0.0.1:2002")
                .contains("secure");
        assertThat(srst("show", "Branch 1").out())
                .contains(router().identity().fingerprint())
                .contains("Device pools: Default. Phones: 1.");
        assertThat(srst("show", "Branch 2").err()).contains("There is no SRST reference called Branch 2");
        assertThat(srst("certificate", "fetch", "Branch 1").out())
                .contains(router().identity().fingerprint());
        var wrong = srst("certificate", "accept", "Branch 1", "--fingerprint=" + "00:".repeat(31) + "00");
        assertThat(wrong.code()).isOne();
        assertThat(wrong.err()).contains("shows another certificate");
        var right = srst(
                "certificate",
                "accept",
                "Branch 1",
                "--fingerprint=" + router().identity().fingerprint());
        assertThat(right.code()).as(right.err()).isZero();
    }

    private static void securityIsTakenBack(Page page, LabPhone phone) {
        page.navigate("/security/srst/show?name=Branch%201");
        page.locator("#secure").uncheck();
        press(page, "Update");
        assertThat(page.locator("main")).containsText("Disable the credentials service on the gateway");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Update SRST Certificate")))
                .hasCount(0);
        Chromium.picture(page, "srst-not-secure-en");
        resets(page, phone);
        var told = phone.phone().config().orElseThrow().srst().orElseThrow();
        assertThat(told.secure()).isFalse();
        assertThat(told.certificate()).isEmpty();
    }

    private static void theReferenceIsDeletedOnceNothingUsesIt(Page page) {
        page.getByRole(AriaRole.LINK, named("Delete")).click();
        assertThat(page.locator("main")).containsText("It is used by these device pools: Default.");
        page.navigate("/security/srst");
        page.getByLabel("SRST reference of Default", new Page.GetByLabelOptions().setExact(true))
                .selectOption("");
        press(page, "Save Default");
        page.getByRole(AriaRole.LINK, named("Branch 1")).click();
        page.getByRole(AriaRole.LINK, named("Delete")).click();
        press(page, "Delete");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Deleted: Branch 1.");
        awaitTrusted(page, false);
    }

    /** The store of trusted gateways follows the configuration a moment later. */
    private static void awaitTrusted(Page page, boolean there) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        do {
            page.navigate("/certificates");
        } while (page.locator("main").textContent().contains("SRST-trust/") != there && System.nanoTime() < deadline);
        assertThat(page.locator("main").textContent().contains("SRST-trust/"))
                .as("a trusted gateway on the page of certificates")
                .isEqualTo(there);
    }
}
