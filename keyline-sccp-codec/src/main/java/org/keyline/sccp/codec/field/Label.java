package org.keyline.sccp.codec.field;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.sccp.codec.wire.TextCoding;

/**
 * A phrase the phone shows in its own locale for two bytes, a prefix and a code. The text here is the meaning, not what
 * any phone shows.
 */
public enum Label {
    /** "Redial", 80 01. */
    REDIAL(TextCoding.LABEL, 0x01, "Redial"),
    /** "NewCall", 80 02. */
    NEWCALL(TextCoding.LABEL, 0x02, "NewCall"),
    /** "Hold", 80 03. */
    HOLD(TextCoding.LABEL, 0x03, "Hold"),
    /** "Trnsfer", 80 04. */
    TRNSFER(TextCoding.LABEL, 0x04, "Trnsfer"),
    /** "CFwdAll", 80 05. */
    CFWDALL(TextCoding.LABEL, 0x05, "CFwdAll"),
    /** "CFwdBusy", 80 06. */
    CFWDBUSY(TextCoding.LABEL, 0x06, "CFwdBusy"),
    /** "CFwdNoAnswer", 80 07. */
    CFWDNOANSWER(TextCoding.LABEL, 0x07, "CFwdNoAnswer"),
    /** "<<", 80 08. */
    BACKSPACE(TextCoding.LABEL, 0x08, "<<"),
    /** "EndCall", 80 09. */
    ENDCALL(TextCoding.LABEL, 0x09, "EndCall"),
    /** "Resume", 80 0A. */
    RESUME(TextCoding.LABEL, 0x0A, "Resume"),
    /** "Answer", 80 0B. */
    ANSWER(TextCoding.LABEL, 0x0B, "Answer"),
    /** "Info", 80 0C. */
    INFO(TextCoding.LABEL, 0x0C, "Info"),
    /** "Confrn", 80 0D. */
    CONFRN(TextCoding.LABEL, 0x0D, "Confrn"),
    /** "Park", 80 0E. */
    PARK(TextCoding.LABEL, 0x0E, "Park"),
    /** "Join", 80 0F. */
    JOIN(TextCoding.LABEL, 0x0F, "Join"),
    /** "MeetMe", 80 10. */
    MEETME(TextCoding.LABEL, 0x10, "MeetMe"),
    /** "PickUp", 80 11. */
    PICKUP(TextCoding.LABEL, 0x11, "PickUp"),
    /** "GPickUp", 80 12. */
    GPICKUP(TextCoding.LABEL, 0x12, "GPickUp"),
    /** "Your current options", 80 13. */
    YOUR_CURRENT_OPTIONS(TextCoding.LABEL, 0x13, "Your current options"),
    /** "Off hook", 80 14. */
    OFF_HOOK(TextCoding.LABEL, 0x14, "Off hook"),
    /** "On hook", 80 15. */
    ON_HOOK(TextCoding.LABEL, 0x15, "On hook"),
    /** "Ring out", 80 16. */
    RING_OUT(TextCoding.LABEL, 0x16, "Ring out"),
    /** "From", 80 17. */
    FROM(TextCoding.LABEL, 0x17, "From"),
    /** "Connected", 80 18. */
    CONNECTED(TextCoding.LABEL, 0x18, "Connected"),
    /** "Busy", 80 19. */
    BUSY(TextCoding.LABEL, 0x19, "Busy"),
    /** "Line in use", 80 1A. */
    LINE_IN_USE(TextCoding.LABEL, 0x1A, "Line in use"),
    /** "Call waiting", 80 1B. */
    CALL_WAITING(TextCoding.LABEL, 0x1B, "Call waiting"),
    /** "Call transfer", 80 1C. */
    CALL_TRANSFER(TextCoding.LABEL, 0x1C, "Call transfer"),
    /** "Call park", 80 1D. */
    CALL_PARK(TextCoding.LABEL, 0x1D, "Call park"),
    /** "Call proceed", 80 1E. */
    CALL_PROCEED(TextCoding.LABEL, 0x1E, "Call proceed"),
    /** "In use remote", 80 1F. */
    IN_USE_REMOTE(TextCoding.LABEL, 0x1F, "In use remote"),
    /** "Enter number", 80 20. */
    ENTER_NUMBER(TextCoding.LABEL, 0x20, "Enter number"),
    /** "Call park at", 80 21. */
    CALL_PARK_AT(TextCoding.LABEL, 0x21, "Call park at"),
    /** "Primary only", 80 22. */
    PRIMARY_ONLY(TextCoding.LABEL, 0x22, "Primary only"),
    /** "Temp fail", 80 23. */
    TEMP_FAIL(TextCoding.LABEL, 0x23, "Temp fail"),
    /** "You have voicemail", 80 24. */
    YOU_HAVE_VOICEMAIL(TextCoding.LABEL, 0x24, "You have voicemail"),
    /** "Forwarded to", 80 25. */
    FORWARDED_TO(TextCoding.LABEL, 0x25, "Forwarded to"),
    /** "Can not complete conference", 80 26. */
    CAN_NOT_COMPLETE_CONFERENCE(TextCoding.LABEL, 0x26, "Can not complete conference"),
    /** "No conference bridge", 80 27. */
    NO_CONFERENCE_BRIDGE(TextCoding.LABEL, 0x27, "No conference bridge"),
    /** "Can not hold primary control", 80 28. */
    CAN_NOT_HOLD_PRIMARY_CONTROL(TextCoding.LABEL, 0x28, "Can not hold primary control"),
    /** "Invalid conference participant", 80 29. */
    INVALID_CONFERENCE_PARTICIPANT(TextCoding.LABEL, 0x29, "Invalid conference participant"),
    /** "In conference already", 80 2A. */
    IN_CONFERENCE_ALREADY(TextCoding.LABEL, 0x2A, "In conference already"),
    /** "No participant info", 80 2B. */
    NO_PARTICIPANT_INFO(TextCoding.LABEL, 0x2B, "No participant info"),
    /** "Exceed maximum parties", 80 2C. */
    EXCEED_MAXIMUM_PARTIES(TextCoding.LABEL, 0x2C, "Exceed maximum parties"),
    /** "Key is not active", 80 2D. */
    KEY_IS_NOT_ACTIVE(TextCoding.LABEL, 0x2D, "Key is not active"),
    /** "Error no license", 80 2E. */
    ERROR_NO_LICENSE(TextCoding.LABEL, 0x2E, "Error no license"),
    /** "Error dbconfig", 80 2F. */
    ERROR_DBCONFIG(TextCoding.LABEL, 0x2F, "Error dbconfig"),
    /** "Error database", 80 30. */
    ERROR_DATABASE(TextCoding.LABEL, 0x30, "Error database"),
    /** "Error pass limit", 80 31. */
    ERROR_PASS_LIMIT(TextCoding.LABEL, 0x31, "Error pass limit"),
    /** "Error unknown", 80 32. */
    ERROR_UNKNOWN(TextCoding.LABEL, 0x32, "Error unknown"),
    /** "Error mismatch", 80 33. */
    ERROR_MISMATCH(TextCoding.LABEL, 0x33, "Error mismatch"),
    /** "Conference", 80 34. */
    CONFERENCE(TextCoding.LABEL, 0x34, "Conference"),
    /** "Park number", 80 35. */
    PARK_NUMBER(TextCoding.LABEL, 0x35, "Park number"),
    /** "Private", 80 36. */
    PRIVATE(TextCoding.LABEL, 0x36, "Private"),
    /** "Not enough bandwidth", 80 37. */
    NOT_ENOUGH_BANDWIDTH(TextCoding.LABEL, 0x37, "Not enough bandwidth"),
    /** "Unknown number", 80 38. */
    UNKNOWN_NUMBER(TextCoding.LABEL, 0x38, "Unknown number"),
    /** "RmLstC", 80 39. */
    RMLSTC(TextCoding.LABEL, 0x39, "RmLstC"),
    /** "Voicemail", 80 3A. */
    VOICEMAIL(TextCoding.LABEL, 0x3A, "Voicemail"),
    /** "ImmDiv", 80 3B. */
    IMMDIV(TextCoding.LABEL, 0x3B, "ImmDiv"),
    /** "Intrcpt", 80 3C. */
    INTRCPT(TextCoding.LABEL, 0x3C, "Intrcpt"),
    /** "SetWtch", 80 3D. */
    SETWTCH(TextCoding.LABEL, 0x3D, "SetWtch"),
    /** "TrnsfVM", 80 3E. */
    TRNSFVM(TextCoding.LABEL, 0x3E, "TrnsfVM"),
    /** "DND", 80 3F. */
    DND(TextCoding.LABEL, 0x3F, "DND"),
    /** "DivAll", 80 40. */
    DIVALL(TextCoding.LABEL, 0x40, "DivAll"),
    /** "CallBack", 80 41. */
    CALLBACK(TextCoding.LABEL, 0x41, "CallBack"),
    /** "Network congestion rerouting", 80 42. */
    NETWORK_CONGESTION_REROUTING(TextCoding.LABEL, 0x42, "Network congestion rerouting"),
    /** "Barge", 80 43. */
    BARGE(TextCoding.LABEL, 0x43, "Barge"),
    /** "Failed to setup barge", 80 44. */
    FAILED_TO_SETUP_BARGE(TextCoding.LABEL, 0x44, "Failed to setup barge"),
    /** "Another barge exists", 80 45. */
    ANOTHER_BARGE_EXISTS(TextCoding.LABEL, 0x45, "Another barge exists"),
    /** "Incompatible device type", 80 46. */
    INCOMPATIBLE_DEVICE_TYPE(TextCoding.LABEL, 0x46, "Incompatible device type"),
    /** "No park number available", 80 47. */
    NO_PARK_NUMBER_AVAILABLE(TextCoding.LABEL, 0x47, "No park number available"),
    /** "Callpark reversion", 80 48. */
    CALLPARK_REVERSION(TextCoding.LABEL, 0x48, "Callpark reversion"),
    /** "Service is not active", 80 49. */
    SERVICE_IS_NOT_ACTIVE(TextCoding.LABEL, 0x49, "Service is not active"),
    /** "High traffic try again later", 80 4A. */
    HIGH_TRAFFIC_TRY_AGAIN_LATER(TextCoding.LABEL, 0x4A, "High traffic try again later"),
    /** "QRT", 80 4B. */
    QRT(TextCoding.LABEL, 0x4B, "QRT"),
    /** "MCID", 80 4C. */
    MCID(TextCoding.LABEL, 0x4C, "MCID"),
    /** "DirTrfr", 80 4D. */
    DIRTRFR(TextCoding.LABEL, 0x4D, "DirTrfr"),
    /** "Select", 80 4E. */
    SELECT(TextCoding.LABEL, 0x4E, "Select"),
    /** "ConfList", 80 4F. */
    CONFLIST(TextCoding.LABEL, 0x4F, "ConfList"),
    /** "iDivert", 80 50. */
    IDIVERT(TextCoding.LABEL, 0x50, "iDivert"),
    /** "cBarge", 80 51. */
    CBARGE(TextCoding.LABEL, 0x51, "cBarge"),
    /** "Can not complete transfer", 80 52. */
    CAN_NOT_COMPLETE_TRANSFER(TextCoding.LABEL, 0x52, "Can not complete transfer"),
    /** "Can not join calls", 80 53. */
    CAN_NOT_JOIN_CALLS(TextCoding.LABEL, 0x53, "Can not join calls"),
    /** "Mcid successful", 80 54. */
    MCID_SUCCESSFUL(TextCoding.LABEL, 0x54, "Mcid successful"),
    /** "Number not configured", 80 55. */
    NUMBER_NOT_CONFIGURED(TextCoding.LABEL, 0x55, "Number not configured"),
    /** "Security error", 80 56. */
    SECURITY_ERROR(TextCoding.LABEL, 0x56, "Security error"),
    /** "Video bandwidth unavailable", 80 57. */
    VIDEO_BANDWIDTH_UNAVAILABLE(TextCoding.LABEL, 0x57, "Video bandwidth unavailable"),
    /** "VidMode", 80 58. */
    VIDMODE(TextCoding.LABEL, 0x58, "VidMode"),
    /** "Max call duration timeout", 80 59. */
    MAX_CALL_DURATION_TIMEOUT(TextCoding.LABEL, 0x59, "Max call duration timeout"),
    /** "Max hold duration timeout", 80 5A. */
    MAX_HOLD_DURATION_TIMEOUT(TextCoding.LABEL, 0x5A, "Max hold duration timeout"),
    /** "OPickUp", 80 5B. */
    OPICKUP(TextCoding.LABEL, 0x5B, "OPickUp"),
    /** "HLog", 80 5C. */
    HLOG(TextCoding.LABEL, 0x5C, "HLog"),
    /** "Logged out of hunt group", 80 5D. */
    LOGGED_OUT_OF_HUNT_GROUP(TextCoding.LABEL, 0x5D, "Logged out of hunt group"),
    /** "Park slot unavailable", 80 5E. */
    PARK_SLOT_UNAVAILABLE(TextCoding.LABEL, 0x5E, "Park slot unavailable"),
    /** "No call available for pickup", 80 5F. */
    NO_CALL_AVAILABLE_FOR_PICKUP(TextCoding.LABEL, 0x5F, "No call available for pickup"),
    /** "No bandwidth available for pickup", 80 60. */
    NO_BANDWIDTH_AVAILABLE_FOR_PICKUP(TextCoding.LABEL, 0x60, "No bandwidth available for pickup"),
    /** "External transfer restricted", 80 61. */
    EXTERNAL_TRANSFER_RESTRICTED(TextCoding.LABEL, 0x61, "External transfer restricted"),
    /** "No line available for pickup", 80 62. */
    NO_LINE_AVAILABLE_FOR_PICKUP(TextCoding.LABEL, 0x62, "No line available for pickup"),
    /** "Path replacement in progress", 80 63. */
    PATH_REPLACEMENT_IN_PROGRESS(TextCoding.LABEL, 0x63, "Path replacement in progress"),
    /** "MAC address", 80 65. */
    MAC_ADDRESS(TextCoding.LABEL, 0x65, "MAC address"),
    /** "Host name", 80 66. */
    HOST_NAME(TextCoding.LABEL, 0x66, "Host name"),
    /** "Domain name", 80 67. */
    DOMAIN_NAME(TextCoding.LABEL, 0x67, "Domain name"),
    /** "IP address", 80 68. */
    IP_ADDRESS(TextCoding.LABEL, 0x68, "IP address"),
    /** "Subnet mask", 80 69. */
    SUBNET_MASK(TextCoding.LABEL, 0x69, "Subnet mask"),
    /** "TFTP server 1", 80 6A. */
    TFTP_SERVER_1(TextCoding.LABEL, 0x6A, "TFTP server 1"),
    /** "Default router 1", 80 6B. */
    DEFAULT_ROUTER_1(TextCoding.LABEL, 0x6B, "Default router 1"),
    /** "Default router 2", 80 6C. */
    DEFAULT_ROUTER_2(TextCoding.LABEL, 0x6C, "Default router 2"),
    /** "Default router 3", 80 6D. */
    DEFAULT_ROUTER_3(TextCoding.LABEL, 0x6D, "Default router 3"),
    /** "Default router 4", 80 6E. */
    DEFAULT_ROUTER_4(TextCoding.LABEL, 0x6E, "Default router 4"),
    /** "Default router 5", 80 6F. */
    DEFAULT_ROUTER_5(TextCoding.LABEL, 0x6F, "Default router 5"),
    /** "DNS server 1", 80 70. */
    DNS_SERVER_1(TextCoding.LABEL, 0x70, "DNS server 1"),
    /** "DNS server 2", 80 71. */
    DNS_SERVER_2(TextCoding.LABEL, 0x71, "DNS server 2"),
    /** "DNS server 3", 80 72. */
    DNS_SERVER_3(TextCoding.LABEL, 0x72, "DNS server 3"),
    /** "DNS server 4", 80 73. */
    DNS_SERVER_4(TextCoding.LABEL, 0x73, "DNS server 4"),
    /** "DNS server 5", 80 74. */
    DNS_SERVER_5(TextCoding.LABEL, 0x74, "DNS server 5"),
    /** "Operational VLAN ID", 80 75. */
    OPERATIONAL_VLAN_ID(TextCoding.LABEL, 0x75, "Operational VLAN ID"),
    /** "Admin VLAN ID", 80 76. */
    ADMIN_VLAN_ID(TextCoding.LABEL, 0x76, "Admin VLAN ID"),
    /** "Call manager 1", 80 77. */
    CALL_MANAGER_1(TextCoding.LABEL, 0x77, "Call manager 1"),
    /** "Call manager 2", 80 78. */
    CALL_MANAGER_2(TextCoding.LABEL, 0x78, "Call manager 2"),
    /** "Call manager 3", 80 79. */
    CALL_MANAGER_3(TextCoding.LABEL, 0x79, "Call manager 3"),
    /** "Call manager 4", 80 7A. */
    CALL_MANAGER_4(TextCoding.LABEL, 0x7A, "Call manager 4"),
    /** "Call manager 5", 80 7B. */
    CALL_MANAGER_5(TextCoding.LABEL, 0x7B, "Call manager 5"),
    /** "Information URL", 80 7C. */
    INFORMATION_URL(TextCoding.LABEL, 0x7C, "Information URL"),
    /** "Directories URL", 80 7D. */
    DIRECTORIES_URL(TextCoding.LABEL, 0x7D, "Directories URL"),
    /** "Messages URL", 80 7E. */
    MESSAGES_URL(TextCoding.LABEL, 0x7E, "Messages URL"),
    /** "Services URL", 80 7F. */
    SERVICES_URL(TextCoding.LABEL, 0x7F, "Services URL"),
    /** "Acct", 1E 02. */
    ACCT(TextCoding.EXTENDED_LABEL, 0x02, "Acct"),
    /** "Flash", 1E 03. */
    FLASH(TextCoding.EXTENDED_LABEL, 0x03, "Flash"),
    /** "Login", 1E 04. */
    LOGIN(TextCoding.EXTENDED_LABEL, 0x04, "Login"),
    /** "Device in home location", 1E 05. */
    DEVICE_IN_HOME_LOCATION(TextCoding.EXTENDED_LABEL, 0x05, "Device in home location"),
    /** "Device in roaming location", 1E 06. */
    DEVICE_IN_ROAMING_LOCATION(TextCoding.EXTENDED_LABEL, 0x06, "Device in roaming location"),
    /** "Enter authorization code", 1E 07. */
    ENTER_AUTHORIZATION_CODE(TextCoding.EXTENDED_LABEL, 0x07, "Enter authorization code"),
    /** "Enter client matter code", 1E 08. */
    ENTER_CLIENT_MATTER_CODE(TextCoding.EXTENDED_LABEL, 0x08, "Enter client matter code"),
    /** "Calls available for pickup", 1E 09. */
    CALLS_AVAILABLE_FOR_PICKUP(TextCoding.EXTENDED_LABEL, 0x09, "Calls available for pickup"),
    /** "Cm fallback service operating", 1E 0A. */
    CM_FALLBACK_SERVICE_OPERATING(TextCoding.EXTENDED_LABEL, 0x0A, "Cm fallback service operating"),
    /** "Max phones exceeded", 1E 0B. */
    MAX_PHONES_EXCEEDED(TextCoding.EXTENDED_LABEL, 0x0B, "Max phones exceeded"),
    /** "Waiting to rehome", 1E 0C. */
    WAITING_TO_REHOME(TextCoding.EXTENDED_LABEL, 0x0C, "Waiting to rehome"),
    /** "Please end call", 1E 0D. */
    PLEASE_END_CALL(TextCoding.EXTENDED_LABEL, 0x0D, "Please end call"),
    /** "Paging", 1E 0E. */
    PAGING(TextCoding.EXTENDED_LABEL, 0x0E, "Paging"),
    /** "Select line", 1E 0F. */
    SELECT_LINE(TextCoding.EXTENDED_LABEL, 0x0F, "Select line"),
    /** "Transfer destination is busy", 1E 10. */
    TRANSFER_DESTINATION_IS_BUSY(TextCoding.EXTENDED_LABEL, 0x10, "Transfer destination is busy"),
    /** "Select a service", 1E 11. */
    SELECT_A_SERVICE(TextCoding.EXTENDED_LABEL, 0x11, "Select a service"),
    /** "Local services", 1E 12. */
    LOCAL_SERVICES(TextCoding.EXTENDED_LABEL, 0x12, "Local services"),
    /** "Enter search criteria", 1E 13. */
    ENTER_SEARCH_CRITERIA(TextCoding.EXTENDED_LABEL, 0x13, "Enter search criteria"),
    /** "Night service", 1E 14. */
    NIGHT_SERVICE(TextCoding.EXTENDED_LABEL, 0x14, "Night service"),
    /** "Night service active", 1E 15. */
    NIGHT_SERVICE_ACTIVE(TextCoding.EXTENDED_LABEL, 0x15, "Night service active"),
    /** "Night service disabled", 1E 16. */
    NIGHT_SERVICE_DISABLED(TextCoding.EXTENDED_LABEL, 0x16, "Night service disabled"),
    /** "Login successful", 1E 17. */
    LOGIN_SUCCESSFUL(TextCoding.EXTENDED_LABEL, 0x17, "Login successful"),
    /** "Wrong pin", 1E 18. */
    WRONG_PIN(TextCoding.EXTENDED_LABEL, 0x18, "Wrong pin"),
    /** "Please enter pin", 1E 19. */
    PLEASE_ENTER_PIN(TextCoding.EXTENDED_LABEL, 0x19, "Please enter pin"),
    /** "Of", 1E 1A. */
    OF(TextCoding.EXTENDED_LABEL, 0x1A, "Of"),
    /** "Records 1 to", 1E 1B. */
    RECORDS_1_TO(TextCoding.EXTENDED_LABEL, 0x1B, "Records 1 to"),
    /** "No record found", 1E 1C. */
    NO_RECORD_FOUND(TextCoding.EXTENDED_LABEL, 0x1C, "No record found"),
    /** "Search results", 1E 1D. */
    SEARCH_RESULTS(TextCoding.EXTENDED_LABEL, 0x1D, "Search results"),
    /** "Calls in queue", 1E 1E. */
    CALLS_IN_QUEUE(TextCoding.EXTENDED_LABEL, 0x1E, "Calls in queue"),
    /** "Join to hunt group", 1E 1F. */
    JOIN_TO_HUNT_GROUP(TextCoding.EXTENDED_LABEL, 0x1F, "Join to hunt group"),
    /** "Ready", 1E 20. */
    READY(TextCoding.EXTENDED_LABEL, 0x20, "Ready"),
    /** "Notready", 1E 21. */
    NOTREADY(TextCoding.EXTENDED_LABEL, 0x21, "Notready"),
    /** "Call on hold", 1E 22. */
    CALL_ON_HOLD(TextCoding.EXTENDED_LABEL, 0x22, "Call on hold"),
    /** "Hold reversion", 1E 23. */
    HOLD_REVERSION(TextCoding.EXTENDED_LABEL, 0x23, "Hold reversion"),
    /** "Setup failed", 1E 24. */
    SETUP_FAILED(TextCoding.EXTENDED_LABEL, 0x24, "Setup failed"),
    /** "No resources", 1E 25. */
    NO_RESOURCES(TextCoding.EXTENDED_LABEL, 0x25, "No resources"),
    /** "Device not authorized", 1E 26. */
    DEVICE_NOT_AUTHORIZED(TextCoding.EXTENDED_LABEL, 0x26, "Device not authorized"),
    /** "Monitoring", 1E 27. */
    MONITORING(TextCoding.EXTENDED_LABEL, 0x27, "Monitoring"),
    /** "Recording awaiting call to be active", 1E 28. */
    RECORDING_AWAITING_CALL_TO_BE_ACTIVE(TextCoding.EXTENDED_LABEL, 0x28, "Recording awaiting call to be active"),
    /** "Recording already in progress", 1E 29. */
    RECORDING_ALREADY_IN_PROGRESS(TextCoding.EXTENDED_LABEL, 0x29, "Recording already in progress"),
    /** "Inactive recording session", 1E 2A. */
    INACTIVE_RECORDING_SESSION(TextCoding.EXTENDED_LABEL, 0x2A, "Inactive recording session"),
    /** "Mobility", 1E 2B. */
    MOBILITY(TextCoding.EXTENDED_LABEL, 0x2B, "Mobility"),
    /** "Whisper", 1E 2C. */
    WHISPER(TextCoding.EXTENDED_LABEL, 0x2C, "Whisper"),
    /** "Forward all", 1E 2D. */
    FORWARD_ALL(TextCoding.EXTENDED_LABEL, 0x2D, "Forward all"),
    /** "Malicious call id", 1E 2E. */
    MALICIOUS_CALL_ID(TextCoding.EXTENDED_LABEL, 0x2E, "Malicious call id"),
    /** "Group pickup", 1E 2F. */
    GROUP_PICKUP(TextCoding.EXTENDED_LABEL, 0x2F, "Group pickup"),
    /** "Remove last participant", 1E 30. */
    REMOVE_LAST_PARTICIPANT(TextCoding.EXTENDED_LABEL, 0x30, "Remove last participant"),
    /** "Other pickup", 1E 31. */
    OTHER_PICKUP(TextCoding.EXTENDED_LABEL, 0x31, "Other pickup"),
    /** "Video", 1E 32. */
    VIDEO(TextCoding.EXTENDED_LABEL, 0x32, "Video"),
    /** "End call", 1E 33. */
    END_CALL(TextCoding.EXTENDED_LABEL, 0x33, "End call"),
    /** "Conference list", 1E 34. */
    CONFERENCE_LIST(TextCoding.EXTENDED_LABEL, 0x34, "Conference list"),
    /** "Quality reporting tool", 1E 35. */
    QUALITY_REPORTING_TOOL(TextCoding.EXTENDED_LABEL, 0x35, "Quality reporting tool"),
    /** "Hunt group", 1E 36. */
    HUNT_GROUP(TextCoding.EXTENDED_LABEL, 0x36, "Hunt group"),
    /** "Use line or join to complete", 1E 37. */
    USE_LINE_OR_JOIN_TO_COMPLETE(TextCoding.EXTENDED_LABEL, 0x37, "Use line or join to complete"),
    /** "Do not disturb", 1E 38. */
    DO_NOT_DISTURB(TextCoding.EXTENDED_LABEL, 0x38, "Do not disturb"),
    /** "Do not disturb is active", 1E 39. */
    DO_NOT_DISTURB_IS_ACTIVE(TextCoding.EXTENDED_LABEL, 0x39, "Do not disturb is active"),
    /** "Cfwdall loop detected", 1E 3A. */
    CFWDALL_LOOP_DETECTED(TextCoding.EXTENDED_LABEL, 0x3A, "Cfwdall loop detected"),
    /** "Cfwdall hops exceeded", 1E 3B. */
    CFWDALL_HOPS_EXCEEDED(TextCoding.EXTENDED_LABEL, 0x3B, "Cfwdall hops exceeded"),
    /** "Abbrdial", 1E 3C. */
    ABBRDIAL(TextCoding.EXTENDED_LABEL, 0x3C, "Abbrdial"),
    /** "Pickup is unavailable", 1E 3D. */
    PICKUP_IS_UNAVAILABLE(TextCoding.EXTENDED_LABEL, 0x3D, "Pickup is unavailable"),
    /** "Conference is unavailable", 1E 3E. */
    CONFERENCE_IS_UNAVAILABLE(TextCoding.EXTENDED_LABEL, 0x3E, "Conference is unavailable"),
    /** "Meetme is unavailable", 1E 3F. */
    MEETME_IS_UNAVAILABLE(TextCoding.EXTENDED_LABEL, 0x3F, "Meetme is unavailable"),
    /** "Cannot retrieve parked call", 1E 40. */
    CANNOT_RETRIEVE_PARKED_CALL(TextCoding.EXTENDED_LABEL, 0x40, "Cannot retrieve parked call"),
    /** "Cannot send call to mobile", 1E 41. */
    CANNOT_SEND_CALL_TO_MOBILE(TextCoding.EXTENDED_LABEL, 0x41, "Cannot send call to mobile"),
    /** "Record", 1E 43. */
    RECORD(TextCoding.EXTENDED_LABEL, 0x43, "Record"),
    /** "Cannot move conversation", 1E 44. */
    CANNOT_MOVE_CONVERSATION(TextCoding.EXTENDED_LABEL, 0x44, "Cannot move conversation"),
    /** "Cw off", 1E 45. */
    CW_OFF(TextCoding.EXTENDED_LABEL, 0x45, "Cw off"),
    /** "Coaching", 1E 46. */
    COACHING(TextCoding.EXTENDED_LABEL, 0x46, "Coaching"),
    /** "Recording", 1E 4F. */
    RECORDING(TextCoding.EXTENDED_LABEL, 0x4F, "Recording"),
    /** "Recording failed", 1E 50. */
    RECORDING_FAILED(TextCoding.EXTENDED_LABEL, 0x50, "Recording failed"),
    /** "Connecting", 1E 51. */
    CONNECTING(TextCoding.EXTENDED_LABEL, 0x51, "Connecting");

    private static final Map<String, Label> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Label::code, label -> label));

    private final String code;
    private final String meaning;

    Label(char prefix, int number, String meaning) {
        this.code = new String(new char[] {prefix, (char) number});
        this.meaning = meaning;
    }

    /** The label of these two characters, if there is one. */
    public static Optional<Label> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The two characters that stand for the label in a text. */
    public String code() {
        return code;
    }

    /** Whether only newer phones know the label. */
    public boolean isExtended() {
        return code.charAt(0) == TextCoding.EXTENDED_LABEL;
    }

    /** What it means, in English. */
    public String meaning() {
        return meaning;
    }
}
