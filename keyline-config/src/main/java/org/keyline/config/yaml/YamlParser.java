package org.keyline.config.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.keyline.config.yaml.YamlNode.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of a YAML text from the parser's events. Values stay texts; what they mean is for the descriptions to
 * say. Bounded: no aliases, {@value #MAX_DEPTH} levels, one document.
 */
final class YamlParser {
    static final int MAX_CHARACTERS = 64 << 20;
    static final int MAX_DEPTH = 8;

    private final Iterator<Event> events;

    private YamlParser(Iterator<Event> events) {
        this.events = events;
    }

    /** The document's tree; an empty document is an empty scalar. */
    static YamlNode parse(String text) throws UnreadableFile {
        if (text.length() > MAX_CHARACTERS) {
            throw new UnreadableFile(LocatedProblem.ofFile(Place.START, "", "yaml.size", MAX_CHARACTERS));
        }
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            return new YamlParser(new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException syntax) {
            throw unreadable(place(syntax.getProblemMark()), String.valueOf(syntax.getProblem()));
        } catch (YamlEngineException syntax) {
            throw unreadable(Place.START, String.valueOf(syntax.getMessage()));
        }
    }

    private static UnreadableFile unreadable(Place place, String why) {
        return new UnreadableFile(LocatedProblem.ofFile(place, "", "yaml.syntax", why));
    }

    private YamlNode document() throws UnreadableFile {
        YamlNode root = new YamlNode.Scalar("", true, Place.START);
        boolean seen = false;
        while (events.hasNext()) {
            var event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (seen) {
                        throw new UnreadableFile(LocatedProblem.ofFile(place(event), "", "yaml.documents"));
                    }
                    seen = true;
                    root = node(events.next(), 1);
                }
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd ->
                    throw unreadable(place(event), "unexpected content");
            }
        }
        return root;
    }

    private YamlNode node(Event event, int depth) throws UnreadableFile {
        var place = place(event);
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw new UnreadableFile(LocatedProblem.ofFile(place, "", "yaml.alias"));
        }
        if (depth > MAX_DEPTH) {
            throw new UnreadableFile(LocatedProblem.ofFile(place, "", "yaml.depth", MAX_DEPTH));
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence(place, depth);
            case MappingStart -> mapping(place, depth);
            case Alias, SequenceEnd, MappingEnd, StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment ->
                throw unreadable(place, "a value is missing");
        };
    }

    private static YamlNode.Scalar scalar(ScalarEvent event) {
        return new YamlNode.Scalar(event.getValue(), event.isPlain(), place(event));
    }

    private YamlNode sequence(Place place, int depth) throws UnreadableFile {
        var items = new ArrayList<YamlNode>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(items, place);
    }

    private YamlNode mapping(Place place, int depth) throws UnreadableFile {
        var entries = new LinkedHashMap<String, YamlNode.Entry>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof YamlNode.Scalar name)) {
                throw unreadable(place(event), "a name is a single value");
            }
            var entry = new YamlNode.Entry(node(events.next(), depth + 1), name.place());
            if (entries.put(name.text(), entry) != null) {
                throw new UnreadableFile(LocatedProblem.ofFile(name.place(), name.text(), "yaml.twice"));
            }
        }
        return new YamlNode.Mapping(entries, place);
    }

    private static Place place(Event event) {
        return place(event.getStartMark());
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.START);
    }
}
