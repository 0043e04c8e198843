package org.keyline.web.trustlist;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The CTL and ITL files of this node, and what still has to be restarted or reset. Calls may block. */
public interface TrustLists {
    /**
     * The CTL file phones are given.
     *
     * @param signer the subject of the token that signed it
     * @param signed when
     * @param bytes its length
     * @param md5 its MD5 in upper-case hexadecimal, as phones show it
     * @param records a line for each: role and server or subject
     */
    record Ctl(String signer, Instant signed, int bytes, String md5, List<String> records) {
        /** Copies the list. */
        public Ctl {
            records = List.copyOf(records);
        }
    }

    /**
     * What a change still asks for.
     *
     * @param services names of services to be restarted
     * @param devices names of devices to be reset
     * @param restored when the backup was made whose CTL file has to be updated now; empty otherwise (spec BR-03)
     */
    record Pending(List<String> services, List<String> devices, Optional<Instant> restored) {
        /** Copies the lists. */
        public Pending {
            services = List.copyOf(services);
            devices = List.copyOf(devices);
        }

        /** Whether everything is in force. */
        public boolean isNone() {
            return services.isEmpty() && devices.isEmpty() && restored.isEmpty();
        }
    }

    /** The CTL file, when there is a sound one. */
    Optional<Ctl> ctl();

    /** The bytes of a list by its file name, {@code CTLFile.tlv} or {@code ITLFile.tlv}. */
    Optional<byte[]> file(String name);

    /**
     * Replaces the CTL file by {@code content}, if phones with the present one would take it.
     *
     * @param administrator who does it
     * @return why it was not replaced, in the language of {@code locale}; empty when it was
     */
    Optional<String> upload(byte[] content, String administrator, Locale locale);

    /** Whether the cluster is in mixed mode; it shows 1 then, and 0 otherwise (spec CTL9-54). */
    boolean isMixed();

    /** What still has to be restarted or reset. */
    Pending pending();

    /** Begins to do all of it, and returns. */
    void catchUp(String administrator);
}
