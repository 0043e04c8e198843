package org.keyline.config.certificates;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jdbi.v3.core.Handle;
import org.keyline.config.database.ConfigDatabase;

/** The certificates phones are known to have: at most one LSC and one MIC for each device. */
public final class PhoneCertificates {
    private static final int LARGEST = 16_384;
    private static final String COLUMNS =
            "SELECT device, certificate_kind, der, sha256, sha1, md5, serial_number, subject, issuer, not_after,"
                    + " recorded_at FROM phone_certificates";

    private final ConfigDatabase database;
    private final Clock clock;

    public PhoneCertificates(ConfigDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Describes a certificate.
     *
     * @throws IllegalArgumentException if the bytes are no X.509 certificate of at most 16 KiB
     */
    public PhoneCertificate describe(String device, PhoneCertificate.Kind kind, byte[] der) {
        if (der.length > LARGEST) {
            throw new IllegalArgumentException("A certificate of " + der.length + " bytes is too large");
        }
        try {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return new PhoneCertificate(
                    device,
                    kind,
                    new Der(der),
                    fingerprint("SHA-256", der),
                    fingerprint("SHA-1", der),
                    fingerprint("MD5", der),
                    certificate.getSerialNumber().toString(16).toLowerCase(Locale.ROOT),
                    certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
                    certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
                    certificate.getNotAfter().toInstant(),
                    Instant.ofEpochMilli(clock.millis()));
        } catch (CertificateException notOne) {
            throw new IllegalArgumentException("The bytes are not an X.509 certificate", notOne);
        }
    }

    private static String fingerprint(String algorithm, byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(der));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Records a certificate in place of the device's earlier one of the same kind. */
    public PhoneCertificate record(String device, PhoneCertificate.Kind kind, byte[] der) {
        var certificate = describe(device, kind, der);
        database.write(handle -> {
            record(handle, certificate);
            return certificate;
        });
        return certificate;
    }

    static void record(Handle handle, PhoneCertificate certificate) {
        remove(handle, certificate.device(), certificate.kind());
        handle.execute(
                "INSERT INTO phone_certificates (device, certificate_kind, der, sha256, sha1, md5, serial_number, subject, issuer,"
                        + " not_after, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                certificate.device(),
                certificate.kind().name(),
                certificate.der().bytes(),
                certificate.sha256(),
                certificate.sha1(),
                certificate.md5(),
                certificate.serialNumber(),
                certificate.subject(),
                certificate.issuer(),
                certificate.notAfter().toEpochMilli(),
                certificate.recorded().toEpochMilli());
    }

    /** Forgets a device's certificate of this kind; false if there was none. */
    public boolean remove(String device, PhoneCertificate.Kind kind) {
        return database.write(handle -> remove(handle, device, kind)) > 0;
    }

    static int remove(Handle handle, String device, PhoneCertificate.Kind kind) {
        return handle.execute(
                "DELETE FROM phone_certificates WHERE device = ? AND certificate_kind = ?", device, kind.name());
    }

    /** The device's certificate of this kind. */
    public Optional<PhoneCertificate> find(String device, PhoneCertificate.Kind kind) {
        return database.read(handle -> handle.createQuery(COLUMNS + " WHERE device = ? AND certificate_kind = ?")
                .bind(0, device)
                .bind(1, kind.name())
                .map((row, _) -> certificate(row))
                .findOne());
    }

    /** Every certificate of the device. */
    public List<PhoneCertificate> of(String device) {
        return database.read(handle -> handle.createQuery(COLUMNS + " WHERE device = ? ORDER BY certificate_kind")
                .bind(0, device)
                .map((row, _) -> certificate(row))
                .list());
    }

    /** Every certificate, sorted by device. */
    public List<PhoneCertificate> list() {
        return database.read(handle -> handle.createQuery(COLUMNS + " ORDER BY device, certificate_kind")
                .map((row, _) -> certificate(row))
                .list());
    }

    /** The certificate with this SHA-256 fingerprint, in lower-case hexadecimal. */
    public Optional<PhoneCertificate> withFingerprint(String sha256) {
        return database.read(handle -> handle.createQuery(COLUMNS + " WHERE sha256 = ? ORDER BY device")
                .bind(0, sha256)
                .map((row, _) -> certificate(row))
                .findFirst());
    }

    private static PhoneCertificate certificate(ResultSet row) throws SQLException {
        return new PhoneCertificate(
                row.getString(1),
                PhoneCertificate.Kind.valueOf(row.getString(2)),
                new Der(row.getBytes(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Instant.ofEpochMilli(row.getLong(10)),
                Instant.ofEpochMilli(row.getLong(11)));
    }
}
