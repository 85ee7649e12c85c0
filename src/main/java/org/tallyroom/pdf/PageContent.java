package org.tallyroom.pdf;

import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Looks at what a page draws, without drawing it: is it one scanned picture, with at most invisible OCR text over it?
 */
final class PageContent extends PDFGraphicsStreamEngine {

    /**
     * Ratio of the page that a scan covers at least; scanning programs leave a margin of a few millimetres when they
     * fit a picture to A4, and a logo or stamp never comes near.
     */
    private static final double FULL_PAGE = 0.85;

    /**
     * Pixels must be square within this ratio, or the picture is rendered square (fax pages in fine mode are 2 : 1).
     */
    private static final double SQUARE = 0.04;

    private final List<PDImage> pictures = new ArrayList<>();
    private final PDRectangle box;
    private boolean fullPage;
    private boolean otherInk;

    private PageContent(PDPage page) {
        super(page);
        this.box = page.getCropBox();
    }

    static Optional<PDImageXObject> soleFullPagePicture(PDPage page) throws IOException {
        if (!page.getAnnotations().isEmpty()) {
            return Optional.empty();
        }
        PageContent content = new PageContent(page);
        content.processPage(page);
        boolean sole = content.pictures.size() == 1 && content.fullPage && !content.otherInk;
        return sole && content.pictures.get(0) instanceof PDImageXObject x && isOpaque(x)
                ? Optional.of(x)
                : Optional.empty();
    }

    /** What cannot be understood may be ink. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        throw e;
    }

    private static boolean isOpaque(PDImageXObject picture) throws IOException {
        return !picture.isStencil()
                && picture.getSoftMask() == null
                && picture.getMask() == null
                && !picture.getCOSObject().containsKey(COSName.MASK);
    }

    @Override
    public void drawImage(PDImage picture) {
        pictures.add(picture);
        Matrix to = getGraphicsState().getCurrentTransformationMatrix();
        Rectangle2D unit = new Rectangle2D.Double(0, 0, 1, 1);
        Rectangle2D drawn = new Area(to.createAffineTransform().createTransformedShape(unit)).getBounds2D();
        Rectangle2D visible = drawn.createIntersection(
                new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()));
        boolean covers = visible.getWidth() * visible.getHeight() >= FULL_PAGE * box.getWidth() * box.getHeight();
        boolean uncut = visible.getWidth() * visible.getHeight() >= 0.98 * drawn.getWidth() * drawn.getHeight();
        double across = to.getScalingFactorX() / picture.getWidth();
        double down = to.getScalingFactorY() / picture.getHeight();
        fullPage = covers && uncut && Math.abs(across / down - 1) <= SQUARE;
    }

    @Override
    protected void showGlyph(Matrix placed, PDFont font, int code, Vector move) {
        otherInk |= getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
    }

    @Override
    public void strokePath() {
        otherInk = true;
    }

    @Override
    public void fillPath(int windingRule) {
        otherInk = true;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        otherInk = true;
    }

    @Override
    public void shadingFill(COSName name) {
        otherInk = true;
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        // Paths alone leave no ink; only painting them does.
    }

    @Override
    public void clip(int windingRule) {
        // A scanner's clip is the page itself.
    }

    @Override
    public void moveTo(float x, float y) {
        // See appendRectangle.
    }

    @Override
    public void lineTo(float x, float y) {
        // See appendRectangle.
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        // See appendRectangle.
    }

    @Override
    public void closePath() {
        // See appendRectangle.
    }

    @Override
    public void endPath() {
        // See appendRectangle.
    }
}
