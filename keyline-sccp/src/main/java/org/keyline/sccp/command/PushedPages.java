package org.keyline.sccp.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.device.LineInstance;
import org.keyline.model.page.PageWriter;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.message.ServerData;
import org.keyline.sccp.codec.wire.Bytes;

/** Pages sent to a phone through SCCP (sheet 4.14), in the form the phone understands. */
final class PushedPages {
    private PushedPages() {}

    /**
     * Shows a page.
     *
     * @param application by this number the phone says which page its data are of
     */
    static void show(int application, String page, LineInstance line, CallReference call, StationPanel panel) {
        var data = Bytes.of(page, StandardCharsets.UTF_8);
        panel.send(
                panel.traits().namesPages()
                        ? new ServerData.UserToDeviceDataVersion1(
                                application,
                                line.number(),
                                call.value(),
                                0,
                                SequenceFlag.LAST,
                                0,
                                call.value(),
                                application,
                                1,
                                data)
                        : new ServerData.UserToDeviceData(application, line.number(), call.value(), 0, data));
    }

    /** Puts the page away; older phones start their services again. */
    static void close(int application, LineInstance line, CallReference call, StationPanel panel) {
        var close = panel.traits().closesPages() ? "App:Close:0" : "Init:Services";
        show(application, PageWriter.execute(List.of(close)), line, call, panel);
    }
}
