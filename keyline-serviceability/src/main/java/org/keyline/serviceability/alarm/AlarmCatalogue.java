package org.keyline.serviceability.alarm;

import java.util.List;
import org.keyline.serviceability.alarm.AlarmDefinition.Severity;

/** Every alarm Keyline raises. The texts stand in the message catalogue {@code alarms} in English and Japanese. */
public final class AlarmCatalogue {
    /** A device set as authenticated or encrypted registers without TLS (spec AL-01). Parameters: device, peer. */
    public static final AlarmDefinition AUTHENTICATED_DEVICE_WITHOUT_TLS =
            alarm("AuthenticatedDeviceWithoutTls", Severity.WARNING);

    /** A phone that is not authenticated registers over TLS (spec AL-02). Parameters: device, peer. */
    public static final AlarmDefinition UNAUTHENTICATED_DEVICE_OVER_TLS =
            alarm("UnauthenticatedDeviceOverTls", Severity.WARNING);

    /** The certificate's name is not the device's (spec AL-03). Parameters: device, peer, certificate. */
    public static final AlarmDefinition CERTIFICATE_NAME_MISMATCH = alarm("CertificateNameMismatch", Severity.ERROR);

    /** TLS that does not fit the device's configuration (spec AL-04). Parameters: device, peer, transport, mode. */
    public static final AlarmDefinition INCOMPATIBLE_TLS = alarm("IncompatibleTlsConnection", Severity.ERROR);

    /** A peer's certificate was refused. Parameters: peer, certificate, reason. */
    public static final AlarmDefinition CERTIFICATE_REFUSED = alarm("PeerCertificateRefused", Severity.WARNING);

    /** A TLS handshake failed. Parameters: peer, port, reason. */
    public static final AlarmDefinition TLS_HANDSHAKE_FAILED = alarm("TlsHandshakeFailed", Severity.NOTICE);

    /** An unknown device asks to register. Parameters: device, peer. */
    public static final AlarmDefinition UNKNOWN_DEVICE = alarm("UnknownDevice", Severity.NOTICE);

    /** A phone that may register itself cannot. Parameters: device, node, reason. */
    public static final AlarmDefinition AUTO_REGISTRATION_FAILED = alarm("AutoRegistrationFailed", Severity.WARNING);

    /** What a user set for a line at a phone could not be stored. Parameters: device, line, reason. */
    public static final AlarmDefinition LINE_SETTING_NOT_SAVED = alarm("LineSettingNotSaved", Severity.WARNING);

    /** A device's type is not the configured one. Parameters: device, peer, configured, registered. */
    public static final AlarmDefinition DEVICE_TYPE_MISMATCH = alarm("DeviceTypeMismatch", Severity.WARNING);

    /** A device registered. Parameters: device, peer, security. */
    public static final AlarmDefinition DEVICE_REGISTERED = alarm("DeviceRegistered", Severity.INFORMATIONAL);

    /** A device unregistered or was lost. Parameters: device, reason. */
    public static final AlarmDefinition DEVICE_UNREGISTERED = alarm("DeviceUnregistered", Severity.INFORMATIONAL);

    /** A device reported an alarm of its own. Parameters: device, text. */
    public static final AlarmDefinition DEVICE_ALARM = alarm("StationAlarm", Severity.INFORMATIONAL);

    /** A peer broke the protocol and was closed. Parameters: peer, port, reason. */
    public static final AlarmDefinition PROTOCOL_VIOLATION = alarm("ProtocolViolation", Severity.WARNING);

    /** A limit turned connections away. Parameters: port, limit, peer. */
    public static final AlarmDefinition CONNECTION_LIMIT = alarm("ConnectionLimitReached", Severity.WARNING);

    /** A service crashed and will restart. Parameters: service, count, reason, seconds. */
    public static final AlarmDefinition SERVICE_CRASHED = alarm("ServiceCrashed", Severity.CRITICAL);

    /** A service could not start. Parameters: service, reason, seconds. */
    public static final AlarmDefinition SERVICE_NOT_STARTED = alarm("ServiceNotStarted", Severity.CRITICAL);

    /** A phone's certificate operation ended. Parameters: device, operation, outcome. */
    public static final AlarmDefinition CAPF_OPERATION = alarm("CapfOperation", Severity.INFORMATIONAL);

    /**
     * A phone failed the authentication string too often and must wait (spec CAPF-083). Parameters: device, minutes.
     */
    public static final AlarmDefinition CAPF_LOCKED_OUT = alarm("CapfLockedOut", Severity.WARNING);

    /** Phones are still set to keys that are not admitted any more. Parameters: phones. */
    public static final AlarmDefinition SHORT_KEYS = alarm("ShortKeys", Severity.WARNING);

    /** A certificate ends within 90 or 30 days (spec SEC-29). Parameters: certificate, subject, expires. */
    public static final AlarmDefinition CERTIFICATE_EXPIRES = alarm("CertificateExpires", Severity.WARNING);

    /** A certificate ends within 7 days or 1 day. Parameters: certificate, subject, expires. */
    public static final AlarmDefinition CERTIFICATE_EXPIRES_SOON = alarm("CertificateExpiresSoon", Severity.CRITICAL);

    /** A certificate has ended. Parameters: certificate, subject, expires. */
    public static final AlarmDefinition CERTIFICATE_EXPIRED = alarm("CertificateExpired", Severity.ALERT);

    /**
     * A gateway shows another certificate than the one phones go by. Parameters: reference, gateway, accepted, shown
     * (SHA-256 fingerprints).
     */
    public static final AlarmDefinition SRST_CERTIFICATE_CHANGED = alarm("SrstCertificateChanged", Severity.CRITICAL);

    /** A backup of this node could not be made. Parameters: reason. */
    public static final AlarmDefinition BACKUP_FAILED = alarm("BackupFailed", Severity.ERROR);

    /**
     * The disk does not take records of calls. Parameters: directory, reason, room (how many more wait in memory before
     * any is lost).
     */
    public static final AlarmDefinition CALL_RECORDS_NOT_WRITTEN = alarm("CallRecordsNotWritten", Severity.ERROR);

    /** Records of calls were lost while the disk did not take them. Parameters: count. */
    public static final AlarmDefinition CALL_RECORDS_LOST = alarm("CallRecordsLost", Severity.ERROR);

    /** A call could not get its media. Parameters: device, call, reason. */
    public static final AlarmDefinition MEDIA_FAILED = alarm("MediaFailed", Severity.WARNING);

    /** No gateway or trunk of a route list could take a call. Parameters: routeList. */
    public static final AlarmDefinition ROUTE_LIST_EXHAUSTED = alarm("RouteListExhausted", Severity.WARNING);

    /** A user said of a call that it is malicious. Parameters: device, calling, called. */
    public static final AlarmDefinition MALICIOUS_CALL = alarm("MaliciousCall", Severity.WARNING);

    /** No port of a conference bridge was free. */
    public static final AlarmDefinition CONFERENCE_NO_MORE_RESOURCES =
            alarm("ConferenceNoMoreResourcesAvailable", Severity.WARNING);

    /** No port of music on hold was free. */
    public static final AlarmDefinition MOH_NO_MORE_RESOURCES = alarm("MohNoMoreResourcesAvailable", Severity.WARNING);

    /** No port of the annunciator was free. */
    public static final AlarmDefinition ANNUNCIATOR_NO_MORE_RESOURCES =
            alarm("AnnunciatorNoMoreResourcesAvailable", Severity.WARNING);

    /** No media termination point was free. */
    public static final AlarmDefinition MTP_NO_MORE_RESOURCES = alarm("MtpNoMoreResourcesAvailable", Severity.WARNING);

    /**
     * No media resource of a type runs that serves a device's list, and a call asked for one. Parameters: type, list
     * (empty for devices without one).
     */
    public static final AlarmDefinition MEDIA_RESOURCE_LIST_EXHAUSTED =
            alarm("MediaResourceListExhausted", Severity.WARNING);

    /** Something failed that should not: a defect. Parameters: where, reason. */
    public static final AlarmDefinition INTERNAL_ERROR = alarm("InternalError", Severity.ERROR);

    private static final List<AlarmDefinition> ALL = List.of(
            AUTHENTICATED_DEVICE_WITHOUT_TLS,
            UNAUTHENTICATED_DEVICE_OVER_TLS,
            CERTIFICATE_NAME_MISMATCH,
            INCOMPATIBLE_TLS,
            CERTIFICATE_REFUSED,
            TLS_HANDSHAKE_FAILED,
            UNKNOWN_DEVICE,
            AUTO_REGISTRATION_FAILED,
            LINE_SETTING_NOT_SAVED,
            DEVICE_TYPE_MISMATCH,
            DEVICE_REGISTERED,
            DEVICE_UNREGISTERED,
            DEVICE_ALARM,
            PROTOCOL_VIOLATION,
            CONNECTION_LIMIT,
            SERVICE_CRASHED,
            SERVICE_NOT_STARTED,
            CAPF_OPERATION,
            CAPF_LOCKED_OUT,
            SHORT_KEYS,
            CERTIFICATE_EXPIRES,
            CERTIFICATE_EXPIRES_SOON,
            CERTIFICATE_EXPIRED,
            SRST_CERTIFICATE_CHANGED,
            BACKUP_FAILED,
            CALL_RECORDS_NOT_WRITTEN,
            CALL_RECORDS_LOST,
            MEDIA_FAILED,
            MALICIOUS_CALL,
            ROUTE_LIST_EXHAUSTED,
            CONFERENCE_NO_MORE_RESOURCES,
            MOH_NO_MORE_RESOURCES,
            ANNUNCIATOR_NO_MORE_RESOURCES,
            MTP_NO_MORE_RESOURCES,
            MEDIA_RESOURCE_LIST_EXHAUSTED,
            INTERNAL_ERROR);

    private AlarmCatalogue() {}

    /** All alarms, in the order of this page. */
    public static List<AlarmDefinition> all() {
        return ALL;
    }

    private static AlarmDefinition alarm(String name, Severity severity) {
        return new AlarmDefinition(name, severity, name);
    }
}
