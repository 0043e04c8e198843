package org.keyline.trust.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.trustlist.CtlFile;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListRecord;
import org.keyline.trust.trustlist.TrustListVariant;
import org.keyline.trust.workbench.OpenSsl;
import org.keyline.trust.workbench.TestAuthority;

/** A CTL file as a token signs it, and {@code openssl}'s opinion of it. */
final class SignedCtl {
    private static final int SIGNATURE = 0x0c;
    private static final int HEADER_OF_ELEMENT = 3;

    private SignedCtl() {}

    /** Has the token sign a CTL file, takes the signature out of it by hand and lets openssl check it. */
    static void openSslVerifies(SecurityToken token, Path directory) throws Exception {
        var server = new ServerName("ccm1", (Inet4Address) InetAddress.ofLiteral("192.0.2.1"));
        var list = CtlFile.build(
                List.of(token.certificate()),
                List.of(TrustListRecord.full(
                        Role.CCM_TFTP, TestAuthority.authority("CN=ccm1").certificate(), server)),
                token,
                TrustListVariant.OLD_PHONES,
                Instant.now());
        var file = list.bytes();
        var start = startOfSignature(file);
        var length = ByteBuffer.wrap(file).getShort(start + 1);
        var end = start + HEADER_OF_ELEMENT + length;
        var signed = new ByteArrayOutputStream();
        signed.write(file, 0, start);
        signed.write(file, end, file.length - end);
        var certificate = Files.write(directory.resolve("token.der"), Certificates.der(token.certificate()));
        var key = directory.resolve("token.pem");
        OpenSsl.text("x509", "-inform", "DER", "-in", certificate, "-pubkey", "-noout", "-out", key);
        var content = Files.write(directory.resolve("signed"), signed.toByteArray());
        var signature =
                Files.write(directory.resolve("signature"), Arrays.copyOfRange(file, start + HEADER_OF_ELEMENT, end));

        assertThat(OpenSsl.text("dgst", "-sha1", "-verify", key, "-signature", signature, content))
                .contains("Verified OK");
    }

    /** Walks the header's elements, as the sheet describes them. */
    private static int startOfSignature(byte[] file) {
        var at = 0;
        while (file[at] != SIGNATURE) {
            at += HEADER_OF_ELEMENT
                    + (isContainer(file[at]) ? 0 : ByteBuffer.wrap(file).getShort(at + 1));
        }
        return at;
    }

    /** Signer info, signature info and algorithm info: what they count stands in elements of its own. */
    private static boolean isContainer(byte tag) {
        return tag == 0x03 || tag == 0x07 || tag == 0x09;
    }
}
