package org.keyline.bench.server;

import java.util.function.IntFunction;

/**
 * The phones of the measurements: so many without security and as many that are encrypted, each with one number of five
 * digits that everyone reaches.
 *
 * @param phones how many of each
 */
record PhoneFarm(int phones) {
    /** The most that five digits have room for. */
    static final int MOST = 40_000;

    /** The MAC address of the first phone without security; the others count on. */
    static final long FIRST_PLAIN = 0x00DA7A100000L;

    /** The MAC address of the first encrypted phone. */
    static final long FIRST_SECURE = 0x00DA7A200000L;

    private static final int FIRST_PLAIN_NUMBER = 10_000;
    private static final int FIRST_SECURE_NUMBER = 50_000;

    PhoneFarm {
        if (phones < 2 || phones > MOST) {
            throw new IllegalArgumentException("2 to " + MOST + " phones, not " + phones);
        }
    }

    static String name(long firstMac, int index) {
        return String.format("SEP%012X", firstMac + index);
    }

    /** The configuration file with all of them. */
    String yaml() {
        var text = new StringBuilder("""
                keyline: 1
                partitions:
                  - name: Internal
                callingSearchSpaces:
                  - name: Everyone
                    partitions: [Internal]
                lines:
                """);
        each(text, index -> line(FIRST_PLAIN_NUMBER + index));
        each(text, index -> line(FIRST_SECURE_NUMBER + index));
        text.append("phones:\n");
        each(text, index -> phone(FIRST_PLAIN, index, "NON_SECURE", FIRST_PLAIN_NUMBER + index));
        each(text, index -> phone(FIRST_SECURE, index, "ENCRYPTED", FIRST_SECURE_NUMBER + index));
        return text.toString();
    }

    /**
     * What the busy hour needs beside the phones: for each three of the first phones of both kinds a pickup group, a
     * number that is forwarded and a hunt pilot, and numbers to park calls at.
     *
     * @param callers how many phones of each kind make calls
     */
    String busyHour(int callers) {
        return "keyline: 1\ncallParks: [{pattern: 0XXX, partition: Internal}]\nlines:\n"
                + teams(callers, PhoneFarm::teamLines)
                + "pickupGroups:\n"
                + teams(
                        callers,
                        first -> "  - {number: \"93" + first + "\", partition: Internal, name: Team " + first + "}\n")
                + "lineGroups:\n"
                + teams(
                        callers,
                        first -> "  - {name: Team " + first + ", distribution: TOP_DOWN, members: [" + (first + 1)
                                + "@Internal, " + (first + 2) + "@Internal]}\n")
                + "huntLists:\n"
                + teams(callers, first -> "  - {name: Team " + first + ", lineGroups: [Team " + first + "]}\n")
                + "huntPilots:\n"
                + teams(
                        callers,
                        first -> "  - {pattern: \"92" + (first + 1) + "\", partition: Internal, huntList: Team " + first
                                + "}\n");
    }

    private static String teams(int callers, IntFunction<String> entry) {
        var text = new StringBuilder();
        for (int number : new int[] {FIRST_PLAIN_NUMBER, FIRST_SECURE_NUMBER}) {
            for (int first = number; first + 2 < number + callers; first += 3) {
                text.append(entry.apply(first));
            }
        }
        return text.toString();
    }

    private static String teamLines(int first) {
        var text = new StringBuilder();
        for (int member = first; member < first + 3; member++) {
            text.append(
                    "  - {number: \"" + member + "\", partition: Internal, pickupGroup: 93" + first + "@Internal}\n");
        }
        return text.append("  - {number: \"91" + (first + 1) + "\", partition: Internal, forwards: [{when: ALL, to: \""
                        + (first + 1) + "\", callingSearchSpace: Everyone}]}\n")
                .toString();
    }

    /** Translation patterns of these numbers, over digits that no phone has, each to the number of a phone. */
    String patterns(int from, int to) {
        var text = new StringBuilder("keyline: 1\ntranslationPatterns:\n");
        for (int i = from; i < to; i++) {
            text.append(pattern(i, FIRST_PLAIN_NUMBER + i % phones));
        }
        return text.toString();
    }

    /** One of {@link #patterns} leads to the next phone. */
    static String changedPattern(int index) {
        return "keyline: 1\ntranslationPatterns:\n" + pattern(index, FIRST_PLAIN_NUMBER + index + 1);
    }

    private static String pattern(int index, int to) {
        return "  - {pattern: \"95%07dX\", partition: Internal, callingSearchSpace: Everyone, calledMask: \"%d\"}%n"
                .formatted(index, to);
    }

    /** A change that makes every encrypted phone one of {@code model}, due at CAPF for a key of that size. */
    String certificateOrders(String model, String keySize) {
        var text = new StringBuilder("keyline: 1\nphones:\n");
        each(
                text,
                index -> "  - {name: " + name(FIRST_SECURE, index)
                        + ", model: " + model
                        + ", certificateOperation: INSTALL_UPGRADE, authenticationMode: BY_NULL_STRING, keySize: \""
                        + keySize + "\"}\n");
        return text.toString();
    }

    private void each(StringBuilder text, IntFunction<String> entry) {
        for (int i = 0; i < phones; i++) {
            text.append(entry.apply(i));
        }
    }

    private static String line(int number) {
        return "  - {number: \"" + number + "\", partition: Internal, alertingName: Person " + number
                + ", callingSearchSpace: Everyone}\n";
    }

    private static String phone(long firstMac, int index, String mode, int number) {
        return "  - {name: " + name(firstMac, index) + ", model: 7962, securityMode: " + mode + ", lines: [{line: "
                + number + "@Internal}]}\n";
    }
}
