package org.keyline.web.page;

import java.time.Instant;
import java.util.Optional;

/** A waiting phone as the page shows it. */
public record WaitingRow(
        String device, Optional<String> model, String address, String via, Instant lastSeen, int knocks) {}
