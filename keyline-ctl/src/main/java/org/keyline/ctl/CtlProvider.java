package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.tlv.Octets;

/**
 * What a CTL client can ask of one server of the cluster (CTL3-18, CTL9-37): over the network, or of this very machine.
 *
 * <p>Calls block. Each throws a {@link ProviderException} whose message an administrator understands.
 */
public interface CtlProvider extends AutoCloseable {
    /** The server's name, as the administrator wrote it or as it is configured. */
    String server();

    /** The servers of the cluster, this one among them. */
    List<ListedServer> servers() throws ProviderException;

    /** The certificate of its CallManager, which also signs its TFTP's files. */
    X509Certificate callManagerCertificate() throws ProviderException;

    /** The certificate of its CAPF, when CAPF is active on it. */
    Optional<X509Certificate> capfCertificate() throws ProviderException;

    /**
     * The files of its CAPF's certificate, when CAPF is active on it.
     *
     * @throws ProviderException with {@link CtlMessage#CAPF_FILES_MISSING} when it is active and they are not there
     */
    Optional<CapfFiles> capfFiles() throws ProviderException;

    /** Its CTL file as it is, sound or not; empty when it has none. */
    Optional<Octets> ctlFile() throws ProviderException;

    /** Version, length and digest of its CTL file. */
    CtlVersion ctlVersion() throws ProviderException;

    /** The directories in which its TFTP looks for the file, the first one being where it is written. */
    List<String> paths() throws ProviderException;

    /** The cluster security mode it goes by. */
    ClusterSecurityMode securityMode() throws ProviderException;

    /**
     * Begins the configuration: until it is ended no other client may post a file or set the mode (CTL3-49).
     *
     * @throws ProviderException with {@link CtlMessage#BUSY} while another one configures
     */
    void begin() throws ProviderException;

    /**
     * Replaces the CTL file as a whole, after the server has checked it by the rules of {@link PostedFile}.
     *
     * @param recreate whether a damaged present file, which can vouch for nobody, may be replaced
     * @param base the MD5 of the file that the new one was made from, empty for none
     * @return how each alternate file location took it (CTL3-09); the first location has it in any case
     * @throws ProviderException with {@link CtlMessage#CHANGED_MEANWHILE} when the present file is another
     */
    List<ServerResult> postCtlFile(Octets file, boolean recreate, String base) throws ProviderException;

    /** Keeps the certificate of the cluster's CAPF, which the present CTL file must name. */
    void postCapfFiles(CapfFiles files) throws ProviderException;

    /** Sets the cluster security mode; it must be the one of the present CTL file. */
    void setSecurityMode(ClusterSecurityMode mode) throws ProviderException;

    /** What still has to be restarted or reset before a change is in force everywhere. */
    PendingWork pendingWork() throws ProviderException;

    /** Begins to do all of it, and returns. */
    void catchUp() throws ProviderException;

    /** Tells for whom all that follows is done, for the history of changes. */
    default void actFor(String administrator) {}

    /**
     * Makes sure that a service can begin with it.
     *
     * @throws ProviderException with {@link CtlMessage#TRACE} or {@link CtlMessage#DATABASE} (CTL9-38)
     */
    default void requireReady() throws ProviderException {}

    /** Ends the configuration; quiet when none was begun. */
    void end();

    /** Ends the configuration and leaves the server. */
    @Override
    void close();
}
