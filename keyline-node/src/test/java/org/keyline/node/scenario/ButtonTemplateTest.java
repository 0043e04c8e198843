package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.phone.AddOnModule;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.message.ServerConfiguration;

/** Phones have the buttons that the administrator gave them, their own and those of their modules. */
class ButtonTemplateTest {
    private static final String DIALS = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> "{digits: \"20%02d\", label: Number %d}".formatted(number, number))
            .collect(Collectors.joining(", ", "speedDials: [", "]"));

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    phoneButtonTemplates:
                      - name: Mixed
                        model: "7962"
                        buttons:
                          - {function: LINE}
                          - {function: BLF_SPEED_DIAL}
                          - {function: SPEED_DIAL}
                          - {function: NONE}
                          - {function: VIDEO_MODE}
                          - {function: NEW_CALL, label: Anew}
                    """)
            .with(
                    Desk.of("alice", "2051", "2052")
                            .with(
                                    "buttonTemplate: Mixed",
                                    "speedDials: [{digits: \"2002\", label: Bob}, {digits: \"2002\", label: Watched,"
                                            + " watches: \"2002\"}]"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003")
                            .with("modules: [{module: CISCO_7914}]", "softkeyTemplate: Standard Feature", DIALS),
                    Desk.of("dora", "2004")
                            .model("7975")
                            .with("modules: [{module: CISCO_7915_24}, {module: CISCO_7915_24}]", DIALS),
                    Desk.of("emil", "2005")
                            .model("7960")
                            .with("speedDials: [{digits: \"2002\", label: Watched, watches: \"2002\"}]"));

    @Test
    void buttons_stand_where_the_template_puts_them_and_those_without_function_show_nothing() {
        var alice = SITE.boots("alice").showsButtons("2051", "Watched", "Bob", "", "", "Anew");
        var bob = SITE.boots("bob");

        assertThat(types(alice))
                .containsExactly(
                        ButtonType.LINE,
                        ButtonType.BLF_SPEED_DIAL,
                        ButtonType.SPEED_DIAL,
                        ButtonType.UNDEFINED,
                        ButtonType.UNDEFINED,
                        ButtonType.NEW_CALL);
        alice.pressesButtonAt(2);
        bob.rings().answers().hears(alice).hangsUp().isIdle();
        alice.isIdle().pressesButtonAt(3);
        bob.rings().answers().hears(alice).hangsUp().isIdle();
        alice.isIdle().pressesButtonAt(6).hearsDialTone().presses("EndCall").isIdle();
    }

    @Test
    void the_buttons_of_a_module_follow_the_phones_own() {
        var bob = SITE.boots("bob");
        var carol = SITE.owns(SITE.phone("carol")
                .like(profile -> profile.beside(AddOnModule.CISCO_7914))
                .build()
                .boots());

        assertThat(types(carol))
                .as("one number more than buttons, to be dialled by its index")
                .hasSize(21);
        carol.showsButtons("2003", "Number 1", "Number 2");
        carol.pressesButtonAt(20).hearsReorder().presses("EndCall").isIdle();
        carol.pressesButtonAt(3);
        bob.rings();
        carol.presses("EndCall").isIdle();
        assertThat(file("carol"))
                .contains("<addOnModule idx=\"1\">", "<deviceType>7914</deviceType>", "<deviceLine>14</deviceLine>");
    }

    @Test
    void two_large_modules_give_fifty_six_buttons() {
        var dora = SITE.owns(SITE.phone("dora")
                .like(profile -> profile.beside(AddOnModule.CISCO_7915_24, AddOnModule.CISCO_7915_24))
                .build()
                .boots());

        assertThat(types(dora)).hasSize(56).startsWith(ButtonType.LINE, ButtonType.SPEED_DIAL);
        assertThat(types(dora).subList(21, 56)).containsOnly(ButtonType.UNDEFINED);
    }

    @Test
    void a_phone_without_busy_lamps_has_a_plain_speed_dial_instead() {
        var emil = SITE.boots("emil").showsButtons("2005", "Watched");

        assertThat(types(emil)).startsWith(ButtonType.LINE, ButtonType.SPEED_DIAL);
    }

    @Test
    void a_changed_template_reaches_a_phone_when_it_restarts() {
        var bob = SITE.boots("bob");
        SITE.imports("""
                keyline: 1
                phoneButtonTemplates:
                  - {name: Call keys, model: "7962", buttons: [{function: LINE}, {function: NEW_CALL, label: New}]}
                """);
        SITE.sets("bob", "buttonTemplate: Call keys");

        SITE.resets(bob, "bob", Reset.Kind.RESTART);

        bob.showsButtons("2002", "New");
    }

    @Test
    void a_number_without_a_button_is_dialled_by_its_index_before_or_after_the_key() {
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");

        carol.presses("Abbrdial").pressesDigits("02");
        bob.rings().answers().hears(carol).hangsUp().isIdle();
        carol.isIdle().presses("NewCall").pressesDigits("2").presses("Abbrdial");
        bob.rings().answers().hears(carol).hangsUp().isIdle();
        carol.isIdle().presses("Abbrdial").pressesDigits("99").isIdle();
    }

    private static List<ButtonType> types(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message() instanceof ServerConfiguration.ButtonTemplate)
                .map(said -> (ServerConfiguration.ButtonTemplate) said.message())
                .reduce((_, last) -> last)
                .orElseThrow()
                .buttons()
                .stream()
                .map(ServerConfiguration.ButtonTemplate.Button::type)
                .toList();
    }

    private static String file(String person) {
        var answer = new TftpClient(SITE.tftp()).fetch(Desk.device(person) + ".cnf.xml");
        assertThat(answer).isInstanceOf(FileAnswer.Found.class);
        return answer instanceof FileAnswer.Found(var content) ? content.text() : "";
    }
}
