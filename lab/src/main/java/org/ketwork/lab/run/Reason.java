package org.ketwork.lab.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.ketwork.numerics.InvalidInputException;

/** Why a file operation failed, in a few words. */
public final class Reason {
    private Reason() {}

    public static String of(Throwable cause) {
        return switch (cause) {
            case AccessDeniedException e -> "permission denied";
            case NoSuchFileException e -> "no such file or folder";
            case NotDirectoryException e -> "not a folder";
            case FileAlreadyExistsException e -> "a file of that name is in the way";
            case FileSystemException e when e.getReason() != null -> String.valueOf(e.getReason());
            case java.io.UncheckedIOException e when e.getCause() != null -> of(e.getCause());
            default ->
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        };
    }

    static InvalidInputException unwritable(Path file, IOException cause) {
        return new InvalidInputException(
                "cannot write " + file + ": " + of(cause) + "; what was stored before is untouched", cause);
    }
}
