package org.keyline.lab;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.keyline.lab.demo.DemoCommand;
import org.keyline.lab.load.HandshakeServer;
import org.keyline.lab.load.LoadCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The lab's command line: {@code demo}, {@code load} and its helper. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Lab phones for Keyline.",
        subcommands = {DemoCommand.class, LoadCommand.class, HandshakeServer.class})
public final class Main {
    private static final String LOGGING = "logback.configurationFile";

    /**
     * The SRTP library tells of its benchmarks; kept in a field, because the log manager forgets loggers nobody holds.
     */
    private static final Logger MEDIA_LOG = Logger.getLogger("org.jitsi");

    private Main() {}

    /** Runs a subcommand; its exit code becomes the process's. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "lab-logback.xml");
        }
        MEDIA_LOG.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
