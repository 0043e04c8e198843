package org.keyline.sccp.codec.field;

import java.util.Collection;
import java.util.Optional;

/**
 * Why a phone started again; the number at the start of an alarm text.
 *
 * @param number the number on the wire
 */
public record AlarmReason(int number) implements CodePoint {
    private static final OpenSet<AlarmReason> SET = new OpenSet<>(AlarmReason::new);

    /** Load rejected. */
    public static final AlarmReason LOAD_REJECTED = SET.add(0, "load rejected");

    /** Load TFTP size error. */
    public static final AlarmReason LOAD_TFTP_SIZE_ERROR = SET.add(1, "load TFTP size error");

    /** Load compressor error. */
    public static final AlarmReason LOAD_COMPRESSOR_ERROR = SET.add(2, "load compressor error");

    /** Load version error. */
    public static final AlarmReason LOAD_VERSION_ERROR = SET.add(3, "load version error");

    /** Disk full. */
    public static final AlarmReason DISK_FULL = SET.add(4, "disk full");

    /** Checksum error. */
    public static final AlarmReason CHECKSUM_ERROR = SET.add(5, "checksum error");

    /** Load not found on TFTP. */
    public static final AlarmReason LOAD_NOT_FOUND_ON_TFTP = SET.add(6, "load not found on TFTP");

    /** TFTP timeout. */
    public static final AlarmReason TFTP_TIMEOUT = SET.add(7, "TFTP timeout");

    /** TFTP access error. */
    public static final AlarmReason TFTP_ACCESS_ERROR = SET.add(8, "TFTP access error");

    /** TFTP error. */
    public static final AlarmReason TFTP_ERROR = SET.add(9, "TFTP error");

    /** TCP connect timeout. */
    public static final AlarmReason TCP_CONNECT_TIMEOUT = SET.add(10, "TCP connect timeout");

    /** TCP closed after bad ack. */
    public static final AlarmReason TCP_CLOSED_AFTER_BAD_ACK = SET.add(11, "TCP closed after bad ack");

    /** Server reset the TCP connection. */
    public static final AlarmReason SERVER_RESET_THE_TCP_CONNECTION = SET.add(12, "server reset the TCP connection");

    /** Server aborted TCP. */
    public static final AlarmReason SERVER_ABORTED_TCP = SET.add(13, "server aborted TCP");

    /** Server closed TCP. */
    public static final AlarmReason SERVER_CLOSED_TCP = SET.add(14, "server closed TCP");

    /** Closed by ICMP unreachable. */
    public static final AlarmReason CLOSED_BY_ICMP_UNREACHABLE = SET.add(15, "closed by ICMP unreachable");

    /** Server rejected TCP. */
    public static final AlarmReason SERVER_REJECTED_TCP = SET.add(16, "server rejected TCP");

    /** Keepalive timeout. */
    public static final AlarmReason KEEPALIVE_TIMEOUT = SET.add(17, "keepalive timeout");

    /** Fail back to primary. */
    public static final AlarmReason FAIL_BACK_TO_PRIMARY = SET.add(18, "fail back to primary");

    /** User reset by keypad. */
    public static final AlarmReason USER_RESET_BY_KEYPAD = SET.add(20, "user reset by keypad");

    /** IP configuration changed. */
    public static final AlarmReason IP_CONFIGURATION_CHANGED = SET.add(21, "IP configuration changed");

    /** Server sent reset. */
    public static final AlarmReason SERVER_SENT_RESET = SET.add(22, "server sent reset");

    /** Server sent restart. */
    public static final AlarmReason SERVER_SENT_RESTART = SET.add(23, "server sent restart");

    /** Registration rejected. */
    public static final AlarmReason REGISTRATION_REJECTED = SET.add(24, "registration rejected");

    /** Phone initialising. */
    public static final AlarmReason PHONE_INITIALISING = SET.add(25, "phone initialising");

    /** TCP closed, unknown reason. */
    public static final AlarmReason TCP_CLOSED_UNKNOWN_REASON = SET.add(26, "TCP closed, unknown reason");

    /** Waiting for state from server. */
    public static final AlarmReason WAITING_FOR_STATE_FROM_SERVER = SET.add(27, "waiting for state from server");

    /** Waiting for response from server. */
    public static final AlarmReason WAITING_FOR_RESPONSE_FROM_SERVER = SET.add(28, "waiting for response from server");

    /** DSP alarm. */
    public static final AlarmReason DSP_ALARM = SET.add(29, "DSP alarm");

    /** Phone aborted TCP. */
    public static final AlarmReason PHONE_ABORTED_TCP = SET.add(30, "phone aborted TCP");

    /** File authorisation failed. */
    public static final AlarmReason FILE_AUTHORISATION_FAILED = SET.add(31, "file authorisation failed");

    /** The member with this number, known or not. */
    public static AlarmReason of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<AlarmReason> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    /** The reason at the start of an alarm text such as {@code "25: Name=SEP..."}, if there is one. */
    public static Optional<AlarmReason> startOf(String alarmText) {
        int colon = alarmText.indexOf(':');
        if (colon < 1 || colon > 3 || !alarmText.chars().limit(colon).allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(of(Integer.parseInt(alarmText, 0, colon, 10)));
    }

    @Override
    public String toString() {
        return name();
    }
}
