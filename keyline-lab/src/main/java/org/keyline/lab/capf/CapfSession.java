package org.keyline.lab.capf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;

/** One session with the CAPF server, from its first question to the end; the phone only answers. */
final class CapfSession {
    private static final int VERSION = 3;
    private static final int SUCCESS = 1;
    private static final int FAILURE = 7;

    private final String deviceName;
    private final CapfAuthentication authentication;
    private final Flash flash;
    private final CapfManners manners;
    private final KeyOrder.Maker keys;
    private final List<CapfCommand> commands = new ArrayList<>();
    private @Nullable KeyPair madeKey;
    private @Nullable CapfMessage keyOrder;

    CapfSession(
            String deviceName,
            CapfAuthentication authentication,
            Flash flash,
            CapfManners manners,
            KeyOrder.Maker keys) {
        this.keys = keys;
        this.deviceName = deviceName;
        this.authentication = authentication;
        this.flash = flash;
        this.manners = manners;
    }

    CapfOutcome run(InputStream in, OutputStream out) throws IOException, CapfTrouble, GeneralSecurityException {
        while (true) {
            var request = CapfMessage.read(in);
            if (request.command() == CapfCommand.END_SESSION) {
                return new CapfOutcome.Ended(request.number(CapfTag.REASON).orElse(0), List.copyOf(commands));
            }
            commands.add(request.command());
            for (var answer : answers(request)) {
                out.write(answer.encode());
                out.flush();
            }
        }
    }

    private List<CapfMessage> answers(CapfMessage request) throws CapfTrouble, GeneralSecurityException {
        return switch (request.command()) {
            case AUTH_REQ -> List.of(authenticate(request));
            case KEYGEN_REQ -> generate(request);
            case ENCRYPT_REQ -> List.of(sign(request));
            case STORE_CERT_REQ -> List.of(store(request));
            case FETCH_CERT_REQ -> List.of(show(request));
            case DELETE_CERT_REQ -> List.of(delete(request));
            case RETRY_LATER -> throw new CapfTrouble("the server asked to come back later");
            case AUTH_RES,
                    KEYGEN_RES,
                    ENCRYPT_RES,
                    STORE_CERT_RES,
                    FETCH_CERT_RES,
                    DELETE_CERT_RES,
                    END_SESSION,
                    REQUEST_IN_PROGRESS -> throw new CapfTrouble(request.command() + " is not for a phone");
        };
    }

    private CapfMessage authenticate(CapfMessage request) throws GeneralSecurityException {
        var answer = answer(request, CapfCommand.AUTH_RES)
                .with(CapfTag.REASON, SUCCESS)
                .with(CapfTag.VERSION, Math.min(VERSION, manners.version()))
                .with(CapfTag.DEVICE_NAME, Octets.of(deviceName + "\0"));
        if (authentication instanceof CapfAuthentication.ByString(String digits)) {
            return answer.with(CapfTag.PASSWORD, Octets.of(digits + "\0"));
        }
        var identity = authentication.identity(flash);
        return identity.isPresent() ? signed(answer, identity.get()) : answer;
    }

    private CapfMessage signed(CapfMessage answer, PhoneIdentity identity) throws GeneralSecurityException {
        boolean mic = flash.mic().filter(identity::equals).isPresent();
        var field = CertificateField.of(identity.certificate(), mic ? CertificateField.MIC : CertificateField.LSC);
        var proved = answer.with(CapfTag.CERTIFICATE, field)
                .with(CapfTag.SIGNED_DATA, ProofOfIdentity.sha1(deviceName, identity));
        return canSignSha512(identity)
                ? proved.with(CapfTag.SHA2_SIGNED_DATA, ProofOfIdentity.sha512(deviceName, identity))
                : proved;
    }

    /**
     * A 512-bit RSA key has no room for a SHA-512 digest and its padding, and old firmware does not know element 20.
     */
    private boolean canSignSha512(PhoneIdentity identity) {
        return manners.version() >= VERSION
                && !(identity.certificate().getPublicKey() instanceof java.security.interfaces.RSAKey key
                        && key.getModulus().bitLength() < 1024);
    }

    private List<CapfMessage> generate(CapfMessage request) throws CapfTrouble, GeneralSecurityException {
        var answers = new ArrayList<CapfMessage>();
        flash.report("LSC: key generation");
        manners.thinking().run();
        for (int i = 0; i < manners.progressReports(); i++) {
            answers.add(answer(request, CapfCommand.REQUEST_IN_PROGRESS));
        }
        if (manners.failsToGenerate()) {
            answers.add(answer(request, CapfCommand.KEYGEN_RES).with(CapfTag.REASON, FAILURE));
            return answers;
        }
        var key = keys.make(KeyOrder.read(request));
        keyOrder = request;
        madeKey = key;
        answers.add(answer(request, CapfCommand.KEYGEN_RES)
                .with(CapfTag.PUBLIC_KEY, Octets.of(key.getPublic().getEncoded())));
        return answers;
    }

    /** Signs with the key just made: RSA pads the block it was given, a curve signs the digest it was given. */
    private CapfMessage sign(CapfMessage request) throws CapfTrouble, GeneralSecurityException {
        var answer = answer(request, CapfCommand.ENCRYPT_RES);
        var block = request.element(CapfTag.SIGNED_DATA).orElseThrow(() -> new CapfTrouble("nothing to sign"));
        var key = madeKey;
        return switch (manners.signing()) {
            case SIGNS -> {
                if (key == null) {
                    throw new CapfTrouble("a signature is asked for before a key");
                }
                yield signature(answer, key, block);
            }
            case SIGNS_WRONGLY ->
                signature(answer, KeyOrder.read(lastOrder(request)).make(), block);
            case REFUSES -> answer.with(CapfTag.REASON, FAILURE);
            case HANGS_UP -> throw new CapfTrouble("this firmware does not know ENCRYPT_REQ");
        };
    }

    private CapfMessage lastOrder(CapfMessage request) throws CapfTrouble {
        var order = keyOrder;
        if (order == null) {
            throw new CapfTrouble("a signature is asked for before a key in session " + request.session());
        }
        return order;
    }

    private static CapfMessage signature(CapfMessage answer, KeyPair key, Octets block)
            throws GeneralSecurityException {
        var algorithm = key.getPrivate().getAlgorithm().equals("RSA") ? "NONEwithRSA" : "NONEwithECDSA";
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key.getPrivate());
        signature.update(block.toArray());
        return answer.with(CapfTag.REASON, SUCCESS).with(CapfTag.SIGNED_DATA, Octets.of(signature.sign()));
    }

    private CapfMessage store(CapfMessage request) throws CapfTrouble {
        var field = request.element(CapfTag.CERTIFICATE).orElseThrow(() -> new CapfTrouble("no certificate to store"));
        var certificate = CertificateField.certificate(field);
        var key = madeKey;
        boolean fits = key != null && key.getPublic().equals(certificate.getPublicKey());
        if (key != null && fits) {
            flash.storeLsc(new PhoneIdentity(key.getPrivate(), certificate));
            flash.report("LSC: success");
        }
        return answer(request, CapfCommand.STORE_CERT_RES).with(CapfTag.REASON, fits ? SUCCESS : FAILURE);
    }

    /** Shows the certificate asked for; without a wish the LSC. */
    private CapfMessage show(CapfMessage request) {
        int kind = request.number(CapfTag.CERTIFICATE_TYPE).orElse(CertificateField.LSC);
        var wanted = kind == CertificateField.MIC ? flash.mic() : flash.lsc();
        var answer = answer(request, CapfCommand.FETCH_CERT_RES);
        return wanted.map(identity -> answer.with(CapfTag.REASON, SUCCESS)
                        .with(CapfTag.CERTIFICATE, CertificateField.of(identity.certificate(), kind)))
                .orElseGet(() -> answer.with(CapfTag.REASON, FAILURE));
    }

    private CapfMessage delete(CapfMessage request) {
        boolean had = flash.lsc().isPresent();
        flash.deleteLsc();
        return answer(request, CapfCommand.DELETE_CERT_RES).with(CapfTag.REASON, had ? SUCCESS : FAILURE);
    }

    private static CapfMessage answer(CapfMessage request, CapfCommand command) {
        return CapfMessage.of(command, request.session());
    }
}
