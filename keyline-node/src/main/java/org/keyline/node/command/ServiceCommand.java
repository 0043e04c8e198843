package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.keyline.config.Configuration;
import org.keyline.model.server.NodeService;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.node.service.ServiceLine;
import org.keyline.serviceability.control.ServiceOrder;
import org.keyline.serviceability.control.ServiceProblem;
import org.keyline.serviceability.control.ServiceProblem.Reason;
import org.keyline.serviceability.control.ServiceTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The services of a node: looked at, activated, started, stopped (spec OPS-12 to OPS-16), also without its web. */
@Command(name = "service", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class ServiceCommand {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--json", descriptionKey = "keyline.service.json") boolean json)
            throws IOException {
        var directory = NodeDirectory.existing(data);
        try (var configuration = Configuration.open(directory.path())) {
            var services = ServicesBeside.of(directory, configuration).services();
            if (json) {
                System.out.println(MAPPER.writeValueAsString(services));
            } else {
                services.forEach(service -> System.out.println(text(service).stripTrailing()));
            }
        }
        return 0;
    }

    private static String text(ServiceLine service) {
        return CommandTexts.text(
                "service.line",
                service.id(),
                service.name(),
                CommandTexts.text(service.activated() ? "service.activated" : "service.deactivated"),
                CommandTexts.text("service.state." + service.state()),
                service.since().map(Object::toString).orElse(""),
                service.reason());
    }

    @Command(name = "start", mixinStandardHelpOptions = true)
    int start(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.service.name") String name)
            throws IOException {
        return carryOut(ServiceOrder.START, data, name);
    }

    @Command(name = "stop", mixinStandardHelpOptions = true)
    int stop(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.service.name") String name)
            throws IOException {
        return carryOut(ServiceOrder.STOP, data, name);
    }

    @Command(name = "restart", mixinStandardHelpOptions = true)
    int restart(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.service.name") String name)
            throws IOException {
        return carryOut(ServiceOrder.RESTART, data, name);
    }

    @Command(name = "activate", mixinStandardHelpOptions = true)
    int activate(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.service.name") String name)
            throws IOException {
        return carryOut(ServiceOrder.ACTIVATE, data, name);
    }

    @Command(name = "deactivate", mixinStandardHelpOptions = true)
    int deactivate(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.service.name") String name)
            throws IOException {
        return carryOut(ServiceOrder.DEACTIVATE, data, name);
    }

    private static int carryOut(ServiceOrder order, Path data, String name) throws IOException {
        var service = NodeService.named(name);
        if (service.isEmpty()) {
            return refused(ServiceProblem.of(Reason.UNKNOWN, name, names()));
        }
        var directory = NodeDirectory.existing(data);
        try (var configuration = Configuration.open(directory.path())) {
            var problem = ServicesBeside.of(directory, configuration).carryOut(order, service.get());
            return problem.map(ServiceCommand::refused).orElseGet(() -> done(order, service.get()));
        }
    }

    private static String names() {
        return Arrays.stream(NodeService.values()).map(NodeService::id).collect(Collectors.joining(", "));
    }

    private static int done(ServiceOrder order, NodeService service) {
        System.out.println(CommandTexts.text("service.done." + order, service.title()));
        System.out.println(ServiceTexts.consequence(CommandTexts.language(), order, service));
        return 0;
    }

    private static int refused(ServiceProblem problem) {
        System.err.println(problem.text(CommandTexts.language()));
        return 1;
    }
}
