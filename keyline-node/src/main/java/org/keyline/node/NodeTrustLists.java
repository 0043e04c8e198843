package org.keyline.node;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlProvider;
import org.keyline.ctl.CtlVersion;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.StoredCtl;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.node.backup.RestoredFrom;
import org.keyline.tftp.ServedFile;
import org.keyline.tftp.files.PhoneFiles;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListKind;
import org.keyline.trust.trustlist.TrustListReader;
import org.keyline.trust.trustlist.TrustListRecord;
import org.keyline.web.trustlist.TrustLists;

/**
 * The trust lists of this node for its pages. A file that is brought in passes all that the CTL Provider demands.
 *
 * @param desks what serves one change
 * @param directory where the CTL file lies
 * @param files what phones are given
 */
record NodeTrustLists(Supplier<? extends CtlProvider> desks, NodeDirectory directory, PhoneFiles files)
        implements TrustLists {
    private static final List<TrustListKind> KINDS = List.of(TrustListKind.values());

    @Override
    public Optional<Ctl> ctl() {
        return CtlFileStore.in(directory.path()).read() instanceof StoredCtl.Sound(var list)
                ? Optional.of(shown(list))
                : Optional.empty();
    }

    private static Ctl shown(TrustList list) {
        return new Ctl(
                list.header().signerName(),
                list.header().created(),
                list.encoded().length(),
                CtlVersion.of(list.encoded()).md5(),
                list.records().stream().map(NodeTrustLists::line).toList());
    }

    private static String line(TrustListRecord record) {
        var where = record.dnsName()
                .filter(name -> !name.isEmpty())
                .map(name -> name + "  ")
                .orElse("");
        return record.role().label() + "  " + where + record.subjectName();
    }

    @Override
    public Optional<byte[]> file(String name) {
        return KINDS.stream().anyMatch(kind -> kind.fileName().equals(name))
                ? files.find(name, InetAddress.getLoopbackAddress()).map(ServedFile::content)
                : Optional.empty();
    }

    @Override
    public Optional<String> upload(byte[] content, String administrator, Locale locale) {
        try (var desk = desks.get()) {
            desk.actFor(administrator);
            desk.begin();
            requireMode(content, desk.securityMode());
            var _ = desk.postCtlFile(
                    Octets.of(content), false, desk.ctlVersion().md5());
            return Optional.empty();
        } catch (ProviderException refused) {
            return Optional.of(refused.text(locale));
        }
    }

    /** Only the CTL client changes the mode, so the file must be one for the present mode. */
    private static void requireMode(byte[] content, ClusterSecurityMode mode) throws ProviderException {
        try {
            if (TrustListReader.read(content).wantsSignedFiles() != (mode == ClusterSecurityMode.MIXED)) {
                throw new ProviderException(CtlMessage.UPLOAD_MODE, mode.name());
            }
        } catch (MalformedFileException e) {
            throw new ProviderException(CtlMessage.FILE_INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean isMixed() {
        try (var desk = desks.get()) {
            return desk.securityMode() == ClusterSecurityMode.MIXED;
        } catch (ProviderException unreadable) {
            return false;
        }
    }

    @Override
    public Pending pending() {
        try (var desk = desks.get()) {
            var work = desk.pendingWork();
            return new Pending(work.services(), work.devices(), restored());
        } catch (ProviderException unreadable) {
            return new Pending(List.of(), List.of(), restored());
        }
    }

    private Optional<Instant> restored() {
        return RestoredFrom.awaitingUpdate(directory.path()).map(RestoredFrom::made);
    }

    @Override
    public void catchUp(String administrator) {
        try (var desk = desks.get()) {
            desk.catchUp();
        } catch (ProviderException unreadable) {
            throw new IllegalStateException("This node cannot catch up with itself", unreadable);
        }
    }
}
