package org.keyline.lab.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/** Starts calls of a mix of plots at a steady rate for a time, and waits until the last one is over. */
final class CallRun implements CallTeam.Results {
    private static final long DRAIN_SECONDS = 15;

    private final LinkedBlockingQueue<CallTeam> free = new LinkedBlockingQueue<>();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final ConcurrentMap<CallPlot, LongAdder> byPlot = new ConcurrentSkipListMap<>();
    private final CallPlot.Mix mix;
    private final CallTimes times;
    private int started;
    private int withoutTeam;

    CallRun(CallPlot.Mix mix, CallTimes times) {
        this.mix = mix;
        this.times = times;
    }

    /** Makes the calls; returns when all are over. */
    Map<String, Object> run(List<CallTeam> teams, double callsPerSecond, long seconds) throws InterruptedException {
        long total = (long) (callsPerSecond * seconds);
        return run(teams, callsPerSecond, made -> made < total);
    }

    /** Makes calls as long as {@code more} says so of the number made; returns when all are over. */
    Map<String, Object> run(List<CallTeam> teams, double callsPerSecond, LongPredicate more)
            throws InterruptedException {
        free.addAll(teams);
        pace(callsPerSecond, more);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
        while (running.get() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return report();
    }

    private void pace(double callsPerSecond, LongPredicate more) {
        long begin = System.nanoTime();
        long interval = (long) (1e9 / callsPerSecond);
        for (long i = 0; more.test(i); i++) {
            long due = begin + i * interval;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            startOne();
        }
    }

    private void startOne() {
        var team = free.poll();
        if (team == null) {
            withoutTeam++;
            return;
        }
        var plot = mix.of(started++);
        running.incrementAndGet();
        team.loop().execute(() -> team.call(plot));
    }

    private Map<String, Object> report() {
        var report = new LinkedHashMap<String, Object>();
        report.put("started", started);
        report.put("completed", completed.get());
        report.put("completedByPlot", counts());
        report.put("failed", failed.get());
        report.put("unfinished", running.get());
        report.put("notStartedForWantOfFreePhones", withoutTeam);
        synchronized (reasons) {
            report.put("failures", new TreeMap<>(reasons));
        }
        report.put("offHookToDialTone", times.dialTone().summary());
        report.put("offHookToRinging", times.ring().summary());
        report.put("answerToMedia", times.media().summary());
        return report;
    }

    private Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        byPlot.forEach((plot, count) -> counts.put(plot.toString(), count.sum()));
        return counts;
    }

    /** Whether every call that was due was made and came to its end. */
    boolean isFaultless() {
        return failed.get() == 0 && running.get() == 0 && withoutTeam == 0;
    }

    int completed() {
        return completed.get();
    }

    @Override
    public void completed(CallTeam team, CallPlot plot) {
        completed.incrementAndGet();
        byPlot.computeIfAbsent(plot, _ -> new LongAdder()).increment();
        running.decrementAndGet();
        free.add(team);
    }

    /** A team whose call failed rests a second before it is used again. */
    @Override
    public void failed(CallTeam team, CallPlot plot, String reason) {
        failed.incrementAndGet();
        running.decrementAndGet();
        synchronized (reasons) {
            reasons.merge(plot + ": " + reason, 1, Integer::sum);
        }
        var _ = team.loop().schedule(() -> free.add(team), 1, TimeUnit.SECONDS);
    }
}
