package org.ketwork.numerics.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ketwork.numerics.InvalidInputException;

/** The sentences for what the operating system refuses, in one place. */
final class Failure {
    private Failure() {}

    /** A file whose content is not what its format allows. */
    static InvalidInputException content(Path file, String found) {
        return content(file.toString(), found);
    }

    /** The same for a file, or a member of an archive, that goes by a name. */
    static InvalidInputException content(String file, String found) {
        return new InvalidInputException(file + ": " + found);
    }

    /** {@code verb} is "read" or "write". */
    static InvalidInputException cannot(String verb, Path file, IOException e) {
        return new InvalidInputException("cannot " + verb + " " + file + ": " + reason(e), e);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case FileAlreadyExistsException file -> file.getFile() + " is a file where a folder is needed";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    static Path requirePresent(@Nullable Path folder, Path file) throws IOException {
        if (folder == null) {
            throw new IOException("it is the root of the file system, and a file is needed: " + file);
        }
        return folder;
    }
}
