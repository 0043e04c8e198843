package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.node.NodeDirectory;
import org.keyline.node.NodeInventory;
import org.keyline.node.backup.Backup;
import org.keyline.node.backup.BackupFile;
import org.keyline.node.backup.Manifest;
import org.keyline.node.backup.Restore;
import org.keyline.node.backup.RestoreWish;
import org.keyline.node.backup.Scope;
import org.keyline.trust.token.TokenPlace;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Backups of a node, made, looked at and restored (spec BR-01 to BR-16). */
@Command(name = "backup", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class BackupCommand {
    @CommandLine.Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "create", mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--to", paramLabel = "FILE", descriptionKey = "keyline.backup.to") Optional<Path> target,
            @Option(names = "--without-firmware", descriptionKey = "keyline.backup.withoutfirmware")
                    boolean withoutFirmware,
            @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keyline.backup.passphrasefile")
                    Optional<Path> passphraseFile,
            @Option(names = "--json", descriptionKey = "keyline.backup.json") boolean json)
            throws IOException {
        var directory = NodeDirectory.existing(data);
        try (var configuration = Configuration.open(directory.path());
                var passphrase = Password.chooseForBackup(passphraseFile)) {
            var node = NodeInventory.name(directory);
            var backup = new Backup(directory.path(), node, configuration, Clock.systemUTC());
            var made = backup.make(
                    new Backup.Wish(target, !withoutFirmware), passphrase, Percent.shown("backup.making", json));
            var report = new BackupReport(made.file(), made.manifest());
            System.out.println(json ? report.json() : report.made());
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.backup.file") Path file,
            @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keyline.backup.passphrasefile")
                    Optional<Path> passphraseFile,
            @Option(names = "--json", descriptionKey = "keyline.backup.json") boolean json)
            throws IOException {
        try (var backup = open(file, passphraseFile)) {
            var report = new BackupReport(file, backup.manifest());
            System.out.println(json ? report.json() : report.text());
        }
        return 0;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.backup.file") Path file,
            @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keyline.backup.passphrasefile")
                    Optional<Path> passphraseFile,
            @Option(names = "--json", descriptionKey = "keyline.backup.json") boolean json)
            throws IOException {
        try (var backup = open(file, passphraseFile)) {
            backup.verify(Percent.shown("backup.reading", json));
            var report = new BackupReport(file, backup.manifest());
            System.out.println(json ? report.json() : report.whole());
        }
        return 0;
    }

    private static BackupFile open(Path file, Optional<Path> passphraseFile) throws IOException {
        try (var passphrase = Password.ofBackup(file, passphraseFile)) {
            return BackupFile.open(file, passphrase);
        }
    }

    /** Either of both, or neither. */
    static final class Part {
        @Option(names = "--data-only", descriptionKey = "keyline.backup.dataonly")
        private boolean dataOnly;

        @Option(names = "--new-identity", descriptionKey = "keyline.backup.newidentity")
        private boolean newIdentity;

        Scope scope() {
            return dataOnly ? Scope.DATA_ONLY : newIdentity ? Scope.NEW_IDENTITY : Scope.WHOLE;
        }
    }

    /** What is said of tokens. */
    static final class Tokens {
        @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "keyline.backup.token")
        private List<String> places = List.of();

        @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "keyline.passwordfile")
        private Optional<Path> passwordFile = Optional.empty();

        @Option(names = "--without-tokens", descriptionKey = "keyline.backup.withouttokens")
        private boolean none;

        private List<X509Certificate> certificates() throws IOException, GeneralSecurityException {
            var shown = new ArrayList<X509Certificate>();
            for (var text : places) {
                var place = TokenPlace.parse(text);
                var seen = place.certificate();
                shown.add(seen.isPresent() ? seen.get() : opened(place));
            }
            return shown;
        }

        /** A token in hardware shows its certificate after its password only. */
        private X509Certificate opened(TokenPlace place) throws IOException, GeneralSecurityException {
            try (var password = Password.of(place.toString(), passwordFile)) {
                return place.open(password).certificate();
            }
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true)
    int restore(
            @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "keyline.backup.file")
                    Optional<Path> file,
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--undo", descriptionKey = "keyline.backup.undo") boolean undo,
            @ArgGroup(exclusive = true, multiplicity = "0..1") Part part,
            @Option(names = "--whole-cluster", descriptionKey = "keyline.backup.wholecluster") boolean wholeCluster,
            @ArgGroup(exclusive = false, multiplicity = "0..1") Tokens tokens,
            @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keyline.backup.passphrasefile")
                    Optional<Path> passphraseFile)
            throws IOException, GeneralSecurityException {
        if (undo == file.isPresent()) {
            throw new ParameterException(spec.commandLine(), CommandTexts.text("backup.fileorundo"));
        }
        var scope = Optional.ofNullable(part).map(Part::scope).orElse(Scope.WHOLE);
        var shown = Optional.ofNullable(tokens).orElseGet(Tokens::new);
        var wish = new RestoreWish(scope, wholeCluster, shown.certificates(), shown.none);
        var directory = NodeDirectory.make(data);
        var isFresh = !directory.isNode();
        try (var _ = directory.lock()) {
            return undo ? undo(directory) : restore(directory, file.orElseThrow(), passphraseFile, wish);
        } catch (IOException | RuntimeException failed) {
            if (isFresh) {
                directory.abandon();
            }
            throw failed;
        }
    }

    private static int undo(NodeDirectory directory) throws IOException {
        new Restore(directory.path()).undo();
        System.out.println(CommandTexts.text("backup.undone", directory.path()));
        return 0;
    }

    private static int restore(NodeDirectory directory, Path file, Optional<Path> passphraseFile, RestoreWish wish)
            throws IOException {
        Manifest manifest;
        try (var backup = open(file, passphraseFile)) {
            manifest = backup.manifest();
            new Restore(directory.path()).from(backup, wish, Percent.shown("backup.restoring", false));
        }
        System.out.println(new BackupReport(file, manifest).restored(directory.path(), wish));
        return 0;
    }
}
