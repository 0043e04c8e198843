package org.keyline.node.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyline.node.backup.Manifest;
import org.keyline.node.backup.RestoreWish;
import org.keyline.node.backup.SavedFile;
import org.keyline.node.backup.Scope;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told of a backup.
 *
 * @param file where it lies
 * @param manifest what it says of itself
 */
record BackupReport(Path file, Manifest manifest) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What a script reads. */
    private record Answer(
            String file,
            String node,
            String made,
            String product,
            int database,
            String mode,
            boolean firmware,
            long bytes,
            List<String> servers,
            List<String> tokens,
            List<SavedFile> files) {}

    String json() {
        return MAPPER.writeValueAsString(new Answer(
                file.toString(),
                manifest.node(),
                manifest.made().toString(),
                manifest.product().toString(),
                manifest.database(),
                manifest.mode().name(),
                manifest.firmware(),
                manifest.length(),
                manifest.servers(),
                manifest.tokens(),
                manifest.files()));
    }

    String made() {
        return CommandTexts.text("backup.made", file, manifest.files().size(), manifest.length());
    }

    String whole() {
        return CommandTexts.text(
                "backup.whole",
                file,
                manifest.node(),
                manifest.made(),
                manifest.files().size(),
                manifest.length());
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(CommandTexts.text("backup.show.node", manifest.node()));
        lines.add(CommandTexts.text("backup.show.made", manifest.made()));
        lines.add(CommandTexts.text("backup.show.product", manifest.product(), manifest.database()));
        lines.add(CommandTexts.text("backup.show.mode", manifest.mode()));
        lines.add(CommandTexts.text("backup.show.servers", String.join(", ", manifest.servers())));
        lines.add(CommandTexts.text(
                "backup.show.tokens", manifest.tokens().isEmpty() ? "–" : String.join("; ", manifest.tokens())));
        lines.add(CommandTexts.text(manifest.firmware() ? "backup.show.firmware" : "backup.show.nofirmware"));
        manifest.files()
                .forEach(saved ->
                        lines.add(CommandTexts.text("backup.show.file", saved.length(), saved.sha256(), saved.path())));
        return String.join("\n", lines);
    }

    /** That it was restored, and what is to be done now, in this order (spec W5, W6, W8). */
    String restored(Path data, RestoreWish wish) {
        var lines = new ArrayList<String>();
        lines.add(CommandTexts.text("backup.restored." + wish.scope(), manifest.node(), manifest.made(), data));
        var todo = new ArrayList<String>();
        todo.add(CommandTexts.text("backup.todo.start", data));
        if (wish.scope() == Scope.NEW_IDENTITY) {
            todo.add(CommandTexts.text("backup.todo.address"));
        }
        if (manifest.servers().size() > 1 && wish.isWholeCluster()) {
            todo.add(CommandTexts.text("backup.todo.others", String.join(", ", manifest.servers())));
        }
        if (!manifest.tokens().isEmpty()) {
            todo.add(CommandTexts.text("backup.todo.ctl", String.join("; ", manifest.tokens())));
            todo.add(CommandTexts.text("backup.todo.nomode", manifest.mode()));
            todo.add(CommandTexts.text("backup.todo.restart"));
        }
        lines.add(CommandTexts.text("backup.todo"));
        for (int i = 0; i < todo.size(); i++) {
            lines.add("  " + (i + 1) + ". " + todo.get(i));
        }
        lines.add(CommandTexts.text("backup.undohint", data));
        return String.join("\n", lines);
    }
}
