package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.node.service.LocationLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The locations of a node that runs, and what calls take of their bandwidth; also without its web. */
@Command(name = "location", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class LocationCommand {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--json", descriptionKey = "keyline.location.json") boolean json)
            throws IOException {
        var uses = ServicesBeside.locations(NodeDirectory.existing(data))
                .uses()
                .orElseThrow(() -> new IOException(CommandTexts.text("location.notrunning", data)));
        if (json) {
            System.out.println(MAPPER.writeValueAsString(uses));
        } else {
            print(uses);
        }
        return 0;
    }

    private static void print(List<LocationLine> uses) {
        System.out.println(CommandTexts.text("location.head"));
        for (var use : uses) {
            var limit = use.limit() == 0 ? CommandTexts.text("location.unlimited") : String.valueOf(use.limit());
            System.out.println(
                    CommandTexts.text("location.line", use.name(), use.taken(), limit, use.streams(), use.refused()));
        }
    }
}
