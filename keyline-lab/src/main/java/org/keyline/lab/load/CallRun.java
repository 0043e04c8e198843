package org.keyline.lab.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/** Starts calls at a steady rate for a time, and waits until the last one is over. */
final class CallRun implements CallPair.Results {
    private static final long DRAIN_SECONDS = 15;

    private final LinkedBlockingQueue<CallPair> free = new LinkedBlockingQueue<>();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final CallTimes times;
    private int started;
    private int withoutPair;

    CallRun(CallTimes times) {
        this.times = times;
    }

    /** Makes the calls; returns when all are over. */
    Map<String, Object> run(List<CallPair> pairs, double callsPerSecond, long seconds) throws InterruptedException {
        long total = (long) (callsPerSecond * seconds);
        return run(pairs, callsPerSecond, made -> made < total);
    }

    /** Makes calls as long as {@code more} says so of the number made; returns when all are over. */
    Map<String, Object> run(List<CallPair> pairs, double callsPerSecond, LongPredicate more)
            throws InterruptedException {
        free.addAll(pairs);
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
        var pair = free.poll();
        if (pair == null) {
            withoutPair++;
            return;
        }
        started++;
        running.incrementAndGet();
        pair.loop().execute(pair::call);
    }

    private Map<String, Object> report() {
        var report = new LinkedHashMap<String, Object>();
        report.put("started", started);
        report.put("completed", completed.get());
        report.put("failed", failed.get());
        report.put("unfinished", running.get());
        report.put("notStartedForWantOfAFreePair", withoutPair);
        synchronized (reasons) {
            report.put("failures", new TreeMap<>(reasons));
        }
        report.put("offHookToDialTone", times.dialTone().summary());
        report.put("offHookToRinging", times.ring().summary());
        report.put("answerToMedia", times.media().summary());
        return report;
    }

    /** Whether every call that was due was made and came to its end. */
    boolean isFaultless() {
        return failed.get() == 0 && running.get() == 0 && withoutPair == 0;
    }

    int completed() {
        return completed.get();
    }

    @Override
    public void completed(CallPair pair) {
        completed.incrementAndGet();
        running.decrementAndGet();
        free.add(pair);
    }

    /** A pair whose call failed rests a second before it is used again. */
    @Override
    public void failed(CallPair pair, String reason) {
        failed.incrementAndGet();
        running.decrementAndGet();
        synchronized (reasons) {
            reasons.merge(reason, 1, Integer::sum);
        }
        var _ = pair.loop().schedule(() -> free.add(pair), 1, TimeUnit.SECONDS);
    }
}
