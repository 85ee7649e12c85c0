package org.tallyroom.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages whole or not at all; PDFBox passes over whatever it cannot draw, which leaves the paper white there. */
final class StrictRenderer extends PDFRenderer {

    StrictRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new StrictDrawer(parameters);
    }

    private static final class StrictDrawer extends PageDrawer {

        StrictDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage picture) throws IOException {
            CodedPicture coded = new CodedPicture(picture);
            if (coded.tooLarge() || coded.jpeg2000() || !coded.sound()) {
                throw new IOException("a picture of the page is incomplete");
            }
            super.drawImage(picture);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            throw e;
        }
    }
}
