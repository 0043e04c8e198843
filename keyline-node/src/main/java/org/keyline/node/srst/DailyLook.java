package org.keyline.node.srst;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a day whether gateways still show the certificates phones go by. */
public final class DailyLook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyLook.class);
    /** A node that starts has better things to do at first. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration DAY = Duration.ofDays(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gateways").daemon().factory());

    private DailyLook() {}

    /** Begins to look with {@link Gateways#check}. */
    public static DailyLook begin(Gateways gateways) {
        var daily = new DailyLook();
        var _ = daily.thread.scheduleWithFixedDelay(
                () -> look(gateways), FIRST.toSeconds(), DAY.toSeconds(), TimeUnit.SECONDS);
        return daily;
    }

    private static void look(Gateways gateways) {
        try {
            gateways.check();
        } catch (RuntimeException trouble) {
            LOG.atError().setCause(trouble).log("The certificates of gateways could not be checked");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
