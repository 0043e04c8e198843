package org.keyline.ctl;

import java.security.cert.X509Certificate;
import org.keyline.trust.trustlist.ServerName;

/**
 * A TFTP server of another cluster (CTL3-06).
 *
 * @param name how phones reach it
 * @param certificate what signs its files
 */
public record AlternateTftp(ServerName name, X509Certificate certificate) {}
