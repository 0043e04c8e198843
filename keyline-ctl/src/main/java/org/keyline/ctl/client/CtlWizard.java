package org.keyline.ctl.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Dialogue.Cancelled;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.trustlist.TrustList;

/**
 * The CTL client's pages one after the other: the server, what to do, the tokens, CTL Entries, the signature, the
 * result (chapter 3 of the specification, W9 to W12).
 */
public final class CtlWizard {
    private final Dialogue dialogue;
    private final ClientTexts texts;
    private final KnownServers known;
    private final TokenDesk tokens;
    private final Report report;

    /** A wizard that talks over {@code dialogue}. */
    public CtlWizard(Dialogue dialogue, ClientTexts texts, KnownServers known) {
        this.dialogue = dialogue;
        this.texts = texts;
        this.known = known;
        this.tokens = new TokenDesk(dialogue, texts);
        this.report = new Report(texts);
    }

    /** Goes through the pages; whether a CTL file was created. */
    public boolean run() {
        if (!Memory.isEnough()) {
            dialogue.say(CtlMessage.NO_MEMORY.told(texts.locale(), ""));
            return false;
        }
        try {
            return conversation();
        } catch (OutOfMemoryError pageTooLarge) {
            dialogue.say(CtlMessage.NO_DIALOG.told(texts.locale(), ""));
        } catch (RuntimeException bug) {
            ClientLog.beside(known.file()).add(bug);
            dialogue.say(CtlMessage.UNKNOWN.told(texts.locale(), String.valueOf(bug.getMessage())));
        }
        return false;
    }

    private boolean conversation() {
        while (true) {
            try {
                return pages();
            } catch (Cancelled cancelled) {
                if (isLeaving()) {
                    return false;
                }
            } catch (ProviderException trouble) {
                dialogue.say(trouble.text(texts.locale()));
                return false;
            }
        }
    }

    /** From here on a question mark explains this page. */
    private void page(String name) {
        dialogue.help(Optional.of(texts.text("help." + name)));
    }

    private boolean isLeaving() {
        try {
            return dialogue.confirm(texts.text(CtlMessage.CONFIRM_EXIT));
        } catch (Cancelled again) {
            return true;
        }
    }

    private boolean pages() throws Cancelled, ProviderException {
        dialogue.say(texts.text("title", Version.CLIENT));
        page("server");
        try (var cluster = serverPage()) {
            dialogue.say(texts.text("mode.present", texts.text("mode." + cluster.mode())));
            var present = repaired(cluster);
            var choice = choicePage(present, cluster);
            return switch (present) {
                case StoredCtl.Sound(var list) -> update(cluster, choice, list);
                case StoredCtl.None _, StoredCtl.Damaged _ -> create(cluster, choice);
            };
        }
    }

    private Cluster serverPage() throws Cancelled {
        var last = known.last();
        while (true) {
            try {
                var host = dialogue.ask(
                        texts.text("server.host"),
                        last.map(KnownServers.Known::host).orElse(""));
                var port = dialogue.ask(
                        texts.text("server.port"),
                        String.valueOf(last.map(KnownServers.Known::port).orElse(ServerLogin.USUAL_PORT)));
                var login = login(host, port, last.map(KnownServers.Known::user).orElse(""));
                var cluster = Cluster.open(login, greeting());
                if (!greeting().remember(login, cluster.publisherCertificate())) {
                    dialogue.say(texts.text(CtlMessage.NOT_REMEMBERED));
                }
                return cluster;
            } catch (ProviderException refused) {
                dialogue.say(refused.text(texts.locale()));
            }
        }
    }

    private ServerLogin login(String host, String port, String lastUser) throws Cancelled, ProviderException {
        ServerLogin.requireHost(host);
        ServerLogin.port(port);
        var user = dialogue.ask(texts.text("server.user"), lastUser);
        return ServerLogin.of(host, port, user, dialogue.secret(texts.text("server.password")));
    }

    private Greeting greeting() {
        return new Greeting(known, (host, certificate, isChanged) -> {
            if (isChanged) {
                dialogue.say(texts.text("fingerprint.changed", host));
            }
            return dialogue.confirm(texts.text("fingerprint", host, KnownServers.fingerprint(certificate)));
        });
    }

    /** A damaged file is told, and taken from another server that has a sound one if the administrator wants. */
    private StoredCtl repaired(Cluster cluster) throws Cancelled, ProviderException {
        var present = cluster.present();
        switch (present) {
            case StoredCtl.Damaged(var message, var detail) -> {
                dialogue.say(message.told(texts.locale(), detail));
                var sound = cluster.soundest();
                if (sound.isPresent()
                        && dialogue.confirm(texts.text("recover", sound.get().server()))) {
                    cluster.recoverFrom(sound.get());
                    return cluster.present();
                }
                dialogue.say(texts.text(CtlMessage.MUST_RECREATE));
            }
            case StoredCtl.None _ -> {
                if (cluster.mode() == ClusterSecurityMode.MIXED) {
                    dialogue.say(CtlMessage.NO_FILE_TO_BEGIN_WITH.told(texts.locale(), ""));
                }
            }
            case StoredCtl.Sound _ -> {}
        }
        return present;
    }

    private CtlChoice choicePage(StoredCtl present, Cluster cluster) throws Cancelled, ProviderException {
        page("choice");
        var options = new ArrayList<>(List.of(CtlChoice.MIXED_MODE, CtlChoice.NON_SECURE_MODE));
        if (mayBeUpdated(present)) {
            options.add(CtlChoice.UPDATE);
        } else if (present instanceof StoredCtl.None) {
            dialogue.say(texts.text(CtlMessage.NO_FILE));
        }
        var labels = options.stream()
                .map(choice -> texts.text("choice." + choice.name()))
                .toList();
        var chosen = options.get(
                dialogue.choose(texts.text("choice", cluster.publisher().server()), labels));
        return chosen;
    }

    /** A file that only lacks its tokens keeps its mode when they are added (CTL9-25). */
    private static boolean mayBeUpdated(StoredCtl present) {
        return switch (present) {
            case StoredCtl.Sound _ -> true;
            case StoredCtl.Damaged(var message, var _) -> message == CtlMessage.NO_TOKENS;
            case StoredCtl.None _ -> false;
        };
    }

    private boolean create(Cluster cluster, CtlChoice choice) throws Cancelled, ProviderException {
        var draft = Draft.anew(choice, cluster.servers(), cluster.base());
        var inserted = new ArrayList<TokenDesk.Inserted>();
        page("token");
        addToken(draft, inserted, CtlMessage.INSERT_TOKEN);
        entriesPage(cluster.mode(), draft, inserted);
        var names = inserted.stream().map(token -> token.place().toString()).toList();
        var signer = inserted.get(dialogue.choose(texts.text("signer"), names));
        return finish(cluster, draft, signer);
    }

    private boolean update(Cluster cluster, CtlChoice choice, TrustList list) throws Cancelled, ProviderException {
        var draft = Draft.of(choice, cluster.servers(), list);
        page("token");
        var signer = tokens.insert(CtlMessage.INSERT_TOKEN);
        while (!draft.maySign(signer.certificate())) {
            dialogue.say(texts.text(CtlMessage.TOKEN_CANNOT_SIGN));
            signer = tokens.insert(CtlMessage.INSERT_ANOTHER_TOKEN);
        }
        entriesPage(cluster.mode(), draft, new ArrayList<>());
        return finish(cluster, draft, signer);
    }

    /** CTL Entries: Add Tokens, Add TFTP Server, Delete Selected, Finish. */
    private void entriesPage(ClusterSecurityMode present, Draft draft, List<TokenDesk.Inserted> inserted)
            throws Cancelled {
        while (true) {
            page("entries");
            dialogue.say(texts.text("entries"));
            draft.entries().forEach(entry -> dialogue.say("  " + report.line(entry)));
            var buttons = List.of("button.tokens", "button.tftp", "button.delete", "button.finish").stream()
                    .map(key -> texts.text(key))
                    .toList();
            switch (dialogue.choose(texts.text("entries.next"), buttons)) {
                case 0 -> addToken(draft, inserted, CtlMessage.INSERT_ANOTHER_TOKEN);
                case 1 -> addTftp(draft, present);
                case 2 -> delete(draft, inserted);
                default -> {
                    var obstacle = draft.obstacle();
                    if (obstacle.isEmpty()) {
                        return;
                    }
                    dialogue.say(texts.text(obstacle.get()));
                }
            }
        }
    }

    private void addToken(Draft draft, List<TokenDesk.Inserted> inserted, CtlMessage prompt) throws Cancelled {
        var token = tokens.insert(prompt);
        try {
            draft.addToken(token.place().toString(), token.certificate());
            inserted.add(token);
        } catch (ProviderException refused) {
            dialogue.say(refused.text(texts.locale()));
        }
    }

    private void addTftp(Draft draft, ClusterSecurityMode present) throws Cancelled {
        try {
            var host = dialogue.ask(texts.text("server.host"), "");
            var port = dialogue.ask(texts.text("server.port"), String.valueOf(ServerLogin.USUAL_PORT));
            var login = login(host, port, "");
            draft.addTftp(Cluster.alternate(login, greeting(), draft.modeAfter(present)));
        } catch (ProviderException refused) {
            dialogue.say(refused.text(texts.locale()));
        }
    }

    private void delete(Draft draft, List<TokenDesk.Inserted> inserted) throws Cancelled {
        var entries = draft.entries();
        var lines = new ArrayList<>(entries.stream().map(report::line).toList());
        lines.add(texts.text("none"));
        var selected = dialogue.choose(texts.text("delete"), lines);
        if (selected >= entries.size()) {
            dialogue.say(texts.text(CtlMessage.SELECT_ITEM));
            return;
        }
        try {
            var entry = entries.get(selected);
            if (entry instanceof Draft.Entry.Server || dialogue.confirm(texts.text(CtlMessage.CONFIRM_DELETE))) {
                draft.delete(entry);
                inserted.removeIf(token -> entry instanceof Draft.Entry.Token deleted
                        && deleted.certificate().equals(token.certificate()));
            }
        } catch (ProviderException refused) {
            dialogue.say(texts.text(refused.reason()));
        }
    }

    /** What has to be restarted and reset, as one confirmed action. */
    private void catchUp(Cluster cluster) throws Cancelled, ProviderException {
        for (var server : cluster.behind()) {
            dialogue.say(report.line(server.server(), server.pendingWork()));
            if (dialogue.confirm(texts.text("pending.confirm"))) {
                server.catchUp();
            }
        }
    }

    private boolean finish(Cluster cluster, Draft draft, TokenDesk.Inserted signer)
            throws Cancelled, ProviderException {
        var entered = draft;
        page("sign");
        while (true) {
            var outcome = cluster.run(entered.request(tokens.open(signer.place())));
            report.lines(outcome).forEach(dialogue::say);
            if (outcome instanceof CtlOutcome.Done) {
                catchUp(cluster);
                dialogue.say(texts.text("tokens.away"));
                return true;
            }
            if (!(outcome instanceof CtlOutcome.Refused refused) || !isInTheWay(refused)) {
                return false;
            }
            entered = again(cluster, entered);
        }
    }

    /** Another client was faster; nothing is wrong with what was entered. */
    private static boolean isInTheWay(CtlOutcome.Refused refused) {
        return refused.message() == CtlMessage.BUSY || refused.message() == CtlMessage.CHANGED_MEANWHILE;
    }

    /** What was entered stays; it is shown again on top of the newest file (CTL3-50). */
    private Draft again(Cluster cluster, Draft entered) throws Cancelled, ProviderException {
        if (!dialogue.confirm(texts.text("again"))) {
            throw new Cancelled();
        }
        var draft = cluster.present() instanceof StoredCtl.Sound(var newest) ? entered.onto(newest) : entered;
        entriesPage(cluster.mode(), draft, new ArrayList<>());
        return draft;
    }
}
