package org.keyline.web.phone;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.DeviceSecurityOptions;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.KeyCatalogue;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.security.KeySize;
import org.keyline.web.form.EditedFields;
import org.keyline.web.form.FormField;
import org.keyline.web.form.FormField.Kind;
import org.keyline.web.form.FormField.Option;

/**
 * The security part of a phone's page: which fields it has for its model and its certificates, with labels, help,
 * values and ranges from the schema (spec CAPF-048 to CAPF-068, PH-027, PH-028, PH-051).
 */
public final class PhoneFields implements EditedFields {
    private static final String MODE = "phone.section.mode";
    private static final String CERTIFICATE = "phone.section.capf";
    private static final String HARDENED = "phone.section.hardening";

    /** The titles of sections that phones without security features do not have. */
    static final List<String> OF_SECURITY = List.of(MODE, CERTIFICATE, HARDENED);

    private static final DateTimeFormatter DEADLINE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> CAPF = List.of(
            "certificateOperation",
            "authenticationMode",
            "authenticationString",
            "keySize",
            "operationCompletesBy",
            "operationStatus");
    private static final List<String> KEYS = List.of("softkeyTemplate", "buttonTemplate");
    private static final List<String> SERVICES = List.of("services", "extensionMobility", "loggedInUser");
    private static final List<String> SILENCE =
            List.of("doNotDisturbOption", "doNotDisturb", "privacy", "loggedIntoHuntGroups");
    private static final List<String> MEDIA = List.of("useTrustedRelayPoint", "mediaTerminationPointRequired");
    /** Functions that can be switched off, each where the model has it. */
    private static final Map<String, SecurityFeature> HARDENING = hardening();

    private final ConfigObject phone;
    private final PhoneModel model;
    private final boolean hasCertificate;
    private final boolean admitsLegacyKeys;
    private final KeyCatalogue catalogue;
    private final Texts texts;

    /**
     * The fields of {@code phone}.
     *
     * @param hasCertificate whether it is known to have an LSC or a MIC
     * @param admitsLegacyKeys whether keys may be chosen that need a server for old phones
     * @param catalogue the templates that may be chosen
     * @param texts the reader's language
     */
    public PhoneFields(
            ConfigObject phone, boolean hasCertificate, boolean admitsLegacyKeys, KeyCatalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.admitsLegacyKeys = admitsLegacyKeys;
        this.phone = phone;
        this.model = PhoneModels.byName(phone.text("model"))
                .orElseThrow(() -> new IllegalStateException("A stored phone has an unknown model"));
        this.hasCertificate = hasCertificate;
        this.texts = texts;
    }

    /** The sections with what was entered, or what is stored, and what is wrong with it. */
    public List<PhoneSection> sections(Map<String, String> entered, List<Problem> problems) {
        var sections = new ArrayList<PhoneSection>();
        add(sections, MODE, modeFields(), entered, problems);
        add(sections, CERTIFICATE, capfFields(), entered, problems);
        add(sections, HARDENED, hardeningFields(), entered, problems);
        add(sections, "phone.section.keys", KEYS, entered, problems);
        add(sections, "phone.section.services", SERVICES, entered, problems);
        add(sections, "phone.section.silence", SILENCE, entered, problems);
        add(sections, "phone.section.media", MEDIA, entered, problems);
        return sections;
    }

    @Override
    public List<String> names() {
        var names = new ArrayList<String>();
        names.addAll(modeFields());
        names.addAll(capfFields());
        names.addAll(hardeningFields());
        names.addAll(KEYS);
        names.addAll(SERVICES);
        names.removeAll(List.of("operationStatus", "loggedInUser"));
        names.addAll(SILENCE);
        names.addAll(MEDIA);
        return names;
    }

    /** Phones without security support have no mode to choose (spec PH-027). */
    private List<String> modeFields() {
        return model.supports(SecurityFeature.DEVICE_AUTHENTICATION) ? List.of("securityMode") : List.of();
    }

    private List<String> capfFields() {
        return model.supports(SecurityFeature.LSC) ? CAPF : List.of();
    }

    /** What the model cannot switch off is not offered (spec PH-014, PH-015). */
    private List<String> hardeningFields() {
        return HARDENING.entrySet().stream()
                .filter(field -> model.supports(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, SecurityFeature> hardening() {
        var fields = new LinkedHashMap<String, SecurityFeature>();
        fields.put("pcPort", SecurityFeature.PC_PORT);
        fields.put("settingsAccess", SecurityFeature.SETTINGS_ACCESS);
        fields.put("gratuitousArp", SecurityFeature.GRATUITOUS_ARP);
        fields.put("pcVoiceVlanAccess", SecurityFeature.PC_VOICE_VLAN_ACCESS);
        fields.put("webAccess", SecurityFeature.WEB_ACCESS);
        fields.put("builtInBridge", SecurityFeature.DEVICE_AUTHENTICATION);
        return fields;
    }

    private void add(
            List<PhoneSection> sections,
            String title,
            List<String> names,
            Map<String, String> entered,
            List<Problem> problems) {
        if (!names.isEmpty()) {
            sections.add(new PhoneSection(
                    title,
                    names.stream().map(name -> field(name, entered, problems)).toList()));
        }
    }

    private FormField field(String name, Map<String, String> entered, List<Problem> problems) {
        var field = Kinds.PHONE.field(name).orElseThrow();
        return new FormField(
                name,
                texts.label("phone", name),
                texts.help("phone", name),
                KEYS.contains(name) ? Kind.CHOICE : Kind.of(field),
                options(field),
                Optional.ofNullable(entered.get(name)).orElseGet(() -> stored(name)),
                problems.stream()
                        .filter(problem -> problem.field().equals(name))
                        .map(problem -> problem.text(texts))
                        .toList());
    }

    private List<Option> options(Field field) {
        if (KEYS.contains(field.name())) {
            return templates(field);
        }
        return Option.of(field, texts).stream()
                .filter(option -> isOffered(field.name(), option.value()))
                .toList();
    }

    /** None of its own, and those that fit it. */
    private List<Option> templates(Field field) {
        var names = field.name().equals("softkeyTemplate")
                ? catalogue.softkeyTemplates().keySet().stream()
                : catalogue.buttonTemplates().values().stream()
                        .filter(template -> template.model().equals(model.name()))
                        .map(ButtonTemplate::name);
        var options = new ArrayList<Option>();
        options.add(new Option("", texts.text("value.none")));
        names.sorted().forEach(name -> options.add(new Option(name, name)));
        return options;
    }

    private boolean isOffered(String field, String value) {
        return switch (field) {
            case "securityMode" ->
                DeviceSecurityOptions.of(model).stream()
                        .anyMatch(mode -> mode.name().equals(value));
            case "keySize" ->
                stored(field).equals(value)
                        || KeySize.of(value).filter(this::isOffered).isPresent();
            case "certificateOperation" ->
                hasCertificate
                        || !(value.equals("DELETE") || value.equals("TROUBLESHOOT"))
                        || stored(field).equals(value);
            default -> true;
        };
    }

    /** Keys that the model can make and that may be chosen (spec CAPF-066). */
    private boolean isOffered(KeySize size) {
        return model.keySizes().contains(size) && (admitsLegacyKeys || !size.needsLegacyServer());
    }

    /** A deadline is in the time of this node. */
    @Override
    public String stored(String name) {
        return phone.value(name)
                .map(value -> value instanceof Value.Moment(var instant) ? shown(instant) : value.text())
                .orElse("");
    }

    /** The stored value of every field an administrator can change here. */
    public Map<String, String> storedValues() {
        var values = new LinkedHashMap<String, String>();
        names().forEach(name -> values.put(name, stored(name)));
        return values;
    }

    @Override
    public String shown(String name) {
        return options(Kinds.PHONE.field(name).orElseThrow()).stream()
                .filter(option -> option.value().equals(stored(name)))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> stored(name));
    }

    /** A deadline as it is entered. */
    static String shown(Instant deadline) {
        return DEADLINE.format(deadline.atZone(ZoneId.systemDefault()));
    }
}
