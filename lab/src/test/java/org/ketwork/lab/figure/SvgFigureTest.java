package org.ketwork.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Golden files. After a change that is meant, look at each {@code NAME.new.svg} beside the old file and rename it.
 */
class SvgFigureTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/ketwork/lab/figure");

    @TestFactory
    List<DynamicTest> aFigureLooksAsItDid() {
        return Gallery.all().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.name(), () -> compare(figure)))
                .toList();
    }

    private static void compare(Figure figure) throws IOException {
        String drawn = SvgFigure.document(figure);
        Path golden = GOLDEN.resolve(figure.name() + ".svg");
        if (Files.exists(golden) && Files.readString(golden).equals(drawn)) {
            return;
        }
        Path fresh = GOLDEN.resolve(figure.name() + ".new.svg");
        Files.createDirectories(GOLDEN);
        Files.writeString(fresh, drawn);
        fail("the figure differs from " + golden.toAbsolutePath() + "; the new one is " + fresh.toAbsolutePath());
    }

    @TestFactory
    List<DynamicTest> noTextIsCutAndNoneCoversAnother() {
        return Gallery.all().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.name(), () -> {
                    List<Box> boxes = Box.of(parse(SvgFigure.document(figure)));
                    for (Box box : boxes) {
                        assertThat(box.left).as(box.text).isGreaterThanOrEqualTo(0);
                        assertThat(box.right).as(box.text).isLessThanOrEqualTo(SvgFigure.WIDTH);
                        for (Box other : boxes) {
                            assertThat(box != other && box.covers(other))
                                    .as("\"%s\" covers \"%s\"", box.text, other.text)
                                    .isFalse();
                        }
                    }
                }))
                .toList();
    }

    @Test
    void aDocumentIsWellFormedAndSaysWhatItShows() throws Exception {
        for (Figure figure : Gallery.all()) {
            Element svg = parse(SvgFigure.document(figure)).getDocumentElement();
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isEqualTo(figure.caption());
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(figure.caption());
        }
    }

    @Test
    void withoutStyleOnlyTheStyleSheetIsGone() {
        String document = SvgFigure.document(Gallery.all().getFirst());
        assertThat(SvgFigure.withoutStyle(document))
                .doesNotContain("<style>")
                .contains("<path")
                .endsWith("</svg>\n");
    }

    static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The room of a text that is not turned. */
    private record Box(String text, double left, double right, double baseline) {
        static List<Box> of(Document document) {
            NodeList texts = document.getElementsByTagName("text");
            return java.util.stream.IntStream.range(0, texts.getLength())
                    .mapToObj(i -> (Element) texts.item(i))
                    .filter(t -> !t.hasAttribute("transform"))
                    .map(Box::of)
                    .toList();
        }

        private static Box of(Element text) {
            double x = Double.parseDouble(text.getAttribute("x"));
            double width = Letters.width(text.getTextContent());
            double left = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - width;
                case "middle" -> x - width / 2;
                default -> x;
            };
            return new Box(text.getTextContent(), left, left + width, Double.parseDouble(text.getAttribute("y")));
        }

        boolean covers(Box other) {
            boolean across = left < other.right - 0.2 && other.left < right - 0.2;
            return across && Math.abs(baseline - other.baseline) < 10;
        }
    }
}
