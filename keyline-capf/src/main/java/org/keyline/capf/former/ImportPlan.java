package org.keyline.capf.former;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keyline.capf.former.FormerUtility.FormerPhone;
import org.keyline.capf.former.Unread.Reason;
import org.keyline.config.Configuration;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.Edit;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.KeySize;

/**
 * What taking over a former utility would change here. What is here already stays: a second import changes nothing, and
 * an operation that was done here is newer than any over there.
 *
 * @param issuers certificates that are not trusted yet
 * @param statuses operation status by device
 * @param settings parameters that differ, by kind and field
 * @param edits the same, for the configuration
 * @param unread what is not taken over, and why
 */
public record ImportPlan(
        List<X509Certificate> issuers,
        Map<String, String> statuses,
        Map<String, Value> settings,
        List<Edit> edits,
        List<Unread> unread) {
    private static final String PHONES = "CAPF.phone";
    private static final String CONFIG = "CAPF.config";

    /**
     * Makes the plan.
     *
     * @param trusted issuers of LSCs that count here already
     */
    public static ImportPlan of(FormerUtility found, Configuration configuration, Collection<X509Certificate> trusted) {
        var draft = new Draft(configuration, found.unread());
        found.phones().forEach(draft::phone);
        found.settings().forEach(draft::setting);
        var issuers =
                found.issuers().stream().filter(one -> !trusted.contains(one)).toList();
        return new ImportPlan(
                issuers,
                java.util.Collections.unmodifiableMap(draft.statuses),
                java.util.Collections.unmodifiableMap(draft.settings),
                List.copyOf(draft.edits),
                List.copyOf(draft.unread));
    }

    private static final class Draft {
        private final Configuration configuration;
        private final Map<String, String> statuses = new TreeMap<>();
        private final Map<String, Value> settings = new TreeMap<>();
        private final List<Edit> edits = new ArrayList<>();
        private final List<Unread> unread;

        Draft(Configuration configuration, List<Unread> unread) {
            this.configuration = configuration;
            this.unread = new ArrayList<>(unread);
        }

        void phone(DeviceName device, FormerPhone former) {
            var here = configuration.store().find(Kinds.PHONE, device.text());
            if (here.isEmpty()) {
                not(former, Reason.UNKNOWN_DEVICE, device);
            } else if (former.status().isEmpty()) {
                not(former, Reason.NO_STATUS, device);
            } else {
                phone(device, former, former.status().get(), here.get());
            }
        }

        private void phone(DeviceName device, FormerPhone former, String status, ConfigObject here) {
            var isPending = status.equals(CertificateOperation.INSTALL_UPGRADE.pending());
            var now = here.text("operationStatus");
            if (now.equals(status)) {
                return;
            }
            if (!now.isEmpty()) {
                not(former, Reason.NEWER, device);
            } else if (status.endsWith(" pending")
                    && (!isPending || former.string().isEmpty())) {
                not(former, Reason.PENDING, device);
            } else {
                statuses.put(device.text(), status);
                edits.add(new Edit.Change(
                        Kinds.PHONE, device.text(), isPending ? pending(former) : of(status), Set.of()));
            }
        }

        private static Map<String, Value> of(String status) {
            return Map.of("operationStatus", Value.of(status));
        }

        private static Map<String, Value> pending(FormerPhone former) {
            var values = new LinkedHashMap<String, Value>();
            values.put("certificateOperation", Value.of(CertificateOperation.INSTALL_UPGRADE));
            values.put("authenticationMode", Value.of(AuthenticationMode.BY_AUTHENTICATION_STRING));
            former.string().ifPresent(string -> values.put("authenticationString", Value.of(string)));
            return values;
        }

        private void not(FormerPhone former, Reason reason, DeviceName device) {
            unread.add(new Unread(PHONES, former.line(), reason, device.text()));
        }

        void setting(String parameter, Value value) {
            var at = parameter.indexOf('.');
            var kind = Kinds.get(parameter.substring(0, at));
            var field = parameter.substring(at + 1);
            if (configuration.snapshots().current().parameters().text(parameter).equals(value.text())) {
                return;
            }
            if (KeySize.of(value.text()).filter(KeySize::needsLegacyServer).isPresent()
                    && !configuration.legacyPhones().areAdmitted()) {
                unread.add(new Unread(CONFIG, 0, Reason.SHORT_KEY, value.text()));
                return;
            }
            settings.put(parameter, value);
            edits.add(new Edit.Change(kind, kind.name(), Map.of(field, value), Set.of()));
        }
    }
}
