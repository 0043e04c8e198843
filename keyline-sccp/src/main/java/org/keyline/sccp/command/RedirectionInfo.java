package org.keyline.sccp.command;

import org.keyline.callcontrol.station.CallParties;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.Redirection;
import org.keyline.sccp.codec.field.RedirectReason;

/**
 * How a call came to a phone, as CallInfo says it; of a call that came straight the called party is the original one.
 */
record RedirectionInfo(Party original, RedirectReason originalReason, Party last, RedirectReason lastReason) {
    private static final Party NOBODY = new Party("", "");

    static RedirectionInfo of(CallParties parties) {
        return parties.redirection()
                .map(RedirectionInfo::of)
                .orElseGet(
                        () -> new RedirectionInfo(parties.called(), RedirectReason.NONE, NOBODY, RedirectReason.NONE));
    }

    private static RedirectionInfo of(Redirection way) {
        return new RedirectionInfo(
                way.original(),
                RedirectReason.of(way.originalReason().value()),
                way.last(),
                RedirectReason.of(way.lastReason().value()));
    }
}
