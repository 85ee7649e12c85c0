package org.tallyroom.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.vision.Pictures;

/**
 * A white picture on which a page, shapes and words are drawn in millimetres. Words are drawn as the glyphs of the
 * printed font: the system need not have any font at all.
 */
public final class Painting {

    /** Told apart also by people who see no red and green (Okabe and Ito's palette). */
    public enum Ink {
        BLACK(0x000000),
        GRAY(0x8a8a8a),
        BLUE(0x0072b2),
        ORANGE(0xe69f00),
        GREEN(0x009e73),
        PURPLE(0xcc79a7),
        SKY(0x56b4e9),
        RED(0xd55e00);

        private final Color colour;

        Ink(int rgb) {
            this.colour = new Color(rgb);
        }
    }

    private static final double UNITS_PER_EM = 1000;

    private final TrueTypeFont font;
    private final double perMm;
    private final BufferedImage picture;
    private final Graphics2D pen;

    /** @param perMm dots per millimetre */
    public Painting(PrintFont font, double widthMm, double heightMm, double perMm) {
        this.font = font.regular();
        this.perMm = perMm;
        this.picture = new BufferedImage(
                (int) Math.round(widthMm * perMm), (int) Math.round(heightMm * perMm), BufferedImage.TYPE_3BYTE_BGR);
        this.pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(perMm, perMm);
    }

    /** A page in the picture's own fineness, its top left corner in that of the picture. */
    public void page(PageImage page) {
        for (int y = 0; y < Math.min(page.height(), picture.getHeight()); y++) {
            for (int x = 0; x < Math.min(page.width(), picture.getWidth()); x++) {
                picture.setRGB(x, y, page.gray(x, y) * 0x010101);
            }
        }
    }

    public void outline(RectMm area, Ink ink, double widthMm) {
        pen.setColor(ink.colour);
        pen.setStroke(new BasicStroke((float) widthMm));
        pen.draw(rectangle(area));
    }

    /** A transparent colour over an area. */
    public void wash(RectMm area, Ink ink) {
        Color c = ink.colour;
        pen.setColor(new Color(c.getRed(), c.getGreen(), c.getBlue(), 40));
        pen.fill(rectangle(area));
    }

    public void ring(PointMm centre, double radiusMm, Ink ink) {
        pen.setColor(ink.colour);
        pen.setStroke(new BasicStroke(0.4f));
        pen.draw(new Ellipse2D.Double(centre.x() - radiusMm, centre.y() - radiusMm, 2 * radiusMm, 2 * radiusMm));
    }

    public void line(PointMm from, PointMm to, Ink ink) {
        pen.setColor(ink.colour);
        pen.setStroke(new BasicStroke(0.4f));
        pen.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }

    /** Gives what is darker than {@code level} in an area another colour, as dark as it was. */
    public void tint(RectMm area, double level, Ink ink) {
        int right = Math.min(picture.getWidth() - 1, (int) (area.right() * perMm));
        int bottom = Math.min(picture.getHeight() - 1, (int) (area.bottom() * perMm));
        for (int y = Math.max(0, (int) (area.y() * perMm)); y <= bottom; y++) {
            for (int x = Math.max(0, (int) (area.x() * perMm)); x <= right; x++) {
                int rgb = picture.getRGB(x, y);
                boolean gray = (rgb >> 8 & 0xff) == (rgb & 0xff);
                if (gray && (rgb & 0xff) < level) {
                    picture.setRGB(x, y, ink.colour.getRGB());
                }
            }
        }
    }

    /** From its left end on its baseline. */
    public void text(String text, PointMm baseline, double sizePt, Ink ink) {
        double scale = sizePt * TextMetrics.MM_PER_PT / UNITS_PER_EM;
        double x = baseline.x();
        pen.setColor(ink.colour);
        try {
            for (int codePoint : text.codePoints().toArray()) {
                int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, baseline.y());
                GlyphData outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    pen.fill(place.createTransformedShape(outline.getPath()));
                }
                x += font.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException e) {
            throw new WorldBroke(Message.of("pdf.font-missing"), e);
        }
    }

    public byte[] png() {
        byte[] blueGreenRed = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        return Pictures.pngOfColours(picture.getWidth(), picture.getHeight(), blueGreenRed);
    }

    private static Rectangle2D rectangle(RectMm area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }
}
