package org.keyline.config.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.schema.Problem;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.KeySize;

/**
 * Which keys may be chosen: none that is too short, unless the server admits old phones, and none that the phone cannot
 * make (spec CAPF-066). What was stored before these rules stays; it is refused when it is chosen again, or a
 * certificate is ordered with it.
 */
final class KeySizeRules {
    static final String FIELD = "keySize";

    private KeySizeRules() {}

    /** What a new phone of this model is set to: the service parameter, where it may be and the model can. */
    static KeySize ofNewPhone(PhoneModel model, Workspace workspace) {
        return KeySize.of(workspace.parameters("capf").text(FIELD))
                .filter(size -> model.keySizes().contains(size))
                .filter(size -> !isRefused(size, workspace))
                .orElse(KeySize.STANDARD);
    }

    /** What is wrong with the key a phone shall make. */
    static List<Problem> check(
            ConfigObject phone, Optional<ConfigObject> before, PhoneModel model, Workspace workspace) {
        var problems = new ArrayList<Problem>();
        var size = KeySize.of(phone.text(FIELD)).orElse(KeySize.STANDARD);
        var chosen = changed(phone, before, FIELD) || orders(phone, before);
        if (chosen && isRefused(size, workspace)) {
            problems.add(problem(phone, refusal(size), List.of()));
        }
        var possible = model.keySizes();
        if ((chosen || changed(phone, before, "model")) && !possible.isEmpty() && !possible.contains(size)) {
            var right = possible.stream().map(KeySize::value).collect(Collectors.joining(", "));
            problems.add(problem(phone, "problem.modelKeySize", List.of(model.name(), right)));
        }
        return problems;
    }

    /** What is wrong with the key for new phones. */
    static List<Problem> check(ConfigObject parameters, Optional<ConfigObject> before, Workspace workspace) {
        var size = KeySize.of(parameters.text(FIELD)).orElse(KeySize.STANDARD);
        return changed(parameters, before, FIELD) && isRefused(size, workspace)
                ? List.of(problem(parameters, refusal(size), List.of()))
                : List.of();
    }

    /** Whether a phone is still set to a key that may not be chosen any more. */
    static boolean isLeftOver(ConfigObject phone, Workspace workspace) {
        return KeySize.of(phone.text(FIELD))
                .filter(size -> isRefused(size, workspace))
                .isPresent();
    }

    private static boolean isRefused(KeySize size, Workspace workspace) {
        return size.needsLegacyServer() && !workspace.admitsLegacyPhones();
    }

    private static String refusal(KeySize size) {
        return size.isShort() ? "problem.shortKey" : "problem.p521";
    }

    private static boolean orders(ConfigObject phone, Optional<ConfigObject> before) {
        return phone.text("certificateOperation").equals(CertificateOperation.INSTALL_UPGRADE.name())
                && changed(phone, before, "certificateOperation");
    }

    private static boolean changed(ConfigObject object, Optional<ConfigObject> before, String field) {
        return before.filter(was -> was.text(field).equals(object.text(field))).isEmpty();
    }

    private static Problem problem(ConfigObject object, String message, List<String> arguments) {
        return new Problem(object.kind().name(), object.key(), FIELD, object.text(FIELD), message, arguments);
    }
}
