package org.keyline.node;

import org.keyline.node.backup.ProductVersion;
import org.keyline.node.command.AdminCommand;
import org.keyline.node.command.BackupCommand;
import org.keyline.node.command.CallsCommand;
import org.keyline.node.command.CapfCommand;
import org.keyline.node.command.CertCommand;
import org.keyline.node.command.CommandTexts;
import org.keyline.node.command.ConfigCommand;
import org.keyline.node.command.CtlCommand;
import org.keyline.node.command.DialPlanCommand;
import org.keyline.node.command.FirmwareCommand;
import org.keyline.node.command.LocationCommand;
import org.keyline.node.command.NodeCommand;
import org.keyline.node.command.SecureCommand;
import org.keyline.node.command.ServiceCommand;
import org.keyline.node.command.SetCommand;
import org.keyline.node.command.ShowCommand;
import org.keyline.node.command.SrstCommand;
import org.keyline.node.command.TokenCommand;
import org.keyline.node.command.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The server's command line. */
@Command(
        name = "keyline",
        mixinStandardHelpOptions = true,
        version = "Keyline " + ProductVersion.CURRENT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NodeCommand.class,
            ConfigCommand.class,
            CertCommand.class,
            CapfCommand.class,
            TokenCommand.class,
            CtlCommand.class,
            SecureCommand.class,
            ServiceCommand.class,
            BackupCommand.class,
            FirmwareCommand.class,
            AdminCommand.class,
            SrstCommand.class,
            DialPlanCommand.class,
            CallsCommand.class,
            LocationCommand.class,
            ShowCommand.class,
            SetCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("node")) {
            // Before the first logger is made, which reads it.
            System.setProperty("keyline.log.level", "WARN");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setResourceBundle(CommandTexts.bundle())
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getColorScheme().errorText("keyline: " + Trouble.text(failure)));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
