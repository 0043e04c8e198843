package org.keyline.web.phone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.Configuration;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.phone.BulkOrder.Action;
import org.keyline.web.phone.BulkProgress.Refusal;

/** Does what a bulk operation orders, for some phones at a time. */
record BulkPortion(Configuration configuration, DeviceControl devices, BulkJournal journal) {
    /** Does the phones, notes the progress with it, and returns that. */
    BulkProgress run(BulkTask task, List<String> phones) {
        var refusals = new ArrayList<Refusal>();
        var order = task.progress().order();
        return switch (order.action()) {
            case RESET -> reset(task, phones, refusals);
            case CERTIFICATES, MODE, DELETE -> change(task, fit(order, phones, refusals), phones.size(), refusals);
        };
    }

    private BulkProgress reset(BulkTask task, List<String> phones, List<Refusal> refusals) {
        for (var phone : phones) {
            if (!devices.reset(new DeviceName(phone), Reset.Kind.RESET)) {
                refusals.add(new Refusal(phone, "problem.notRegistered", "", List.of()));
            }
        }
        var now = task.progress().after(phones.size(), refusals);
        journal.save(now);
        return now;
    }

    private List<String> fit(BulkOrder order, List<String> phones, List<Refusal> refusals) {
        if (!order.needsCertificate()) {
            return phones;
        }
        var certified = certified();
        phones.stream()
                .filter(phone -> !certified.contains(phone))
                .forEach(phone -> refusals.add(new Refusal(phone, "problem.noCertificate", "", List.of())));
        return phones.stream().filter(certified::contains).toList();
    }

    private Set<String> certified() {
        return configuration.phoneCertificates().list().stream()
                .map(PhoneCertificate::device)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All of them in one transaction; where some are wrong, the others once more without them. */
    private BulkProgress change(BulkTask task, List<String> phones, int count, List<Refusal> refusals) {
        var order = task.progress().order();
        var author = Author.administrator(task.who());
        var left = phones;
        while (true) {
            var now = task.progress().after(count, refusals);
            var edits = left.stream().map(phone -> edit(order, phone)).toList();
            switch (configuration.store().apply(edits, author, journal.setting(now))) {
                case SaveResult.Saved _ -> {
                    resetAfterwards(order, left);
                    return now;
                }
                case SaveResult.Invalid(var problems) -> left = without(left, problems, refusals);
            }
        }
    }

    private static List<String> without(List<String> phones, List<Problem> problems, List<Refusal> refusals) {
        var wrong = new LinkedHashMap<String, Problem>();
        problems.forEach(problem -> wrong.putIfAbsent(problem.key(), problem));
        var left = phones.stream().filter(phone -> !wrong.containsKey(phone)).toList();
        if (left.size() == phones.size()) {
            throw new IllegalStateException("A change was refused for no phone in it");
        }
        wrong.forEach((phone, problem) ->
                refusals.add(new Refusal(phone, problem.message(), problem.value(), problem.arguments())));
        return left;
    }

    private static Edit edit(BulkOrder order, String phone) {
        if (order.action() == Action.DELETE) {
            return new Edit.Remove(Kinds.PHONE, phone);
        }
        var form = Form.read(Kinds.PHONE, phone, order.texts());
        var values = new LinkedHashMap<>(form.values());
        if (order.needsStrings()) {
            values.put("authenticationString", Value.of(AuthenticationStrings.generate()));
        }
        return new Edit.Change(Kinds.PHONE, phone, values, new HashSet<>(form.cleared()));
    }

    private void resetAfterwards(BulkOrder order, List<String> phones) {
        if (order.reset()) {
            phones.forEach(phone -> devices.reset(new DeviceName(phone), Reset.Kind.RESET));
        }
    }
}
