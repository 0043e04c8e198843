package org.keyline.callcontrol.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.Forwards;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.VoiceMail;
import org.keyline.model.media.HoldSources;

/** The lines of an office. Who changes something of one leaves the rest as it is. */
final class LineBook {
    private final List<Line> lines = new ArrayList<>();

    List<Line> all() {
        return lines;
    }

    /** The line of a button, unless another button has it. */
    void add(LineAppearance button, String alertingName) {
        if (lines.stream().noneMatch(line -> line.key().equals(button.key()))) {
            lines.add(new Line(button.number(), button.partition(), "", alertingName, Optional.empty()));
        }
    }

    /** A line without a phone. */
    void add(String number) {
        lines.add(new Line(new DirectoryNumber(number), "", "", "", Optional.empty()));
    }

    void clear() {
        lines.clear();
    }

    void joins(String number, String pickupGroup) {
        change(number, line -> with(line, Optional.of(pickupGroup), line.forwards(), line.voiceMail(), line.hold()));
    }

    void forwards(String number, ForwardReason reason, String to) {
        forwards(number, before -> {
            var targets = new HashMap<>(before.targets());
            targets.put(reason, new Forward(to, Optional.empty()));
            return new Forwards(targets, Optional.empty());
        });
    }

    void forwards(String number, UnaryOperator<Forwards> change) {
        change(
                number,
                line -> with(line, line.pickupGroup(), change.apply(line.forwards()), line.voiceMail(), line.hold()));
    }

    void voiceMail(String number, UnaryOperator<VoiceMail> change) {
        change(
                number,
                line -> with(line, line.pickupGroup(), line.forwards(), change.apply(line.voiceMail()), line.hold()));
    }

    void holds(String number, HoldSources sources) {
        change(number, line -> with(line, line.pickupGroup(), line.forwards(), line.voiceMail(), sources));
    }

    private void change(String number, UnaryOperator<Line> change) {
        lines.replaceAll(line -> line.number().digits().equals(number) ? change.apply(line) : line);
    }

    private static Line with(
            Line line, Optional<String> pickupGroup, Forwards forwards, VoiceMail voiceMail, HoldSources hold) {
        return new Line(
                line.number(),
                line.partition(),
                line.description(),
                line.alertingName(),
                line.callingSearchSpace(),
                pickupGroup,
                forwards,
                voiceMail,
                hold);
    }
}
