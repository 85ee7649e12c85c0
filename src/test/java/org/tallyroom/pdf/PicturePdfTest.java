package org.tallyroom.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.vision.Pictures;

class PicturePdfTest {

    @TempDir
    private Path folder;

    /** Half black, half a middle gray: gray must come back as it was, not as a linear scale would have it. */
    private static PageImage halves() {
        byte[] gray = new byte[200 * 100];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) (i % 200 < 100 ? 0 : 130);
        }
        return PageImage.ofGray(200, 100, gray);
    }

    @Test
    void aPictureGoesInAndComesOutAtItsOwnSize() {
        Path file = folder.resolve("scan.pdf");
        PicturePdf.Picture picture = new PicturePdf.Picture(Pictures.jpeg(halves(), 95), 100);
        PicturePdf.write(file, List.of(picture, picture));
        try (PageRender render = PageRender.open(file)) {
            assertThat(render.pages()).isEqualTo(2);
            PageImage page = render.page(2, 100);
            assertThat(List.of(page.width(), page.height())).containsExactly(200, 100);
            assertThat(page.gray(50, 50)).isLessThan(6);
            assertThat(page.gray(150, 50)).isBetween(126, 134);
        }
    }

    @Test
    void theSamePicturesGiveTheSameBytes() throws IOException {
        PicturePdf.Picture picture = new PicturePdf.Picture(Pictures.jpeg(halves(), 95), 100);
        PicturePdf.write(folder.resolve("a.pdf"), List.of(picture));
        PicturePdf.write(folder.resolve("b.pdf"), List.of(picture));
        assertThat(Files.mismatch(folder.resolve("a.pdf"), folder.resolve("b.pdf"))).isEqualTo(-1);
    }

    @Test
    void aFileThatIsNoPdfIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.pdf"), "Dear Sir");
        assertThatThrownBy(() -> PageRender.open(file)).isInstanceOfSatisfying(WorldBroke.class, broken -> {
            assertThat(broken.sentence().key()).isEqualTo("pdf.cannot-read");
            assertThat(broken.sentence().arguments()).containsExactly(file.toString());
        });
    }
}
