package org.keyline.config.setup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** Adds a phone that was waiting: phone and line in one step, everything else by default. */
public final class PhoneAdoption {
    private PhoneAdoption() {}

    /**
     * Adds the phone and, unless it exists already, the line; an existing line becomes shared.
     *
     * @param device the device name, for example {@code SEP001122334455}
     * @param model the phone model's name
     * @param number the directory number, in partition {@code <None>}
     * @param display the name others see; may be empty
     */
    public static SaveResult adopt(
            ConfigStore store, String device, String model, String number, String display, Author author) {
        return adopt(store, new Request(device, model, number, display, Map.of()), author);
    }

    /**
     * A phone to be added.
     *
     * @param settings further fields of the phone, for example a certificate operation
     */
    public record Request(String device, String model, String number, String display, Map<String, Value> settings) {
        public Request {
            settings = Map.copyOf(settings);
        }
    }

    /** Adds the phone as asked. */
    public static SaveResult adopt(ConfigStore store, Request request, Author author) {
        var line = new Edit.Put(Kinds.LINE, line(request), Set.of(), true);
        return store.apply(List.of(line, new Edit.Create(Kinds.PHONE, phone(request))), author);
    }

    /**
     * Adds the phone with a line of its own: where somebody has added that line meanwhile nothing is saved, for nobody
     * asked this phone to share it.
     */
    public static SaveResult adoptAlone(ConfigStore store, Request request, Author author) {
        var line = new Edit.Create(Kinds.LINE, line(request));
        return store.apply(List.of(line, new Edit.Create(Kinds.PHONE, phone(request))), author);
    }

    private static Map<String, Value> line(Request request) {
        return Map.of("number", Value.of(request.number()));
    }

    private static Map<String, Value> phone(Request request) {
        var line = new Value.Row(Map.of("line", Value.of(request.number()), "display", Value.of(request.display())));
        var phone = new java.util.LinkedHashMap<String, Value>();
        phone.put("name", Value.of(request.device()));
        phone.put("model", Value.of(request.model()));
        phone.put("lines", new Value.Rows(List.of(line)));
        phone.putAll(request.settings());
        return phone;
    }
}
