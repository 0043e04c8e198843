package org.keyline.node.secure;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.Cluster;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.ctl.client.Greeting;
import org.keyline.ctl.client.KnownServers;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.secret.Secret;

/** The account by which the guide acts, and its open way to the running node's CTL Provider. */
final class SignedIn implements AutoCloseable {
    private final Surroundings here;
    private @Nullable ServerLogin login;
    private @Nullable Cluster connected;
    private boolean isGivenTried;

    SignedIn(Surroundings here) {
        this.here = here;
    }

    /** The account that has signed in; from the command line's password file, when that one is right. */
    Optional<ServerLogin> login() throws IOException {
        if (login == null && !isGivenTried) {
            isGivenTried = true;
            var password = here.given().passwords().ofAccount();
            if (password.isPresent()) {
                try {
                    signIn(here.given().account(), password.get());
                } catch (ProviderException refused) {
                    return Optional.empty();
                }
            }
        }
        return Optional.ofNullable(login);
    }

    /** Signs in to the running node's CTL Provider; from then on the account is used where one is needed. */
    void signIn(String account, Secret password) throws IOException, ProviderException {
        var running = here.running();
        if (running.isEmpty()) {
            return;
        }
        var wanted = ServerLogin.of(
                running.get().address().getHostAddress(),
                String.valueOf(here.parameter("ctlProvider.portNumber")),
                account,
                password);
        connected = open(wanted);
        login = wanted;
    }

    /** The cluster, for an account that has signed in. It stays open for all steps. */
    Cluster cluster(ServerLogin account) throws ProviderException, IOException {
        var before = connected;
        if (before != null && isAlive(before)) {
            return before;
        }
        close();
        var opened = open(account);
        connected = opened;
        return opened;
    }

    private static boolean isAlive(Cluster cluster) {
        try {
            cluster.mode();
            return true;
        } catch (ProviderException lost) {
            return false;
        }
    }

    private Cluster open(ServerLogin account) throws ProviderException, IOException {
        var own = here.certificate(CertificatePurpose.CALLMANAGER);
        try {
            return Cluster.open(account, new Greeting(KnownServers.ofUser(), (_, shown, _) -> shown.equals(own)));
        } catch (Cancelled cannotHappen) {
            throw new IllegalStateException("Nobody is asked", cannotHappen);
        }
    }

    @Override
    public void close() {
        if (connected != null) {
            connected.close();
            connected = null;
        }
    }
}
