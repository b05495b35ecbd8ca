package org.ketwork.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConventionsTest {
    @Test
    void thePageOfTheDocumentationIsTheTableOfTheClass() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "conventions.md"))).endsWith(Conventions.markdown());
    }

    @Test
    void everyConventionIsOneSentence() {
        assertThat(Conventions.sentences())
                .hasSameSizeAs(Conventions.all())
                .allMatch(sentence -> sentence.indexOf('\n') < 0)
                .contains("depolarizing(p): X, Y and Z each with probability p/3, so that p = 3/4 mixes a qubit fully"
                        + " (others: Aer and Yao: (1-λ)ρ + λI/2ⁿ)");
    }
}
