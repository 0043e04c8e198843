package org.keyline.tftp.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyline.model.device.DeviceName;

/** What a phone asks for, read from a name. Names are case-sensitive. */
sealed interface FileRequest {
    Pattern DEVICE = Pattern.compile(
            "(CTL|ITL)?(SEP[0-9A-F]{12})(\\.tlv|\\.cnf\\.xml|\\.cnf\\.xml\\.sgn|\\.cnf\\.xml\\.enc\\.sgn)");
    String SIGNED = ".sgn";

    /** How the content is wrapped. */
    enum Form {
        PLAIN,
        SIGNED,
        ENCRYPTED
    }

    /** {@code SEP<MAC>.cnf.xml} in one of its forms. */
    record Configuration(DeviceName device, Form form) implements FileRequest {}

    /** The CTL file, under its common name or a device's. */
    record CertificateTrustList() implements FileRequest {}

    /** The ITL file, under its common name or a device's. */
    record InitialTrustList(Optional<DeviceName> device) implements FileRequest {}

    /** {@code XMLDefault.cnf.xml}. */
    record Default(Form form) implements FileRequest {}

    /** Anything else; {@code name} is the content's name without {@code .sgn}. */
    record Shared(String name, Form form) implements FileRequest {}

    /** Reads a clean name. */
    static FileRequest of(String name) {
        var device = DEVICE.matcher(name);
        if (device.matches()) {
            return ofDevice(device, name);
        }
        return switch (name) {
            case "CTLFile.tlv" -> new CertificateTrustList();
            case "ITLFile.tlv" -> new InitialTrustList(Optional.empty());
            case "XMLDefault.cnf.xml" -> new Default(Form.PLAIN);
            case "XMLDefault.cnf.xml.sgn" -> new Default(Form.SIGNED);
            default -> shared(name);
        };
    }

    private static FileRequest ofDevice(Matcher matcher, String name) {
        var device = new DeviceName(matcher.group(2));
        var isList = matcher.group(3).equals(".tlv");
        var prefix = Optional.ofNullable(matcher.group(1));
        if (isList != prefix.isPresent()) {
            return shared(name);
        }
        return prefix.<FileRequest>map(list ->
                        list.equals("CTL") ? new CertificateTrustList() : new InitialTrustList(Optional.of(device)))
                .orElseGet(() -> new Configuration(device, form(matcher.group(3))));
    }

    private static Form form(String suffix) {
        return switch (suffix) {
            case ".cnf.xml.sgn" -> Form.SIGNED;
            case ".cnf.xml.enc.sgn" -> Form.ENCRYPTED;
            default -> Form.PLAIN;
        };
    }

    private static Shared shared(String name) {
        return name.endsWith(SIGNED)
                ? new Shared(name.substring(0, name.length() - SIGNED.length()), Form.SIGNED)
                : new Shared(name, Form.PLAIN);
    }
}
