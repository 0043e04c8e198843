package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.ClientTexts;
import org.keyline.ctl.client.Cluster;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.ctl.client.Draft;
import org.keyline.ctl.client.Greeting;
import org.keyline.ctl.client.KnownServers;
import org.keyline.ctl.client.Report;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.token.TokenPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the CTL client's wizard does, by flags: for scripts. */
@Command(name = "run", mixinStandardHelpOptions = true)
public final class CtlRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", required = true, paramLabel = "HOST", descriptionKey = "keyline.ctl.server")
    private String server = "";

    @Option(names = "--port", defaultValue = "2444", descriptionKey = "keyline.ctl.port")
    private String port = "";

    @Option(names = "--user", required = true, descriptionKey = "keyline.ctl.user")
    private String user = "";

    @Option(names = "--user-password-file", descriptionKey = "keyline.ctl.userpassword")
    private Optional<Path> userPassword = Optional.empty();

    @Option(names = "--fingerprint", defaultValue = "", descriptionKey = "keyline.ctl.fingerprint")
    private String fingerprint = "";

    @Option(names = "--mode", defaultValue = "unchanged", descriptionKey = "keyline.ctl.mode")
    private String mode = "";

    @Option(names = "--sign", paramLabel = "TOKEN", descriptionKey = "keyline.ctl.sign")
    private String sign = "";

    @Option(names = "--add", paramLabel = "TOKEN", descriptionKey = "keyline.ctl.add")
    private List<String> add = List.of();

    @Option(names = "--delete", paramLabel = "SUBJECT", descriptionKey = "keyline.ctl.delete")
    private List<String> delete = List.of();

    @Option(names = "--add-tftp", paramLabel = "HOST", descriptionKey = "keyline.ctl.addtftp")
    private List<String> addTftp = List.of();

    @Option(names = "--password-file", descriptionKey = "keyline.passwordfile")
    private Optional<Path> tokenPassword = Optional.empty();

    @Option(names = "--recreate", descriptionKey = "keyline.ctl.recreate")
    private boolean recreate;

    @Option(names = "--recover", descriptionKey = "keyline.ctl.recover")
    private boolean recover;

    @Option(names = "--restart", descriptionKey = "keyline.ctl.restart")
    private boolean restart;

    private final Report report = new Report(new ClientTexts(CommandTexts.language()));

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        var choice = CtlCommand.Mode.of(mode, spec.commandLine()).choice();
        try (var password = Password.of(user, userPassword)) {
            var login = ServerLogin.of(server, port, user, password);
            var greeting = new Greeting(KnownServers.ofUser(), this::isExpected);
            try (var cluster = Cluster.open(login, greeting)) {
                if (!greeting.remember(login, cluster.publisherCertificate())) {
                    System.err.println(CtlMessage.NOT_REMEMBERED.text(CommandTexts.language()));
                }
                return work(cluster, choice, login, greeting);
            }
        } catch (ProviderException refused) {
            System.err.println(refused.text(CommandTexts.language()));
            return 1;
        } catch (Cancelled cannotHappen) {
            throw new IllegalStateException("Flags do not cancel", cannotHappen);
        }
    }

    /** A certificate that was not confirmed before must be the one named by the flag. */
    private boolean isExpected(String host, X509Certificate certificate, boolean isChanged) {
        var shown = KnownServers.fingerprint(certificate);
        if (shown.equalsIgnoreCase(fingerprint)) {
            return true;
        }
        System.err.println(CommandTexts.text("ctl.unconfirmed", host, shown));
        return false;
    }

    private int work(Cluster cluster, CtlChoice choice, ServerLogin login, Greeting greeting)
            throws ProviderException, Cancelled, IOException, GeneralSecurityException {
        if (recover) {
            var sound = cluster.soundest()
                    .orElseThrow(() -> new ProviderException(CtlMessage.NO_FILE, CommandTexts.text("ctl.nosound")));
            cluster.recoverFrom(sound);
        }
        if (sign.isEmpty()) {
            return show(cluster);
        }
        var draft = draft(cluster, choice);
        for (var token : add) {
            var place = TokenPlace.parse(token);
            draft.addToken(token, certificate(place));
        }
        for (var host : addTftp) {
            draft.addTftp(Cluster.alternate(
                    new ServerLogin(host, login.port(), login.user(), login.password()),
                    greeting,
                    draft.modeAfter(cluster.mode())));
        }
        for (var entry : delete) {
            draft.delete(entry(draft, entry));
        }
        try (var password = Password.of(sign, tokenPassword)) {
            var outcome = cluster.run(draft.request(TokenPlace.parse(sign).open(password)));
            report.lines(outcome).forEach(System.out::println);
            pending(cluster);
            return outcome instanceof CtlOutcome.Done ? 0 : 1;
        }
    }

    /** Without a signer nothing is changed: the present file is shown. */
    private int show(Cluster cluster) throws ProviderException {
        var version = cluster.publisher().ctlVersion();
        System.out.println(CommandTexts.text(
                "ctl.present", cluster.publisher().server(), cluster.mode(), version.length(), version.md5()));
        switch (cluster.present()) {
            case StoredCtl.Sound(var list) ->
                Draft.of(CtlChoice.UPDATE, cluster.servers(), list)
                        .entries()
                        .forEach(entry -> System.out.println(report.line(entry)));
            case StoredCtl.None _ -> System.out.println(CtlMessage.NO_FILE.text(CommandTexts.language()));
            case StoredCtl.Damaged(var message, var detail) ->
                System.out.println(message.text(CommandTexts.language()) + " " + detail);
        }
        pending(cluster);
        return 0;
    }

    /** What still has to be restarted and reset is told, and done where the flag says so. */
    private void pending(Cluster cluster) throws ProviderException {
        for (var server : cluster.behind()) {
            System.out.println(report.line(server.server(), server.pendingWork()));
            if (restart) {
                server.catchUp();
            }
        }
    }

    private Draft draft(Cluster cluster, CtlChoice choice) throws ProviderException {
        return switch (cluster.present()) {
            case StoredCtl.Sound(var list) -> Draft.of(choice, cluster.servers(), list);
            case StoredCtl.None _ -> Draft.anew(choice, cluster.servers(), cluster.base());
            case StoredCtl.Damaged(var message, var detail) -> {
                if (!recreate) {
                    throw new ProviderException(
                            message, detail + " — " + CtlMessage.MUST_RECREATE.text(CommandTexts.language()));
                }
                yield Draft.anew(choice, cluster.servers(), cluster.base());
            }
        };
    }

    private X509Certificate certificate(TokenPlace place) throws IOException, GeneralSecurityException {
        var seen = place.certificate();
        if (seen.isPresent()) {
            return seen.get();
        }
        try (var password = Password.of(place.toString(), tokenPassword)) {
            return place.open(password).certificate();
        }
    }

    /** A token by the subject of its certificate, an alternate TFTP server by its host name. */
    private static Draft.Entry entry(Draft draft, String named) throws ProviderException {
        return draft.entries().stream()
                .filter(entry -> switch (entry) {
                    case Draft.Entry.Token token ->
                        DistinguishedNameText.subject(token.certificate()).equals(named);
                    case Draft.Entry.Alternate alternate -> alternate.host().equals(named);
                    case Draft.Entry.Server own -> own.host().equals(named);
                })
                .findFirst()
                .orElseThrow(() -> new ProviderException(CtlMessage.SELECT_ITEM, named));
    }
}
