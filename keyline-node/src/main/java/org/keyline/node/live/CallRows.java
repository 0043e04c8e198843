package org.keyline.node.live;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyline.model.media.AudioCodec;
import org.keyline.processing.view.CallView;
import org.keyline.processing.view.EndedCall;
import org.keyline.web.live.CallRow;

/** Calls as rows of the page. */
final class CallRows {
    private static final String ENDED = "ENDED";

    private CallRows() {}

    static CallRow inProgress(CallView call) {
        return row(call, call.state().name(), call.connected(), Optional.empty());
    }

    static CallRow ended(EndedCall call) {
        return row(call.last(), ENDED, call.connected(), Optional.of(call.ended()));
    }

    private static CallRow row(CallView call, String state, Optional<Instant> connected, Optional<Instant> ended) {
        return new CallRow(
                call.call(),
                name(call.calling()),
                called(call),
                state,
                call.security(),
                call.codec().map(AudioCodec::label),
                call.since(),
                connected,
                ended);
    }

    private static String called(CallView call) {
        return call.called().isEmpty()
                ? call.dialled()
                : call.called().stream().map(CallRows::name).collect(Collectors.joining(", "));
    }

    private static String name(CallView.End end) {
        return (end.party().number() + " " + end.party().name()).strip();
    }
}
