package org.keyline.node.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.keyline.config.database.DatabaseBusy;
import org.keyline.node.NodeUnavailable;
import org.keyline.node.backup.BackupException;
import org.keyline.trust.sealed.SealedFileException;
import org.keyline.trust.token.TokenException;

/** What went wrong, as whoever typed the command reads it. */
public final class Trouble {
    private Trouble() {}

    /** A sentence or two: what it is, where, and what mends it. */
    public static String text(Exception failure) {
        return switch (failure) {
            case AccessDeniedException denied -> CommandTexts.text("trouble.denied", denied.getFile());
            case FileAlreadyExistsException kept
            when kept.getReason() != null -> CommandTexts.text("trouble.exists", kept.getFile());
            case FileAlreadyExistsException there -> CommandTexts.text("trouble.directory", there.getFile());
            case NotDirectoryException file -> CommandTexts.text("trouble.directory", file.getFile());
            case NoSuchFileException missing -> CommandTexts.text("trouble.nofile", missing.getFile());
            case FileSystemException other -> CommandTexts.text("trouble.disk", said(other));
            case NodeUnavailable node -> CommandTexts.text(key(node.reason()), node.facts());
            case BackupException backup -> CommandTexts.text("backup.trouble." + backup.reason(), backup.facts());
            case SealedFileException sealed -> CommandTexts.text("backup.sealed." + sealed.reason(), said(sealed));
            case TokenException token -> CommandTexts.text("trouble.token." + token.reason(), said(token));
            case IOException described -> said(described);
            case DatabaseBusy _ -> CommandTexts.text("trouble.busy");
            case UncheckedIOException io -> CommandTexts.text("trouble.disk", said(io));
            case RuntimeException inside
            when inside.getCause() != null -> CommandTexts.text("trouble.disk", said(root(inside)));
            case Exception other -> said(other);
        };
    }

    private static String key(NodeUnavailable.Reason reason) {
        return switch (reason) {
            case LOCKED -> "trouble.locked";
            case MISSING -> "trouble.missing";
            case UNNAMED -> "trouble.unnamed";
            case RESTORING -> "trouble.restoring";
        };
    }

    private static Throwable root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String said(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }
}
