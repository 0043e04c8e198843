package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * The kind of a device, as it names itself (Register, RegisterTokenReq).
 *
 * @param number the number on the wire
 */
public record DeviceType(int number) implements CodePoint {
    private static final OpenSet<DeviceType> SET = new OpenSet<>(DeviceType::new);

    /** 30SP+. */
    public static final DeviceType CISCO_30SP_PLUS = SET.add(1, "30SP+");

    /** 12SP+. */
    public static final DeviceType CISCO_12SP_PLUS = SET.add(2, "12SP+");

    /** 12SP. */
    public static final DeviceType CISCO_12SP = SET.add(3, "12SP");

    /** 12. */
    public static final DeviceType CISCO_12 = SET.add(4, "12");

    /** 30VIP. */
    public static final DeviceType CISCO_30VIP = SET.add(5, "30VIP");

    /** 7910. */
    public static final DeviceType CISCO_7910 = SET.add(6, "7910");

    /** 7960. */
    public static final DeviceType CISCO_7960 = SET.add(7, "7960");

    /** 7940. */
    public static final DeviceType CISCO_7940 = SET.add(8, "7940");

    /** 7935. */
    public static final DeviceType CISCO_7935 = SET.add(9, "7935");

    /** VG/VGC gateway phone. */
    public static final DeviceType VG_VGC_GATEWAY_PHONE = SET.add(10, "VG/VGC gateway phone");

    /** VGC virtual phone. */
    public static final DeviceType VGC_VIRTUAL_PHONE = SET.add(11, "VGC virtual phone");

    /** ATA 186. */
    public static final DeviceType ATA_186 = SET.add(12, "ATA 186");

    /** ATA 188. */
    public static final DeviceType ATA_188 = SET.add(13, "ATA 188");

    /** Virtual 30SP+. */
    public static final DeviceType VIRTUAL_30SP_PLUS = SET.add(20, "Virtual 30SP+");

    /** Phone application. */
    public static final DeviceType PHONE_APPLICATION = SET.add(21, "phone application");

    /** Analog access. */
    public static final DeviceType ANALOG_ACCESS = SET.add(30, "analog access");

    /** VGC gateway. */
    public static final DeviceType VGC_GATEWAY = SET.add(48, "VGC gateway");

    /** Music on hold. */
    public static final DeviceType MUSIC_ON_HOLD = SET.add(70, "music on hold");

    /** TAPI port. */
    public static final DeviceType TAPI_PORT = SET.add(72, "TAPI port");

    /** TAPI route point. */
    public static final DeviceType TAPI_ROUTE_POINT = SET.add(73, "TAPI route point");

    /** Annunciator. */
    public static final DeviceType ANNUNCIATOR = SET.add(82, "annunciator");

    /** Software MTP. */
    public static final DeviceType SOFTWARE_MTP = SET.add(83, "software MTP");

    /** Media server. */
    public static final DeviceType MEDIA_SERVER = SET.add(84, "media server");

    /** Route list. */
    public static final DeviceType ROUTE_LIST = SET.add(90, "route list");

    /** Load simulator. */
    public static final DeviceType LOAD_SIMULATOR = SET.add(100, "load simulator");

    /** 7941G. */
    public static final DeviceType CISCO_7941G = SET.add(115, "7941G");

    /** 7971G-GE. */
    public static final DeviceType CISCO_7971G_GE = SET.add(119, "7971G-GE");

    /** MGCP station. */
    public static final DeviceType MGCP_STATION = SET.add(120, "MGCP station");

    /** MGCP trunk. */
    public static final DeviceType MGCP_TRUNK = SET.add(121, "MGCP trunk");

    /** 7914 expansion module. */
    public static final DeviceType CISCO_7914_EXPANSION_MODULE = SET.add(124, "7914 expansion module");

    /** Trunk. */
    public static final DeviceType TRUNK = SET.add(125, "trunk");

    /** SIP trunk. */
    public static final DeviceType SIP_TRUNK = SET.add(131, "SIP trunk");

    /** Remote destination. */
    public static final DeviceType REMOTE_DESTINATION = SET.add(134, "remote destination");

    /** 7915 12-button expansion module. */
    public static final DeviceType CISCO_7915_12_BUTTON_EXPANSION_MODULE =
            SET.add(227, "7915 12-button expansion module");

    /** 7915 24-button expansion module. */
    public static final DeviceType CISCO_7915_24_BUTTON_EXPANSION_MODULE =
            SET.add(228, "7915 24-button expansion module");

    /** 7916 12-button expansion module. */
    public static final DeviceType CISCO_7916_12_BUTTON_EXPANSION_MODULE =
            SET.add(229, "7916 12-button expansion module");

    /** 7916 24-button expansion module. */
    public static final DeviceType CISCO_7916_24_BUTTON_EXPANSION_MODULE =
            SET.add(230, "7916 24-button expansion module");

    /** Generic device. */
    public static final DeviceType GENERIC_DEVICE = SET.add(253, "generic device");

    /** Not defined. */
    public static final DeviceType NOT_DEFINED = SET.add(255, "not defined");

    /** Nokia E series. */
    public static final DeviceType NOKIA_E_SERIES = SET.add(275, "Nokia E series");

    /** 7985. */
    public static final DeviceType CISCO_7985 = SET.add(302, "7985");

    /** 7911G. */
    public static final DeviceType CISCO_7911G = SET.add(307, "7911G");

    /** 7961G-GE. */
    public static final DeviceType CISCO_7961G_GE = SET.add(308, "7961G-GE");

    /** 7941G-GE. */
    public static final DeviceType CISCO_7941G_GE = SET.add(309, "7941G-GE");

    /** Motorola CN622. */
    public static final DeviceType MOTOROLA_CN622 = SET.add(335, "Motorola CN622");

    /** Third-party SIP basic. */
    public static final DeviceType THIRD_PARTY_SIP_BASIC = SET.add(336, "third-party SIP basic");

    /** 7931G. */
    public static final DeviceType CISCO_7931G = SET.add(348, "7931G");

    /** 7921G. */
    public static final DeviceType CISCO_7921G = SET.add(365, "7921G");

    /** 7906G. */
    public static final DeviceType CISCO_7906G = SET.add(369, "7906G");

    /** Third-party SIP advanced. */
    public static final DeviceType THIRD_PARTY_SIP_ADVANCED = SET.add(374, "third-party SIP advanced");

    /** Nokia ICC client. */
    public static final DeviceType NOKIA_ICC_CLIENT = SET.add(376, "Nokia ICC client");

    /** 7962G. */
    public static final DeviceType CISCO_7962G = SET.add(404, "7962G");

    /** 3951. */
    public static final DeviceType CISCO_3951 = SET.add(412, "3951");

    /** 7937G. */
    public static final DeviceType CISCO_7937G = SET.add(431, "7937G");

    /** 7942G. */
    public static final DeviceType CISCO_7942G = SET.add(434, "7942G");

    /** 7945G. */
    public static final DeviceType CISCO_7945G = SET.add(435, "7945G");

    /** 7965G. */
    public static final DeviceType CISCO_7965G = SET.add(436, "7965G");

    /** 7975G. */
    public static final DeviceType CISCO_7975G = SET.add(437, "7975G");

    /** 7925G. */
    public static final DeviceType CISCO_7925G = SET.add(484, "7925G");

    /** 6921. */
    public static final DeviceType CISCO_6921 = SET.add(495, "6921");

    /** 6941. */
    public static final DeviceType CISCO_6941 = SET.add(496, "6941");

    /** 6961. */
    public static final DeviceType CISCO_6961 = SET.add(497, "6961");

    /** 6901. */
    public static final DeviceType CISCO_6901 = SET.add(547, "6901");

    /** 6911. */
    public static final DeviceType CISCO_6911 = SET.add(548, "6911");

    /** 6945. */
    public static final DeviceType CISCO_6945 = SET.add(564, "6945");

    /** 7926G. */
    public static final DeviceType CISCO_7926G = SET.add(577, "7926G");

    /** 8945. */
    public static final DeviceType CISCO_8945 = SET.add(585, "8945");

    /** 8941. */
    public static final DeviceType CISCO_8941 = SET.add(586, "8941");

    /** 7905G. */
    public static final DeviceType CISCO_7905G = SET.add(20000, "7905G");

    /** 7920. */
    public static final DeviceType CISCO_7920 = SET.add(30002, "7920");

    /** 7970G. */
    public static final DeviceType CISCO_7970G = SET.add(30006, "7970G");

    /** 7912G. */
    public static final DeviceType CISCO_7912G = SET.add(30007, "7912G");

    /** 7902. */
    public static final DeviceType CISCO_7902 = SET.add(30008, "7902");

    /** IP Communicator. */
    public static final DeviceType IP_COMMUNICATOR = SET.add(30016, "IP Communicator");

    /** 7961G. */
    public static final DeviceType CISCO_7961G = SET.add(30018, "7961G");

    /** 7936. */
    public static final DeviceType CISCO_7936 = SET.add(30019, "7936");

    /** Analog phone on VG224/VG248 gateway. */
    public static final DeviceType ANALOG_PHONE_ON_VG224_VG248_GATEWAY =
            SET.add(30027, "analog phone on VG224/VG248 gateway");

    /** ISDN BRI phone on gateway. */
    public static final DeviceType ISDN_BRI_PHONE_ON_GATEWAY = SET.add(30028, "ISDN BRI phone on gateway");

    /** SCCP gateway virtual phone. */
    public static final DeviceType SCCP_GATEWAY_VIRTUAL_PHONE = SET.add(30032, "SCCP gateway virtual phone");

    /** IP-STE. */
    public static final DeviceType IP_STE = SET.add(30035, "IP-STE");

    /** IVR. */
    public static final DeviceType IVR = SET.add(36219, "IVR");

    /** SPA 521S. */
    public static final DeviceType SPA_521S = SET.add(80000, "SPA 521S");

    /** SPA 524SG. */
    public static final DeviceType SPA_524SG = SET.add(80001, "SPA 524SG");

    /** SPA 502G. */
    public static final DeviceType SPA_502G = SET.add(80003, "SPA 502G");

    /** SPA 504G. */
    public static final DeviceType SPA_504G = SET.add(80004, "SPA 504G");

    /** SPA 525G. */
    public static final DeviceType SPA_525G = SET.add(80005, "SPA 525G");

    /** SPA 508G. */
    public static final DeviceType SPA_508G = SET.add(80006, "SPA 508G");

    /** SPA 509G. */
    public static final DeviceType SPA_509G = SET.add(80007, "SPA 509G");

    /** SPA 525G2. */
    public static final DeviceType SPA_525G2 = SET.add(80009, "SPA 525G2");

    /** SPA 303G. */
    public static final DeviceType SPA_303G = SET.add(80011, "SPA 303G");

    /** SPA 512G. */
    public static final DeviceType SPA_512G = SET.add(80012, "SPA 512G");

    /** SPA 514G. */
    public static final DeviceType SPA_514G = SET.add(80013, "SPA 514G");

    /** The member with this number, known or not. */
    public static DeviceType of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<DeviceType> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    @Override
    public String toString() {
        return name();
    }
}
