package org.keyline.sccp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.wire.Bytes;

/** A phone at the service, the pages it is shown, and what its user chooses there. */
final class PageBench implements AutoCloseable {
    private static final String DEVICE = "SEP001122334455";

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private final SccpBench bench;
    private final int application;
    private final int line;
    private final int call;

    /** The pages of an application about a call. */
    PageBench(int application, int line, int call) throws IOException {
        this.application = application;
        this.line = line;
        this.call = call;
        bench = new SccpBench(processing, phones);
        phones.add(DEVICE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001"));
    }

    RawPhone phone(int version) throws IOException {
        return bench.connect().registered(DEVICE, 404, version, RawPhone.JAVA);
    }

    void say(StationCommand... commands) {
        processing.say(DEVICE, commands);
    }

    List<Decoded> heard(RawPhone phone) throws IOException {
        return phone.hearAll(processing, DEVICE);
    }

    List<String> pages(RawPhone phone) throws IOException {
        return pages(heard(phone));
    }

    static List<String> pages(List<Decoded> heard) {
        return heard.stream()
                .filter(ServerData.UserToDeviceDataVersion1.class::isInstance)
                .map(message ->
                        ((ServerData.UserToDeviceDataVersion1) message).data().text(StandardCharsets.UTF_8))
                .toList();
    }

    /** What the user wants who chooses these words. */
    List<String> saidAfter(RawPhone phone, String... words) throws IOException {
        return said(
                phone,
                Stream.of(words)
                        .map(word -> new StationData.DeviceToUserDataVersion1(
                                application, line, call, 0, SequenceFlag.LAST, 0, 0, 0, 0, text(word)))
                        .toArray(SccpMessage[]::new));
    }

    /** The same of a word in the older message, sent to an application. */
    List<String> saidAfterOlder(RawPhone phone, int to, String word) throws IOException {
        return said(phone, new StationData.DeviceToUserData(to, line, call, 0, text(word)));
    }

    private List<String> said(RawPhone phone, SccpMessage... messages) throws IOException {
        var before = processing.heard().size();
        phone.send(messages);
        phone.hearAll();
        return processing.heard().subList(before, processing.heard().size()).stream()
                .map(said -> said.substring(DEVICE.length() + 1))
                .toList();
    }

    private static Bytes text(String word) {
        return Bytes.of(word, StandardCharsets.US_ASCII);
    }

    /** The keys of the texts of pages in one language. */
    static Set<String> words(String pages, String language) throws IOException {
        var words = new Properties();
        try (var in = SccpService.class.getResourceAsStream("command/" + pages + "_" + language + ".properties")) {
            words.load(Objects.requireNonNull(in));
        }
        return words.stringPropertyNames();
    }

    @Override
    public void close() {
        bench.close();
    }
}
