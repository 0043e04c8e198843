package org.keyline.lab.trust;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyline.lab.files.Octets;

/**
 * What survives a phone's reboot: its trust lists, its certificates, the messages of its status menu, and its volume.
 *
 * <p>Safe for use by the phone's boot thread, its signalling thread and a test at once.
 */
public final class Flash {
    private static final int FACTORY_VOLUME = 5;

    private Optional<TrustList> ctl = Optional.empty();
    private Optional<TrustList> itl = Optional.empty();
    private Optional<TrustList> backup = Optional.empty();
    private Optional<PhoneIdentity> lsc = Optional.empty();
    private Optional<PhoneIdentity> mic = Optional.empty();
    private List<InetSocketAddress> verifiers = List.of();
    private Optional<PendingEnrolment> enrolment = Optional.empty();
    private Optional<X509Certificate> imageSigner = Optional.empty();
    private Optional<String> load = Optional.empty();
    private Optional<InstantSource> dates = Optional.empty();
    private int volume = FACTORY_VOLUME;
    private final List<String> status = new ArrayList<>();

    /** The certificate trust list in force. */
    public synchronized Optional<TrustList> ctl() {
        return ctl;
    }

    /** The initial trust list in force. */
    public synchronized Optional<TrustList> itl() {
        return itl;
    }

    /** The list that was last replaced. */
    public synchronized Optional<TrustList> backup() {
        return backup;
    }

    /** The locally significant certificate, once CAPF has issued one. */
    public synchronized Optional<PhoneIdentity> lsc() {
        return lsc;
    }

    /** The manufacturer's certificate; a 7940 or 7960 has none. */
    public synchronized Optional<PhoneIdentity> mic() {
        return mic;
    }

    /** The certificate the phone shows to servers: its LSC, else its MIC. */
    public synchronized Optional<PhoneIdentity> identity() {
        return lsc.or(() -> mic);
    }

    /** Where trust verification is, as the last configuration file said. */
    public synchronized List<InetSocketAddress> verifiers() {
        return verifiers;
    }

    /** Notes where trust verification is. */
    public synchronized void rememberVerifiers(List<InetSocketAddress> servers) {
        verifiers = List.copyOf(servers);
    }

    /** The CAPF session that was begun and is not over. */
    public synchronized Optional<PendingEnrolment> pendingEnrolment() {
        return enrolment;
    }

    /** A CAPF session begins. */
    public synchronized void beginEnrolment(PendingEnrolment begun) {
        enrolment = Optional.of(begun);
    }

    /** The certificate operation is over. */
    public synchronized void endEnrolment() {
        enrolment = Optional.empty();
    }

    /** What Model Information says beside LSC. */
    public String lscMenu() {
        return lsc().isPresent() ? "Installed" : "Not Installed";
    }

    /** What Security Configuration says beside MIC. */
    public String micMenu() {
        return mic().isPresent() ? "Installed" : "Not Installed";
    }

    /** The lines of the status menu, oldest first. */
    public synchronized List<String> status() {
        return List.copyOf(status);
    }

    /** Adds a line to the status menu. */
    public synchronized void report(String line) {
        if (!line.isEmpty()) {
            status.add(line);
        }
    }

    /** Installs an LSC in place of the former one. */
    public synchronized void storeLsc(PhoneIdentity identity) {
        lsc = Optional.of(identity);
    }

    /** Forgets the LSC. */
    public synchronized void deleteLsc() {
        lsc = Optional.empty();
    }

    /** Puts in the certificate of the factory. */
    public synchronized void burnMic(PhoneIdentity identity) {
        mic = Optional.of(identity);
    }

    /** Puts in, at the factory, whose firmware the phone runs; it outlives everything. */
    public synchronized void burnImageSigner(X509Certificate vendor) {
        imageSigner = Optional.of(vendor);
    }

    /** Whose firmware the phone runs. */
    public synchronized Optional<X509Certificate> imageSigner() {
        return imageSigner;
    }

    /** Runs this load from the next start on. */
    public synchronized void installLoad(String name) {
        load = Optional.of(name);
    }

    /** The load that was installed since the factory. */
    public synchronized Optional<String> load() {
        return load;
    }

    /** How loud the phone rings after it was switched on, from 0 to 10. */
    public synchronized int volume() {
        return volume;
    }

    /** Keeps how loud the phone rings, from 0 to 10. */
    public synchronized void keepVolume(int steps) {
        volume = steps;
    }

    /** Settings, Security, Trust list, erase: the phone is as new to any server. */
    public synchronized void eraseTrustLists() {
        ctl = Optional.empty();
        itl = Optional.empty();
        backup = Optional.empty();
    }

    /** Settings, erase: all that was not there when the phone left the factory. */
    public synchronized void eraseSettings() {
        eraseTrustLists();
        deleteLsc();
        endEnrolment();
        verifiers = List.of();
        load = Optional.empty();
        volume = FACTORY_VOLUME;
    }

    /** From now on the dates of certificates count, by this clock; a 79xx looks at none. */
    public synchronized void checkDatesBy(InstantSource clock) {
        dates = Optional.of(clock);
    }

    /** Considers a CTL file; an empty file counts as none. */
    public ListUpdate offerCtl(Optional<Octets> file) {
        return offerCtl(file, Optional.empty());
    }

    /** Considers a CTL file whose signer somebody vouched for. */
    public synchronized ListUpdate offerCtl(Optional<Octets> file, Optional<TrustRecord> vouched) {
        return offer(file, ctl, signer -> knownSigner(signer).or(() -> vouched), list -> ctl = Optional.of(list));
    }

    /**
     * Considers an ITL file; to be called after {@link #offerCtl}, since the new CTL may vouch for it. The first ITL of
     * a phone with a CTL may also be signed by the call manager and TFTP server the CTL names: a server signs its ITL
     * itself, and a CTL has no room for a third token.
     */
    public ListUpdate offerItl(Optional<Octets> file) {
        return offerItl(file, Optional.empty());
    }

    /** Considers an ITL file whose signer somebody vouched for. */
    public synchronized ListUpdate offerItl(Optional<Octets> file, Optional<TrustRecord> vouched) {
        return offer(file, itl, signer -> itlSigner(signer).or(() -> vouched), list -> itl = Optional.of(list));
    }

    /** The signer of a CTL file that this phone would refuse because it does not know it. */
    public synchronized Optional<Signer> unknownCtlSigner(Octets file) {
        return unknownSigner(file, ctl, this::knownSigner);
    }

    /** The signer of an ITL file that this phone would refuse because it does not know it. */
    public synchronized Optional<Signer> unknownItlSigner(Octets file) {
        return unknownSigner(file, itl, this::itlSigner);
    }

    private Optional<Signer> unknownSigner(Octets file, Optional<TrustList> present, Signers signers) {
        if ((ctl.isEmpty() && itl.isEmpty())
                || present.map(TrustList::file).filter(file::equals).isPresent()) {
            return Optional.empty();
        }
        try {
            var signer = TrustList.read(file).header().signer();
            return signers.record(signer).isPresent() ? Optional.empty() : Optional.of(signer);
        } catch (MalformedFile _) {
            return Optional.empty();
        }
    }

    private Optional<TrustRecord> itlSigner(Signer signer) {
        return knownSigner(signer).or(() -> firstItlSigner(signer));
    }

    private Optional<TrustRecord> knownSigner(Signer signer) {
        return find(stored -> stored.signerRecord(signer));
    }

    private Optional<TrustRecord> firstItlSigner(Signer signer) {
        return itl.isPresent()
                ? Optional.empty()
                : find(stored -> stored.first(record ->
                        record.role() == Role.CCM_TFTP && record.identity().equals(signer)));
    }

    private ListUpdate offer(Optional<Octets> file, Optional<TrustList> present, Signers signers, Store store) {
        var content = file.filter(bytes -> !bytes.isEmpty());
        if (content.isEmpty()) {
            return ListUpdate.NOT_FOUND;
        }
        if (present.map(TrustList::file).equals(content)) {
            return ListUpdate.UNCHANGED;
        }
        var result = judge(content.get(), present, signers, store);
        report(result.statusMessage());
        return result;
    }

    private ListUpdate judge(Octets file, Optional<TrustList> present, Signers signers, Store store) {
        try {
            var list = TrustList.read(file);
            var verdict = verdict(list, signers);
            if (verdict.changed()) {
                backup = present.or(() -> backup);
                store.put(list);
            }
            return verdict;
        } catch (MalformedFile _) {
            return ListUpdate.REJECTED_MALFORMED;
        }
    }

    /** The table of the phone's replacing rules. */
    private ListUpdate verdict(TrustList list, Signers signers) {
        if (ctl.isEmpty() && itl.isEmpty()) {
            return ListUpdate.TAKEN_ON_FIRST_USE;
        }
        var known = signers.record(list.header().signer());
        if (known.isEmpty()) {
            return ListUpdate.REJECTED_UNKNOWN_SIGNER;
        }
        return list.header().isSignedBy(known.get().key(), list.file())
                ? ListUpdate.REPLACED
                : ListUpdate.REJECTED_BAD_SIGNATURE;
    }

    /** Whether either list holds that certificate with a fitting role. */
    public synchronized boolean trusts(X509Certificate certificate, Predicate<Role> role) {
        return isInTime(certificate) && lists().anyMatch(list -> list.trusts(certificate, role));
    }

    private boolean isInTime(X509Certificate certificate) {
        return dates.map(InstantSource::instant)
                .map(now -> !now.isBefore(certificate.getNotBefore().toInstant())
                        && !now.isAfter(certificate.getNotAfter().toInstant()))
                .orElse(true);
    }

    /** Whether the lists name a file signer: from then on the phone refuses unsigned files. */
    public synchronized boolean wantsSignedFiles() {
        return find(list -> list.first(record -> record.role().signsFiles())).isPresent();
    }

    /** Whether the CTL names servers: that of a non-secure cluster is empty but for its signers. */
    public synchronized boolean isOfMixedCluster() {
        return ctl.flatMap(list -> list.first(record -> record.role().signals()))
                .isPresent();
    }

    /** The record of a file signer, by serial number and issuer. */
    synchronized Optional<TrustRecord> fileSigner(Signer signer) {
        return find(list -> list.first(
                record -> record.role().signsFiles() && record.identity().equals(signer)));
    }

    /** Whether the CTL, where there is one that names servers, names this one. */
    public synchronized boolean authorizes(InetAddress server) {
        var named = ctl.stream()
                .flatMap(list -> list.records().stream())
                .filter(record -> record.role().signsFiles())
                .flatMap(record -> record.address().stream())
                .toList();
        return named.isEmpty() || named.contains(server.getHostAddress());
    }

    private Optional<TrustRecord> find(Function<TrustList, Optional<TrustRecord>> search) {
        return lists().map(search).flatMap(Optional::stream).findFirst();
    }

    private Stream<TrustList> lists() {
        return Stream.of(ctl, itl).flatMap(Optional::stream);
    }

    /** The record that vouches for a signer, if any. */
    private interface Signers {
        Optional<TrustRecord> record(Signer signer);
    }

    /** Where a list of one kind is kept. */
    private interface Store {
        void put(TrustList list);
    }
}
