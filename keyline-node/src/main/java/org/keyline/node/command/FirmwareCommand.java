package org.keyline.node.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.node.NodeDirectory;
import org.keyline.tftp.firmware.FirmwareDirectory;
import org.keyline.tftp.firmware.FirmwareDirectory.Entry;
import org.keyline.tftp.firmware.FirmwareFile;
import org.keyline.tftp.firmware.FirmwareFile.Unfit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Firmware that phones fetch, looked at before it lies there. */
@Command(name = "firmware", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class FirmwareCommand {
    @Command(name = "add", mixinStandardHelpOptions = true)
    int add(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--signer", paramLabel = "FILE", descriptionKey = "keyline.firmware.signer")
                    Optional<Path> signer,
            @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "keyline.firmware.file") List<Path> files)
            throws IOException {
        var directory = new FirmwareDirectory(NodeDirectory.existing(data).files());
        var vendor = signer.isPresent() ? Optional.of(certificate(signer.get())) : Optional.<X509Certificate>empty();
        var fit = new ArrayList<FirmwareFile>();
        boolean isWhole = true;
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            try {
                var firmware = FirmwareFile.read(name, FirmwareDirectory.content(file));
                if (vendor.isPresent()) {
                    firmware.requireSignedBy(vendor.get());
                }
                fit.add(firmware);
            } catch (Unfit broken) {
                System.err.println(text(name, broken));
                isWhole = false;
            }
        }
        return isWhole ? added(directory, fit, vendor.isPresent()) : refused();
    }

    private static int refused() {
        System.err.println(CommandTexts.text("firmware.nothing"));
        return 1;
    }

    /** A load is of use as a whole only: all files are laid there, or none. */
    private static int added(FirmwareDirectory directory, List<FirmwareFile> files, boolean isVerified)
            throws IOException {
        for (var file : files) {
            directory.add(file);
            System.out.println(CommandTexts.text(
                    isVerified ? "firmware.verified" : "firmware.added", text(file), directory.path()));
        }
        files.stream()
                .map(FirmwareFile::name)
                .filter(name -> name.endsWith(".loads"))
                .forEach(name -> System.out.println(
                        CommandTexts.text("firmware.next", name.substring(0, name.length() - ".loads".length()))));
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data)
            throws IOException {
        boolean isWhole = true;
        for (var entry : new FirmwareDirectory(NodeDirectory.existing(data).files()).list()) {
            switch (entry) {
                case Entry.Fit(var file) -> System.out.println(text(file));
                case Entry.Broken(var name, var why) -> {
                    System.out.println(text(name, why));
                    isWhole = false;
                }
            }
        }
        return isWhole ? 0 : 1;
    }

    private static String text(FirmwareFile file) {
        var header = file.header();
        return CommandTexts.text(
                "firmware.line", file.name(), file.length(), header.signerName(), header.digest(), header.created());
    }

    private static String text(String name, Unfit broken) {
        return CommandTexts.text("firmware." + broken.problem(), name, broken.detail());
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (CertificateException e) {
            throw new IOException(CommandTexts.text("firmware.nocertificate", file), e);
        }
    }
}
