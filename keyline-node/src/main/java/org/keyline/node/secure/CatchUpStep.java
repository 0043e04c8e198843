package org.keyline.node.secure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.keyline.ctl.PendingWork;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.node.Patience;

/**
 * Services and phones work by what was changed: restarts and resets as the matrix W2 asks for them, done at once.
 *
 * @param id the step
 * @param needs what comes before
 */
record CatchUpStep(String id, List<String> needs) implements Step {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(90), Duration.ofMillis(200));

    @Override
    public Seen look(Surroundings here) throws IOException {
        var login = here.login();
        if (login.isEmpty()) {
            return Seen.needsYou("unseen");
        }
        try {
            var work = here.cluster(login.get()).publisher().pendingWork();
            return work.isNone() ? Seen.done("none") : seen(work);
        } catch (ProviderException unreachable) {
            return Seen.needsYou("unreachable", unreachable.detail());
        }
    }

    private static Seen seen(PendingWork work) {
        return Seen.toDo(
                "pending",
                work.services().isEmpty() ? "–" : String.join(", ", work.services()),
                work.devices().size());
    }

    @Override
    public void mend(Surroundings here, Talk talk) throws Cancelled, ProviderException, IOException {
        if (talk.confirms("restart.confirm")) {
            run(here);
        }
    }

    /** Restarts and resets everything that needs it, and waits until all of it is done. */
    static void run(Surroundings here) throws ProviderException, IOException {
        var login = here.login();
        if (login.isEmpty()) {
            return;
        }
        var publisher = here.cluster(login.get()).publisher();
        var work = publisher.pendingWork();
        if (!work.isNone()) {
            publisher.catchUp();
            await(here, login.get());
            awaitBack(here, login.get(), Set.copyOf(work.devices()));
        }
    }

    /** The CTL Provider may be among what is restarted: each look asks for the cluster anew. */
    private static void await(Surroundings here, ServerLogin login) throws ProviderException, IOException {
        PATIENCE.<ProviderException, IOException>await(
                () -> here.cluster(login).publisher().pendingWork().isNone());
    }

    /** A phone is away while it starts; what comes next looks at those that are back. */
    private static void awaitBack(Surroundings here, ServerLogin login, Set<String> devices) throws IOException {
        var view = here.view();
        if (view.isPresent()) {
            PATIENCE.await(() -> view.get().unregistered(login).stream().noneMatch(devices::contains));
        }
    }
}
