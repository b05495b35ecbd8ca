package org.ketwork.quantum;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Files that someone has broken in random ways. */
public final class TextMutants {
    private static final String LETTERS = "0123456789 .-+eijXYZIsites#\n\t()x\u00e9\0";

    private TextMutants() {}

    /** Runs the reader on mutants of a text; anything it throws but an {@link InvalidInputException} goes through. Returns refusals. */
    public static int refused(Path folder, String text, int mutants, Consumer<Path> reader) throws IOException {
        RandomStream random = RandomAddress.root(8).at("mutants").at(text.length()).stream();
        Path file = folder.resolve("mutant.txt");
        int refused = 0;
        for (int mutant = 0; mutant < mutants; mutant++) {
            StringBuilder broken = new StringBuilder(text);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes && !broken.isEmpty(); change++) {
                int at = random.nextInt(broken.length());
                char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                switch (random.nextInt(4)) {
                    case 0 -> broken.setCharAt(at, letter);
                    case 1 -> broken.insert(at, letter);
                    case 2 -> broken.deleteCharAt(at);
                    default -> broken.setLength(random.nextInt(8) == 0 ? at : broken.length());
                }
            }
            byte[] bytes = broken.toString().getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(10) == 0 && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                reader.accept(file);
            } catch (InvalidInputException e) {
                String sentence = String.valueOf(e.getMessage());
                if (sentence.length() < 10 || sentence.length() > 600) {
                    throw new AssertionError("a sentence, not \"" + sentence + "\"", e);
                }
                refused++;
            }
        }
        return refused;
    }
}
