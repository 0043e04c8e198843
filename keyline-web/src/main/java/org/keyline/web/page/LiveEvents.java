package org.keyline.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.live.LiveSystem.Topic;

/**
 * Tells open pages what changed, at most {@value #PER_SECOND} times a second however much happens, so that a busy hour
 * costs call processing nothing.
 */
final class LiveEvents {
    private static final int PER_SECOND = 2;

    /** After as many turns without news a sign of life, sooner than a silent connection is closed. */
    private static final int HEARTBEAT = 10 * PER_SECOND;

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final Set<Topic> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-events").daemon().factory());

    private final AutoCloseable subscription;
    private int quiet;

    LiveEvents(LiveSystem system, WaitingPhones waiting) {
        waiting.onChange(() -> changed.add(Topic.WAITING));
        subscription = system.onChange(changed::add);
        var _ = clock.scheduleWithFixedDelay(this::tell, 1000, 1000 / PER_SECOND, TimeUnit.MILLISECONDS);
    }

    void register(RoutesConfig routes) {
        routes.sse("/events", client -> {
            client.keepAlive();
            client.onClose(() -> clients.remove(client));
            clients.add(client);
            client.sendComment("live");
        });
    }

    /** Ends every open stream, so that the server can stop under them. */
    void end() throws Exception {
        subscription.close();
        clock.shutdownNow();
        clients.forEach(SseClient::close);
    }

    private void tell() {
        var topics = EnumSet.noneOf(Topic.class);
        for (var topic : Topic.values()) {
            if (changed.remove(topic)) {
                topics.add(topic);
            }
        }
        if (topics.isEmpty() && ++quiet < HEARTBEAT) {
            return;
        }
        quiet = 0;
        for (var client : clients) {
            client.sendComment("live");
            topics.forEach(topic -> client.sendEvent(topic.name().toLowerCase(Locale.ROOT), "changed"));
        }
    }
}
