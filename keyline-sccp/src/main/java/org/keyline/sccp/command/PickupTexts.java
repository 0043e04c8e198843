package org.keyline.sccp.command;

import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.PickupCall;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.station.RegisteredStation;
import org.keyline.sccp.station.StationTraits;

/** What one phone says of a call that its user may pick up: "From 2003 to 2001", as far as it is to be told. */
final class PickupTexts {
    private final StationTraits traits;
    private final PageTexts texts;

    PickupTexts(RegisteredStation station) {
        this.traits = station.traits();
        this.texts = PageTexts.ofPickup(
                station.traits().dialect().utf8() ? station.phone().userLocale() : "");
    }

    DisplayText of(PickupCall call) {
        if (call.called().isPresent()) {
            var called = who(call.called().get());
            return DisplayText.of(call.calling()
                    .map(calling -> texts.get("both", who(calling), called))
                    .orElseGet(() -> texts.get("called", called)));
        }
        return call.calling().map(StationPanel::from).orElseGet(this::some);
    }

    private DisplayText some() {
        return traits.extendedLabels()
                ? DisplayText.label(Label.CALLS_AVAILABLE_FOR_PICKUP)
                : DisplayText.of(texts.get("some"));
    }

    private String who(Party party) {
        var known = party.number().isEmpty() ? party.name() : party.number();
        return known.isEmpty() ? texts.get("unknown") : known;
    }
}
