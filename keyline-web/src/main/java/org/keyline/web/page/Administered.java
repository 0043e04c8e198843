package org.keyline.web.page;

import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.config.Configuration;
import org.keyline.processing.view.DeviceControl;
import org.keyline.processing.view.Registrations;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.web.backup.Backups;
import org.keyline.web.dial.NumberAnalyser;
import org.keyline.web.record.CallArchive;
import org.keyline.web.service.NodeServices;
import org.keyline.web.srst.SrstGateways;
import org.keyline.web.trustlist.TrustLists;

/**
 * What administrators see and change.
 *
 * @param configuration the configuration and what is known of phones' certificates
 * @param devices what can be done to registered devices
 * @param registrations what is registered
 * @param observed how devices were seen
 * @param trustList the SHA-256 of the CTL file that phones are given now; empty where there is none
 * @param trustLists the CTL and ITL files
 * @param services the services of this server
 * @param gateways the gateways of SRST references
 * @param backups the backups of this node
 * @param analyser the dial plan in force
 * @param archive calls that are over
 */
public record Administered(
        Configuration configuration,
        DeviceControl devices,
        Registrations registrations,
        ObservedDevices observed,
        Supplier<Optional<String>> trustList,
        TrustLists trustLists,
        NodeServices services,
        SrstGateways gateways,
        Backups backups,
        NumberAnalyser analyser,
        CallArchive archive) {}
