package org.keyline.node.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.LabPhone;

/** An administrator arranges the keys of phones. */
@Timeout(300)
class KeysSceneTest {
    private static final String MAC = "00DA7A5A57B1";
    private static final String PHONES = """
            keyline: 1
            lines: [{number: "2001"}]
            phones:
              - name: SEP%s
                model: "7962"
                lines: [{line: "2001"}]
            """.formatted(MAC);

    @TempDir
    static Path directory;

    private static @Nullable Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.fresh(directory);
        var file = Files.writeString(directory.resolve("phones.yaml"), PHONES);
        var said = NodeJava.run("config", "import", "--data=" + node().data(), file.toString());
        assertThat(said.code()).as(said.err()).isZero();
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(scene).close();
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

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void inJapanese(Page page, String path, String picture) {
        page.locator("[name=to][value=ja]").click();
        page.navigate(path);
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        Chromium.picture(page, picture);
        page.locator("[name=to][value=en]").click();
        page.navigate(path);
    }

    private static LabPhone phone() {
        return LabPhone.model("7962")
                .of("Site")
                .mac(MAC)
                .tftp(node().at(LiveNode.TFTP))
                .patience(Duration.ofSeconds(60))
                .build();
    }

    @Test
    void a_softkey_template_is_copied_ordered_by_keyboard_given_to_phones_and_deleted() throws Exception {
        try (var page = browser().signIn(node(), "en-GB");
                var phone = phone()) {
            phone.boots().showsSoftkeys("Redial", "NewCall", "CFwdAll", "PickUp", "GPickUp", "CallBack");
            page.navigate("/keys/softkeys");
            Chromium.picture(page, "softkeys-en");
            inJapanese(page, "/keys/softkeys", "softkeys-ja");

            aCopyIsMadeAndOrderedByKeyboard(page);
            phone.showsSoftkeys("Redial", "NewCall", "CFwdAll", "PickUp", "GPickUp", "CallBack");
            thePoolGetsItAndItsPhonesRestart(page, phone);
            whatIsUsedIsNotDeleted(page);
        }
    }

    private static void aCopyIsMadeAndOrderedByKeyboard(Page page) {
        page.getByLabel("Copy Standard User", new Page.GetByLabelOptions().setExact(true))
                .click();
        button(page, "Move NewCall up").focus();
        page.keyboard().press("Enter");
        assertThat(button(page, "Move NewCall up")).isDisabled();
        assertThat(button(page, "Move NewCall down")).isFocused();
        button(page, "Remove CfwdAll").click();
        assertThat(button(page, "Add CfwdAll")).isFocused();
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("name");
        assertThat(page.locator("ol.order li span").first()).hasText("NewCall");

        page.getByLabel("Name").fill("Sales");
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
        assertThat(page.locator("ol.order li span"))
                .hasText(new String[] {"NewCall", "Redial", "PickUp", "GPickUp", "CallBack"});
        button(page, "Connected").click();
        assertThat(page.locator("ol.order li span").first()).hasText("Hold");
        Chromium.picture(page, "softkeys-form-en");
        inJapanese(page, "/keys/softkeys/show?name=Sales", "softkeys-form-ja");
    }

    private static void thePoolGetsItAndItsPhonesRestart(Page page, LabPhone phone) {
        page.navigate("/keys/softkeys");
        page.getByLabel("Softkey template of Default", new Page.GetByLabelOptions().setExact(true))
                .selectOption("Sales");
        button(page, "Save the softkey template of Default").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Restart the phones");
        page.navigate("/keys/softkeys/show?name=Sales");
        button(page, "Restart Phones").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("1");
        phone.showsSoftkeys("NewCall", "Redial", "PickUp", "GPickUp", "CallBack");
    }

    private static void whatIsUsedIsNotDeleted(Page page) {
        page.navigate("/keys/softkeys/delete?name=Sales");
        button(page, "Delete").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("still used by devicePool Default");
        page.getByLabel("Softkey template of Default", new Page.GetByLabelOptions().setExact(true))
                .selectOption("");
        button(page, "Save the softkey template of Default").click();
        page.navigate("/keys/softkeys/delete?name=Sales");
        button(page, "Delete").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sales is deleted.");
        page.navigate("/keys/softkeys/show?name=Standard%20User");
        assertThat(button(page, "Save")).hasCount(0);
    }

    @Test
    void a_button_template_is_copied_changed_and_given_to_a_phone() throws Exception {
        try (var page = browser().signIn(node(), "en-GB");
                var phone = phone()) {
            phone.boots().showsButtons("2001", "");
            page.navigate("/keys/buttons");
            Chromium.picture(page, "buttons-en");
            page.getByLabel("Copy the standard template of a model").selectOption("Standard 7962");
            button(page, "Copy").click();
            page.getByLabel("Name").fill("Calls");
            page.getByLabel("Function of button 2", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("NEW_CALL");
            page.getByLabel("Label of button 2", new Page.GetByLabelOptions().setExact(true))
                    .fill("Anew");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
            Chromium.picture(page, "buttons-form-en");
            inJapanese(page, "/keys/buttons", "buttons-ja");
            inJapanese(page, "/keys/buttons/show?name=Calls", "buttons-form-ja");

            page.navigate("/phones/SEP" + MAC);
            Chromium.picture(page, "phone-keys-en");
            page.getByLabel("Phone Button Template").selectOption("Calls");
            page.getByLabel("Softkey Template").selectOption("Standard Feature");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved");
            page.navigate("/keys/buttons/show?name=Calls");
            button(page, "Restart Phones").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("1");
            phone.showsButtons("2001", "Anew");

            page.navigate("/keys/buttons/delete?name=Calls");
            button(page, "Delete").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("still used by phone");
            page.navigate("/phones/SEP" + MAC);
            page.getByLabel("Phone Button Template").selectOption("");
            page.getByLabel("Softkey Template").selectOption("");
            button(page, "Save").click();
            page.navigate("/keys/buttons/delete?name=Calls");
            button(page, "Delete").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Calls is deleted.");
        }
    }
}
