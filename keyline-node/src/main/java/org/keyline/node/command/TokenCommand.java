package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.TokenException;
import org.keyline.trust.token.TokenPassword;
import org.keyline.trust.token.TokenPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Security tokens that sign the CTL file. */
@Command(name = "token", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand {
    private static final String ORGANISATION = "Keyline";

    @Command(name = "init", mixinStandardHelpOptions = true)
    int init(
            @Parameters(paramLabel = "TOKEN", descriptionKey = "keyline.token.place") String text,
            @Option(names = "--name", descriptionKey = "keyline.token.name") Optional<String> name,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        var place = TokenPlace.parse(text);
        try (var chosen = password(place, passwordFile)) {
            var delivered = chosen.length() == 0 && place instanceof TokenPlace.SoftwareFile;
            try (var password = delivered ? TokenPassword.delivered() : chosen.copy()) {
                var token = place.create(password, name.orElseGet(TokenCommand::newName), ORGANISATION);
                System.out.println(CommandTexts.text("token.made", place, subject(token.certificate())));
            }
            if (delivered) {
                System.out.println(CommandTexts.text("token.delivered", place));
            }
        }
        return 0;
    }

    /** Two tokens of a cluster must be told apart in every list. */
    private static String newName() {
        return "SAST-" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    }

    /** A module's password was set when the token was initialised; a file's is chosen now. */
    private static Secret password(TokenPlace place, Optional<Path> passwordFile) throws IOException {
        return place instanceof TokenPlace.Slot
                ? Password.of(place.toString(), passwordFile)
                : Password.choose(place.toString(), passwordFile);
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "TOKEN", arity = "0..*", descriptionKey = "keyline.token.place")
                    List<String> texts,
            @Option(names = "--module", descriptionKey = "keyline.token.module") List<Path> modules)
            throws IOException, GeneralSecurityException {
        var places = new ArrayList<TokenPlace>();
        for (var text : Optional.ofNullable(texts).orElse(List.of())) {
            places.add(TokenPlace.parse(text));
        }
        for (var module : Optional.ofNullable(modules).orElse(List.of())) {
            places.addAll(TokenPlace.slots(module));
        }
        for (var place : places) {
            var who = place.certificate().map(TokenCommand::subject);
            System.out.println(place + "  " + who.orElse(CommandTexts.text("token.closed")));
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "TOKEN", descriptionKey = "keyline.token.place") String text,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        var place = TokenPlace.parse(text);
        var seen = place.certificate();
        var certificate = seen.isPresent() ? seen.get() : opened(place, passwordFile);
        System.out.println(CommandTexts.text("token.show.subject", subject(certificate)));
        System.out.println(CommandTexts.text(
                "token.show.serial", certificate.getSerialNumber().toString(16)));
        System.out.println(CommandTexts.text(
                "token.show.issued", certificate.getNotBefore().toInstant()));
        System.out.println(CommandTexts.text(
                "token.show.expires", certificate.getNotAfter().toInstant()));
        var print = Certificates.digest("SHA-256", Certificates.der(certificate));
        System.out.println(CommandTexts.text(
                "token.show.fingerprint",
                HexFormat.ofDelimiter(":").withUpperCase().formatHex(print)));
        place.attemptsLeft().ifPresent(TokenCommand::showAttempts);
        return 0;
    }

    private static void showAttempts(int left) {
        System.out.println(
                left == 0 ? CommandTexts.text("token.show.locked") : CommandTexts.text("token.show.attempts", left));
    }

    private static X509Certificate opened(TokenPlace place, Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        try (var password = Password.of(place.toString(), passwordFile)) {
            return place.open(password).certificate();
        }
    }

    @Command(name = "passwd", mixinStandardHelpOptions = true)
    int passwd(
            @Parameters(paramLabel = "TOKEN", descriptionKey = "keyline.token.place") String text,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile,
            @Option(names = "--new-password-file", descriptionKey = "keyline.token.newpasswordfile")
                    Optional<Path> newPasswordFile,
            @Option(names = "--tips", descriptionKey = "keyline.token.tips") boolean tips)
            throws IOException, GeneralSecurityException {
        if (tips) {
            showTips();
            return 0;
        }
        return change(TokenPlace.parse(text), passwordFile, newPasswordFile);
    }

    private static int change(TokenPlace place, Optional<Path> passwordFile, Optional<Path> newPasswordFile)
            throws IOException, GeneralSecurityException {
        try (var present = Password.of(place.toString(), passwordFile);
                var replacement = Password.choose(CommandTexts.text("token.new", place), newPasswordFile)) {
            place.changePassword(present, replacement);
            System.out.println(CommandTexts.text("token.changed", place));
            return 0;
        } catch (TokenException refused) {
            // What a token in a module takes is its own matter, and said by the refusal.
            if (refused.reason() == TokenException.Reason.UNFIT_PASSWORD && place instanceof TokenPlace.SoftwareFile) {
                System.err.println(Trouble.text(refused));
                showTips();
                return 1;
            }
            throw refused;
        }
    }

    private static void showTips() {
        System.out.println(CommandTexts.text("token.tips", TokenPassword.SHORTEST, TokenPassword.LONGEST));
    }

    private static String subject(X509Certificate certificate) {
        return DistinguishedNameText.subject(certificate);
    }
}
