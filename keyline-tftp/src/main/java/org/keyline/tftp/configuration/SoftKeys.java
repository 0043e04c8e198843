package org.keyline.tftp.configuration;

import java.util.List;
import java.util.Map;

/**
 * Builds the soft-key file of phones that lay out their soft keys themselves; SCCP phones are told theirs when they
 * register.
 */
public final class SoftKeys {
    /** A soft key: its tag in the phone's dictionary and the event it sends. */
    private enum Key {
        REDIAL("Redial", 1, 1),
        NEW_CALL("NewCall", 2, 2),
        HOLD("Hold", 3, 3),
        TRANSFER("Transfer", 4, 4),
        FORWARD_ALL("CFwdAll", 5, 5),
        BACKSPACE("<<", 8, 8),
        END_CALL("EndCall", 9, 9),
        RESUME("Resume", 10, 10),
        ANSWER("Answer", 11, 11),
        CONFERENCE("Confrn", 13, 13),
        PARK("Park", 14, 14),
        PICK_UP("PickUp", 17, 17),
        DIVERT("iDivert", 80, 31);

        private final String label;
        private final int tag;
        private final int event;

        Key(String label, int tag, int event) {
            this.label = label;
            this.tag = tag;
            this.event = event;
        }
    }

    private static final List<Map.Entry<String, List<Key>>> SETS = List.of(
            Map.entry("On Hook", List.of(Key.REDIAL, Key.NEW_CALL, Key.FORWARD_ALL, Key.PICK_UP)),
            Map.entry("Connected", List.of(Key.HOLD, Key.END_CALL, Key.TRANSFER, Key.CONFERENCE, Key.PARK)),
            Map.entry("On Hold", List.of(Key.RESUME, Key.NEW_CALL)),
            Map.entry("Ring In", List.of(Key.ANSWER, Key.DIVERT)),
            Map.entry("Off Hook", List.of(Key.REDIAL, Key.END_CALL, Key.FORWARD_ALL, Key.PICK_UP)),
            Map.entry("Connected Transfer", List.of(Key.HOLD, Key.END_CALL, Key.TRANSFER)),
            Map.entry("Digits After First", List.of(Key.BACKSPACE, Key.END_CALL)),
            Map.entry("Connected Conference", List.of(Key.HOLD, Key.END_CALL, Key.CONFERENCE)),
            Map.entry("Ring Out", List.of(Key.END_CALL)),
            Map.entry("Off Hook With Feature", List.of(Key.REDIAL, Key.END_CALL)),
            Map.entry("Remote In Use", List.of(Key.NEW_CALL)),
            Map.entry("Connected No Feature", List.of(Key.END_CALL)));

    private SoftKeys() {}

    /** {@code softkeys.xml}. */
    public static byte[] file() {
        return VersionStamp.stamped(SoftKeys::write);
    }

    private static byte[] write(String stamp) {
        var xml = new PhoneXml().open("softKeyCfg").text("versionStamp", stamp).open("typeSoftKey");
        for (var key : Key.values()) {
            xml.open("softKeyDef", "keyID", id(key))
                    .text("tag", key.label)
                    .text("eventID", key.event)
                    .text("helpID", 300 + key.event)
                    .close("softKeyDef");
        }
        xml.close("typeSoftKey").open("softKeySets");
        SETS.forEach(set -> writeSet(xml, set.getKey(), set.getValue()));
        return xml.close("softKeySets").close("softKeyCfg").bytes();
    }

    private static void writeSet(PhoneXml xml, String state, List<Key> keys) {
        xml.open("softKeySet", "id", state);
        keys.forEach(key -> xml.empty("softKey", "keyID", id(key)));
        xml.close("softKeySet");
    }

    private static String id(Key key) {
        return Integer.toString(key.tag);
    }
}
