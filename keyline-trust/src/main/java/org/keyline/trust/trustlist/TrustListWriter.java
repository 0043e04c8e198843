package org.keyline.trust.trustlist;

import java.io.ByteArrayOutputStream;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.tlv.FormatVersion;
import org.keyline.trust.tlv.HeaderDraft;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.tlv.TlvWriter;

/**
 * Writes and signs trust lists.
 *
 * @param kind CTL or ITL
 * @param variant which phones it is for
 */
public record TrustListWriter(TrustListKind kind, TrustListVariant variant) {
    /** The most records in a list. */
    public static final int MOST_RECORDS = 100;

    private static final int LENGTH_ELEMENT = 5;
    private static final int LONGEST_RECORD = 0xffff;
    private static final int OLD_PHONES_MOST_RSA_BITS = 2048;

    /**
     * The list of {@code records}, signed by {@code signer}.
     *
     * @param created should be later than that of the list it replaces
     * @throws SigningException when the signer cannot sign
     * @throws UnfitTrustListException when phones would refuse the list: too many records, too long, a key that the
     *     variant does not know, or a signer without a SAST record
     */
    public TrustList write(List<TrustListRecord> records, Signer signer, Instant created)
            throws SigningException, UnfitTrustListException {
        check(records, signer);
        var content = new ByteArrayOutputStream();
        for (var record : records) {
            content.writeBytes(encode(record));
        }
        var draft = new HeaderDraft(
                FormatVersion.V1_2,
                variant.signerVersion(),
                variant.digest(),
                kind.fileName(),
                created,
                Optional.empty());
        var file = draft.sign(signer, content.toByteArray());
        if (file.length > kind.mostBytes()) {
            throw new UnfitTrustListException(
                    UnfitTrustListException.Reason.TOO_LONG,
                    "The list has " + file.length + " bytes; phones accept at most " + kind.mostBytes());
        }
        return readBack(file);
    }

    private void check(List<TrustListRecord> records, Signer signer) throws UnfitTrustListException {
        if (records.size() > MOST_RECORDS) {
            throw new UnfitTrustListException(
                    UnfitTrustListException.Reason.TOO_MANY_RECORDS,
                    "The list has " + records.size() + " records; at most " + MOST_RECORDS + " are allowed");
        }
        if (records.stream()
                .noneMatch(record -> record.role().equals(Role.SAST) && record.isFor(signer.certificate()))) {
            throw new UnfitTrustListException(
                    UnfitTrustListException.Reason.SIGNER_MISSING, "The signer of the list has no record in it");
        }
        for (var record : records) {
            checkRecord(record);
        }
    }

    private void checkRecord(TrustListRecord record) throws UnfitTrustListException {
        if (!record.role().isKnown()) {
            throw new UnfitTrustListException(
                    UnfitTrustListException.Reason.UNKNOWN_ROLE,
                    "Role " + record.role().number() + " is never written");
        }
        if (!hasFittingKey(record)) {
            throw new UnfitTrustListException(
                    UnfitTrustListException.Reason.UNFIT_KEY,
                    "The key of " + record.subjectName() + " (" + record.role() + ") is not one that " + variant
                            + " accept");
        }
    }

    private boolean hasFittingKey(TrustListRecord record) throws UnfitTrustListException {
        try {
            return record.x509()
                    .map(certificate -> certificate.getPublicKey() instanceof RSAPublicKey rsa
                            ? variant == TrustListVariant.NEW_PHONES
                                    || rsa.getModulus().bitLength() <= OLD_PHONES_MOST_RSA_BITS
                            : variant == TrustListVariant.NEW_PHONES
                                    && !record.role().equals(Role.SAST))
                    .orElse(true);
        } catch (MalformedFileException e) {
            throw new UnfitTrustListException(UnfitTrustListException.Reason.UNFIT_KEY, String.valueOf(e.getMessage()));
        }
    }

    /** All elements of a record in ascending order, as the vendor writes them. */
    static byte[] encode(TrustListRecord record) throws UnfitTrustListException {
        var fields = new TlvWriter();
        record.dnsName().ifPresent(name -> fields.text(RecordTag.DNS_NAME, name));
        fields.text(RecordTag.SUBJECT_NAME, record.subjectName())
                .u16(RecordTag.ROLE, record.role().number())
                .text(RecordTag.ISSUER_NAME, record.issuerName())
                .octets(RecordTag.SERIAL_NUMBER, record.serial().bytes());
        record.publicKey().map(Octets::bytes).ifPresent(key -> fields.octets(RecordTag.PUBLIC_KEY, key));
        record.signature().map(Octets::bytes).ifPresent(bits -> fields.octets(RecordTag.SIGNATURE, bits));
        record.certificate().map(Octets::bytes).ifPresent(der -> fields.octets(RecordTag.CERTIFICATE, der));
        record.address().ifPresent(address -> fields.octets(RecordTag.ADDRESS, address.getAddress()));
        record.certificateDigest()
                .map(Octets::bytes)
                .ifPresent(digest -> fields.octets(RecordTag.DIGEST, digest).u8(RecordTag.DIGEST_TYPE, RecordTag.SHA1));
        var length = LENGTH_ELEMENT + fields.size();
        if (length > LONGEST_RECORD) {
            throw new UnfitTrustListException(
                    UnfitTrustListException.Reason.TOO_LONG, "The record of " + record.subjectName() + " is too long");
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(new TlvWriter().u16(RecordTag.LENGTH, length).toByteArray());
        whole.writeBytes(fields.toByteArray());
        return whole.toByteArray();
    }

    private static TrustList readBack(byte[] file) {
        try {
            return TrustListReader.read(file);
        } catch (MalformedFileException e) {
            throw new IllegalStateException("A trust list just written cannot be read", e);
        }
    }
}
