package org.keyline.sccp.command;

import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.NotifyPriority;

/**
 * What a phone is told when its user keeps calls from others with the same line: the lamp of its button, and a notice.
 */
final class PrivacyFlow {
    private PrivacyFlow() {}

    static void show(StationCommand.ShowPrivacy command, StationPanel panel) {
        panel.features(ButtonType.FEATURE, command.active() ? 1 : 0);
        if (command.active()) {
            panel.announce(DisplayText.label(Label.PRIVATE), NotifyPriority.PRIVACY);
        } else {
            panel.clearAnnouncement(NotifyPriority.PRIVACY);
        }
    }
}
