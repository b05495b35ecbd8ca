package org.ketwork.lab.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An append-only file of one JSON document a line. A line counts when its line feed is on the disk; opening the file cuts off
 * what a killed process left after the last one.
 */
public final class JsonLines implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final List<JsonNode> lines;

    private JsonLines(Path file, FileChannel channel, List<JsonNode> lines) {
        this.file = file;
        this.channel = channel;
        this.lines = lines;
    }

    /** Opens or creates the file for appending. */
    public static JsonLines open(Path file) {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            Complete complete = complete(file, bytes);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            channel.truncate(complete.length);
            channel.position(complete.length);
            return new JsonLines(file, channel, complete.lines);
        } catch (IOException e) {
            throw Reason.unwritable(file, e);
        }
    }

    /** The complete lines of a file, without touching it; none if there is no such file. */
    public static List<JsonNode> read(Path file) {
        try {
            return Files.exists(file) ? complete(file, Files.readAllBytes(file)).lines : List.of();
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + Reason.of(e), e);
        }
    }

    private record Complete(List<JsonNode> lines, int length) {}

    private static Complete complete(Path file, byte[] bytes) {
        List<JsonNode> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            try {
                lines.add(Json.mapper().readTree(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
            } catch (JacksonException e) {
                if (i == bytes.length - 1) {
                    // A disk that lost power may keep the length of the last line and lose its letters.
                    break;
                }
                throw new InvalidInputException(
                        file + " line " + (lines.size() + 1) + " is not JSON: " + e.getOriginalMessage(), e);
            }
            start = i + 1;
        }
        return new Complete(lines, start);
    }

    /** The lines so far, those of earlier processes first. */
    public synchronized List<JsonNode> lines() {
        return List.copyOf(lines);
    }

    /** Adds a line; when this returns, the line is on the disk. */
    public synchronized void append(Object value) {
        appendAll(List.of(value));
    }

    /** Adds several lines at once, which costs hardly more than one. */
    public synchronized void appendAll(List<?> values) {
        if (values.isEmpty()) {
            return;
        }
        List<String> added = values.stream().map(Json::line).toList();
        try {
            write((String.join("\n", added) + "\n").getBytes(StandardCharsets.UTF_8));
            channel.force(false);
        } catch (IOException e) {
            throw Reason.unwritable(file, e);
        }
        added.forEach(line -> lines.add(Json.mapper().readTree(line)));
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Forgets the lines after the first {@code count}: those that lie beyond the checkpoint from which a run goes on. */
    public synchronized void keep(int count) {
        if (count < 0 || count > lines.size()) {
            throw new IllegalArgumentException(
                    "cannot keep " + count + " lines of " + file + ", which has " + lines.size());
        }
        try {
            Complete all = complete(file, Files.readAllBytes(file));
            byte[] bytes = Files.readAllBytes(file);
            int length = 0;
            for (int line = 0; line < count; line++) {
                while (bytes[length++] != '\n') {}
            }
            if (all.length > length) {
                channel.truncate(length);
                channel.position(length);
                channel.force(true);
            }
            lines.subList(count, lines.size()).clear();
        } catch (IOException e) {
            throw Reason.unwritable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Reason.unwritable(file, e);
        }
    }
}
