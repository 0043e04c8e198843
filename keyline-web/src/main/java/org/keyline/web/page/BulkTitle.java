package org.keyline.web.page;

import org.keyline.web.language.Texts;
import org.keyline.web.phone.BulkOrder;
import org.keyline.web.phone.BulkOrder.Action;

/** What is done with many phones, as a page calls it. */
public final class BulkTitle {
    private BulkTitle() {}

    /** The order's name in the reader's language. */
    public static String of(BulkOrder order, Texts texts, org.keyline.model.schema.Texts schema) {
        return switch (order.action()) {
            case CERTIFICATES -> schema.text("value.CertificateOperation." + order.operation());
            case MODE -> texts.get("bulk.action.MODE", schema.text("value.DeviceSecurityMode." + order.mode()));
            case RESET, DELETE -> texts.get("bulk.action." + order.action());
        };
    }

    /** The end of the key of the text that tells what it does to the phones. */
    public static String consequence(BulkOrder order) {
        return switch (order.action()) {
            case CERTIFICATES -> order.operation().name();
            case MODE, RESET -> order.action().name();
            case DELETE -> "REMOVE";
        };
    }

    /** Whether the order takes phones away. */
    public static boolean isGrave(BulkOrder order) {
        return order.action() == Action.DELETE;
    }
}
