package org.keyline.ctl.provider.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.CapfFiles;
import org.keyline.ctl.CtlHistory;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ListedServer;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/** One message between a CTL client and a CTL Provider. */
public sealed interface ProviderMessage {
    /** The version of the protocol that this program speaks. */
    int VERSION = 2;

    /** What a client asks. */
    sealed interface Request extends ProviderMessage {}

    /** What a server answers: one for each request, in the same order. */
    sealed interface Response extends ProviderMessage {}

    /**
     * The first message of a client.
     *
     * @param version the version it speaks, 1 to 65,535
     */
    record Hello(int version) implements Request {}

    /**
     * Signs in with an account of the server.
     *
     * @param name the account
     * @param password its password
     */
    record AuthenticateUser(String name, Secret password) implements Request {}

    /** Asks for the servers of the cluster. */
    record GetServerList() implements Request {}

    /** Asks for the CallManager's certificate, which also signs the TFTP's files. */
    record GetCallManagerCertificate() implements Request {}

    /** Asks for CAPF's certificate. */
    record GetCapfCertificate() implements Request {}

    /** Asks for the CTL file. */
    record GetCtlFile() implements Request {}

    /** Asks for length, digest and date of the CTL file. */
    record GetCtlVersion() implements Request {}

    /** Asks for the directories of the TFTP. */
    record GetAlternatePaths() implements Request {}

    /** Asks for the cluster security mode. */
    record GetSecurityMode() implements Request {}

    /** Begins the configuration. */
    record BeginConfiguration() implements Request {}

    /**
     * Replaces the CTL file.
     *
     * @param file the new one
     * @param recreate whether a damaged present file may be replaced
     * @param base the MD5 of the file it was made from, empty for none
     */
    record PostCtlFile(Octets file, boolean recreate, String base) implements Request {}

    /** Asks for the files of CAPF's certificate. */
    record GetCapfFile() implements Request {}

    /**
     * Brings the files of the certificate of the cluster's CAPF.
     *
     * @param files both of them
     */
    record PostCapfFile(CapfFiles files) implements Request {}

    /**
     * Sets the cluster security mode.
     *
     * @param mode the new one
     */
    record SetSecurityMode(ClusterSecurityMode mode) implements Request {}

    /** Ends the configuration. */
    record EndConfiguration() implements Request {}

    /** Asks what still has to be restarted or reset. */
    record GetPendingWork() implements Request {}

    /** Has all of it done. */
    record DoPendingWork() implements Request {}

    /**
     * What still has to be restarted or reset.
     *
     * @param services names of services
     * @param devices names of devices, the first thousand
     */
    record PendingWorkAnswer(List<String> services, List<String> devices) implements Response {
        /** Copies the lists. */
        public PendingWorkAnswer {
            services = List.copyOf(services);
            devices = List.copyOf(devices);
        }
    }

    /**
     * The answer to {@link Hello}.
     *
     * @param version the version the server speaks
     * @param server its name
     */
    record Welcome(int version, String server) implements Response {}

    /**
     * The CTL file was stored.
     *
     * @param places the alternate file locations
     */
    record Posted(List<Place> places) implements Response {
        /** Copies the list. */
        public Posted {
            places = List.copyOf(places);
        }

        /**
         * How one of them took the file.
         *
         * @param path the directory
         * @param trouble why it did not
         */
        public record Place(String path, Optional<Refused> trouble) {}
    }

    /** Done as asked. */
    record Done() implements Response {}

    /**
     * Not done.
     *
     * @param reason why
     * @param detail which file, account or server it is about
     */
    record Refused(CtlMessage reason, String detail) implements Response {}

    /**
     * The servers of the cluster.
     *
     * @param servers at most 1,000
     */
    record ServerList(List<ListedServer> servers) implements Response {
        /** Copies the list. */
        public ServerList {
            servers = List.copyOf(servers);
        }
    }

    /**
     * A certificate.
     *
     * @param der its DER; empty when the server has none for this purpose
     */
    record CertificateAnswer(Optional<Octets> der) implements Response {}

    /**
     * The CTL file.
     *
     * @param content its bytes; empty when there is none
     */
    record CtlFileAnswer(Optional<Octets> content) implements Response {}

    /**
     * The version of the CTL file.
     *
     * @param length in bytes
     * @param md5 its MD5 in hexadecimal
     * @param created when it was signed
     * @param changed who put it there, and when
     */
    record CtlVersionAnswer(int length, String md5, Optional<Instant> created, Optional<CtlHistory.Entry> changed)
            implements Response {}

    /**
     * The files of CAPF's certificate.
     *
     * @param files both of them; empty where CAPF is not active
     */
    record CapfFileAnswer(Optional<CapfFiles> files) implements Response {}

    /**
     * The directories of the TFTP.
     *
     * @param paths the one that is written first
     */
    record AlternatePaths(List<String> paths) implements Response {
        /** Copies the list. */
        public AlternatePaths {
            paths = List.copyOf(paths);
        }
    }

    /**
     * The cluster security mode.
     *
     * @param mode the mode in force
     */
    record SecurityMode(ClusterSecurityMode mode) implements Response {}
}
