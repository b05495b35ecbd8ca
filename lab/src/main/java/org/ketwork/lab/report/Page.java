package org.ketwork.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.figure.FigureStyle;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.run.Provenance;

/** Builds a report from top to bottom. Every text is escaped; nothing is fetched when the page is shown. */
public final class Page {
    private final String title;
    private final StringBuilder body = new StringBuilder();

    private Page(String title) {
        this.title = title;
    }

    public static Page titled(String title) {
        return new Page(title);
    }

    /** A badge: its tone is a class of the style sheet (good, bad, open, broken). */
    public record Badge(String text, String tone) {}

    public Page section(String heading, String anchor) {
        return raw("<h2 id=\"" + escape(anchor) + "\">" + escape(heading) + "</h2>\n");
    }

    public Page heading(String heading) {
        return raw("<h3>" + escape(heading) + "</h3>\n");
    }

    public Page paragraph(String text) {
        return raw("<p>" + escape(text) + "</p>\n");
    }

    public Page lead(String text) {
        return raw("<p class=\"lead\">" + escape(text) + "</p>\n");
    }

    /** Formulas and other text whose line breaks count. */
    public Page formula(String text) {
        return raw("<p class=\"formula\">" + escape(text.strip()) + "</p>\n");
    }

    /** Short facts, a name and a text each. */
    public Page facts(List<List<String>> facts) {
        StringBuilder list = new StringBuilder("<dl>\n");
        for (List<String> fact : facts) {
            list.append("<dt>")
                    .append(escape(fact.get(0)))
                    .append("</dt><dd>")
                    .append(escape(fact.get(1)))
                    .append("</dd>\n");
        }
        return raw(list.append("</dl>\n").toString());
    }

    public Page bullets(List<String> sentences) {
        StringBuilder list = new StringBuilder("<ul>\n");
        sentences.forEach(s -> list.append("<li>").append(escape(s)).append("</li>\n"));
        return raw(list.append("</ul>\n").toString());
    }

    /** A table; the column of a number is set flush right. */
    public Table table(String... headings) {
        return new Table(this, List.of(headings));
    }

    /** Figures side by side where the page is wide. */
    public Page figures(List<Picture> pictures) {
        if (pictures.isEmpty()) {
            return this;
        }
        StringBuilder text = new StringBuilder("<div class=\"figures\">\n");
        for (Picture picture : pictures) {
            text.append("<figure>")
                    .append(SvgFigure.withoutStyle(picture.svg))
                    .append("<figcaption>")
                    .append(escape(picture.caption))
                    .append("</figcaption></figure>\n");
        }
        return raw(text.append("</div>\n").toString());
    }

    /** An SVG document of this house, and its caption. */
    public record Picture(String svg, String caption) {}

    /** Rows of a table. */
    public static final class Table {
        private final Page page;
        private final List<String> headings;
        private final List<String> rows = new ArrayList<>();

        private Table(Page page, List<String> headings) {
            this.page = page;
            this.headings = headings;
        }

        /** Cells are texts, {@link Badge}s, {@link Link}s or numbers already written by {@link NumberText}. */
        public Table row(Object... cells) {
            StringBuilder row = new StringBuilder("<tr>");
            for (int i = 0; i < cells.length; i++) {
                row.append(cell(cells[i], headings.get(i)));
            }
            rows.add(row.append("</tr>\n").toString());
            return this;
        }

        private static String cell(Object cell, String heading) {
            String label = " data-label=\"" + escape(heading) + "\"";
            return switch (cell) {
                case Badge badge -> "<td" + label + ">" + html(badge) + "</td>";
                case Link link ->
                    "<td" + label + "><a href=\"#" + escape(link.anchor) + "\">" + escape(link.text) + "</a></td>";
                case Number number ->
                    "<td class=\"number\"" + label + ">" + NumberText.of(number.doubleValue(), 10) + "</td>";
                default -> "<td" + label + ">" + escape(cell.toString()) + "</td>";
            };
        }

        /** Ends the table; without rows there is none. */
        public Page end() {
            if (rows.isEmpty()) {
                return page;
            }
            StringBuilder text = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
            headings.forEach(h -> text.append("<th>").append(escape(h)).append("</th>"));
            text.append("</tr></thead><tbody>\n");
            rows.forEach(text::append);
            return page.raw(text.append("</tbody></table></div>\n").toString());
        }
    }

    /** A link to a section of the page. */
    public record Link(String text, String anchor) {}

    Page open(String element, String styleClass) {
        return raw("<" + element + " class=\"" + styleClass + "\">\n");
    }

    Page close(String element) {
        return raw("</" + element + ">\n");
    }

    Page badge(Badge badge, String after) {
        return raw("<p class=\"verdict\">" + html(badge) + " " + escape(after) + "</p>\n");
    }

    private static String html(Badge badge) {
        return "<span class=\"badge " + badge.tone + "\">" + escape(badge.text) + "</span>";
    }

    private Page raw(String html) {
        body.append(html);
        return this;
    }

    /** The finished page, with circumstances and conventions at its end. */
    public String html(Provenance provenance) {
        open("footer", "provenance");
        section("Circumstances", "circumstances");
        facts(List.of(
                List.of("Ketwork", provenance.ketwork()),
                List.of("seed", Long.toString(provenance.seed())),
                List.of("begun", provenance.started()),
                List.of("threads", Integer.toString(provenance.threads())),
                List.of("processor", provenance.cpu() + ", " + provenance.cores() + " cores, " + provenance.arch()),
                List.of("system", provenance.os()),
                List.of("Java", provenance.java()),
                List.of("linear algebra", provenance.linearAlgebra()),
                List.of("vector kernels", provenance.vectorKernels())));
        section("Conventions", "conventions");
        bullets(provenance.conventions());
        close("footer");
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                <body>
                <main>
                <p class="brand">Ketwork</p>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), css(), FigureStyle.css(), escape(title), body);
    }

    private static String css() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("the resource page.css is missing beside " + Page.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
