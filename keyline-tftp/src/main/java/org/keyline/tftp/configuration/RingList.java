package org.keyline.tftp.configuration;

import org.keyline.tftp.ring.Ring;

/** Builds the list of rings a user may choose from. */
public final class RingList {
    private RingList() {}

    /** {@code Ringlist.xml}, {@code RINGLIST.XML} and {@code DISTINCTIVERINGLIST.XML}. */
    public static byte[] narrowband() {
        return list(".raw");
    }

    /** {@code Ringlist-wb.xml}. */
    public static byte[] wideband() {
        return list(".rwb");
    }

    private static byte[] list(String suffix) {
        var xml = new PhoneXml().open("CiscoIPPhoneRingList");
        for (var ring : Ring.values()) {
            xml.open("Ring")
                    .text("DisplayName", ring.label())
                    .text("FileName", ring.fileStem() + suffix)
                    .close("Ring");
        }
        return xml.close("CiscoIPPhoneRingList").bytes();
    }
}
