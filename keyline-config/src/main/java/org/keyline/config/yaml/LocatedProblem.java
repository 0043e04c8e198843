package org.keyline.config.yaml;

import java.util.List;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;

/** What is wrong in a file, and where, counting lines and columns from 1. */
public record LocatedProblem(int line, int column, Problem problem) {
    static LocatedProblem at(YamlNode.Place place, Problem problem) {
        return new LocatedProblem(place.line(), place.column(), problem);
    }

    /** A problem of the file itself rather than of an object in it. */
    static LocatedProblem ofFile(YamlNode.Place place, String value, String message, Object... arguments) {
        var texts = List.of(arguments).stream().map(String::valueOf).toList();
        return at(place, new Problem("", "", "", value, message, texts));
    }

    /** One line: place, object, field and what would be right. */
    public String text(Texts texts) {
        return texts.message(
                "yaml.position",
                List.of("", Integer.toString(line), Integer.toString(column), problem.sentence(texts)));
    }
}
