package org.keyline.web.ladder;

import org.keyline.web.ladder.Ladder.Rung;

/** Where the lines of a ladder diagram stand, in pixels. */
public record LadderDrawing(int rails) {
    private static final int SPACING = 260;
    private static final int MARGIN = 76;
    private static final int TIP = 7;
    private static final int LOOP = 40;
    private static final int LINE = 19;

    public int width() {
        return 2 * MARGIN + SPACING * Math.max(0, rails - 1);
    }

    public int railX(int rail) {
        return MARGIN + SPACING * rail;
    }

    /** Where the arrow ends: at the receiver's rail; a party's signal to itself is a short stub. */
    public int tipX(Rung rung) {
        return rung.from() == rung.to() ? railX(rung.from()) + LOOP : railX(rung.to());
    }

    /** The middle of the arrow, where its name stands. */
    public int middle(Rung rung) {
        return (railX(rung.from()) + tipX(rung)) / 2;
    }

    /** The arrow's head as an SVG path. */
    public String tip(Rung rung) {
        var x = tipX(rung);
        var back = rung.to() < rung.from() ? x + TIP : x - TIP;
        return "M%d %dL%d %dL%d %dZ".formatted(x, LINE, back, LINE - 4, back, LINE + 4);
    }
}
