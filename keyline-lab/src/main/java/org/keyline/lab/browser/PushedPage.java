package org.keyline.lab.browser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.lab.trust.MalformedFile;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.message.StationData;
import org.keyline.sccp.codec.message.StationMessage;
import org.keyline.sccp.codec.wire.Bytes;

/** The page a server pushed through SCCP, and what the phone sends back when something on it is chosen. */
public final class PushedPage {
    private static final int MOST_BYTES = 2_000;
    private static final Pattern EXECUTE = Pattern.compile("<ExecuteItem [^>]*URL=\"(App:Close:0|Init:Services)\"");
    private static final String DATA = "UserCallData:";
    private static final String SOFTKEY = "UserCallDataSoftKey:Select:";
    private static final int PARTS = 5;

    private Optional<ShownPage> page = Optional.empty();

    /** Shows what came, or puts it away. */
    public void apply(ServerData message) {
        var data = switch (message) {
            case ServerData.UserToDeviceData plain -> plain.data();
            case ServerData.UserToDeviceDataVersion1 named -> named.data();
        };
        if (data.length() > MOST_BYTES) {
            throw new IllegalStateException("a phone takes no page of " + data.length() + " bytes");
        }
        var xml = data.text(StandardCharsets.UTF_8);
        page = EXECUTE.matcher(xml).find() ? Optional.empty() : Optional.of(read(xml));
    }

    private static ShownPage read(String xml) {
        try {
            return PageReader.read(xml);
        } catch (MalformedFile unreadable) {
            throw new IllegalStateException(unreadable.getMessage() + "\n" + xml, unreadable);
        }
    }

    /** What is on the display, if there is a page. */
    public Optional<ShownPage> page() {
        return page;
    }

    /** The display is as before the page. */
    public void clear() {
        page = Optional.empty();
    }

    /** What the phone says when an entry is chosen by its digit. */
    public List<StationMessage> choose(String entry) {
        return page.flatMap(shown -> shown.choice(entry)).map(ShownPage.Link::url).stream()
                .map(url -> data(url.substring(DATA.length())))
                .toList();
    }

    /** What the phone says when a softkey is pressed while an entry is marked. */
    public List<StationMessage> press(String softkey, String marked) {
        var action = page.flatMap(shown -> shown.softkey(softkey))
                .map(ShownPage.Link::url)
                .orElse("");
        if (action.equals("SoftKey:Exit")) {
            clear();
            return List.of();
        }
        if (action.startsWith(SOFTKEY)) {
            var said = new ArrayList<StationMessage>();
            said.add(data(action.substring(SOFTKEY.length())));
            said.addAll(choose(marked));
            return said;
        }
        return action.startsWith(DATA) ? List.of(data(action.substring(DATA.length()))) : List.of();
    }

    private static StationMessage data(String address) {
        var parts = address.split(":", PARTS);
        return new StationData.DeviceToUserDataVersion1(
                number(parts[0]),
                number(parts[1]),
                number(parts[2]),
                number(parts[3]),
                SequenceFlag.LAST,
                0,
                0,
                0,
                0,
                Bytes.of(parts[4], StandardCharsets.UTF_8));
    }

    private static int number(String text) {
        return Integer.parseUnsignedInt(text);
    }
}
