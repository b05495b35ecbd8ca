package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {
    @TempDir
    Path folder;

    @Test
    void theMarkOfAnEditorAndTheLineEndsOfAnotherSystemDoNotCount() throws IOException {
        Path file = Files.writeString(folder.resolve("bonds.txt"), "\uFEFF0 1 # a bond\r\n\r\n1 2\r\n");
        assertThat(TextLines.read(file))
                .extracting(TextLines.Line::number, TextLines.Line::text)
                .containsExactly(tuple(1, "0 1"), tuple(3, "1 2"));
    }
}
