package org.ketwork.lab.figure;

/** The colours and lines of figures, as style sheet: variables for light and dark, classes that use them. */
public final class FigureStyle {
    /** How many colours there are for series; more series share them with other dashes. */
    static final int COLOURS = 6;

    private static final String LIGHT = """
            --kw-bg:#ffffff;--kw-ink:#1c2430;--kw-soft:#5b6675;--kw-grid:#e3e7ec;--kw-axis:#8b95a3;
            --kw-c0:#0b62a8;--kw-c1:#c2500c;--kw-c2:#0c7a55;--kw-c3:#8440a0;--kw-c4:#8a6500;--kw-c5:#b3245c;
            --kw-pos:#0b62a8;--kw-neg:#c2500c;--kw-on:#ffffff;
            """;
    private static final String DARK = """
            --kw-bg:#12171f;--kw-ink:#e8edf3;--kw-soft:#a3aebc;--kw-grid:#27303c;--kw-axis:#6b7787;
            --kw-c0:#6bb5f5;--kw-c1:#ff9d5c;--kw-c2:#52d0a0;--kw-c3:#d3a0ea;--kw-c4:#e5c355;--kw-c5:#ff8fb8;
            --kw-pos:#6bb5f5;--kw-neg:#ff9d5c;--kw-on:#0b0f15;
            """;

    private FigureStyle() {}

    /** The style sheet of a page or drawing that holds figures. */
    public static String css() {
        StringBuilder css = new StringBuilder();
        css.append(".kw-figure{").append(oneLine(LIGHT)).append("}\n");
        css.append("@media (prefers-color-scheme: dark){.kw-figure{")
                .append(oneLine(DARK))
                .append("}}\n");
        // Paper is light, whatever the screen was.
        css.append("@media print{.kw-figure{").append(oneLine(LIGHT)).append("}}\n");
        css.append("""
                .kw-figure{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
                .kw-figure text{fill:var(--kw-ink)}
                .kw-figure .soft{fill:var(--kw-soft)}
                .kw-figure .halo{paint-order:stroke;stroke:var(--kw-bg);stroke-width:4px}
                .kw-figure .on{fill:var(--kw-on)}
                .kw-figure .bg{fill:var(--kw-bg)}
                .kw-figure .grid{stroke:var(--kw-grid);stroke-width:1}
                .kw-figure .axis{stroke:var(--kw-axis);stroke-width:1;fill:none}
                .kw-figure .mark{stroke:var(--kw-soft);stroke-width:1.2;stroke-dasharray:4 3}
                .kw-figure .interval{fill:var(--kw-soft);opacity:.16}
                .kw-figure .ghost{stroke:var(--kw-axis);stroke-width:1;fill:none}
                .kw-figure .error{stroke:var(--kw-ink);stroke-width:1.2;fill:none}
                .kw-figure .pos{fill:var(--kw-pos)}
                .kw-figure .neg{fill:var(--kw-neg)}
                .kw-figure .pos,.kw-figure .neg{shape-rendering:crispEdges}
                .kw-figure .void{fill:var(--kw-grid)}
                """);
        for (int i = 0; i < COLOURS; i++) {
            css.append((".kw-figure .l%1$d{stroke:var(--kw-c%1$d);fill:none;stroke-width:2;stroke-linejoin:round}"
                            + ".kw-figure .f%1$d{fill:var(--kw-c%1$d)}"
                            + ".kw-figure .b%1$d{fill:var(--kw-c%1$d);opacity:.18}"
                            + ".kw-figure text.f%1$d{fill:var(--kw-c%1$d)}\n")
                    .formatted(i));
        }
        return css.toString();
    }

    private static String oneLine(String lines) {
        return lines.replace("\n", "");
    }
}
