package org.tallyroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageImageTest {

    private static final PageImage PAGE = PageImage.ofColour(
            3, 2, new byte[] {0, 100, (byte) 200, (byte) 255, 1, 2}, new byte[] {0, 0, 0, 0, 1, 0});

    @Test
    void grayIsUnsigned() {
        assertThat(PAGE.gray(2, 0)).isEqualTo(200);
        assertThat(PAGE.gray(0, 1)).isEqualTo(255);
    }

    @Test
    void redInkIsBesideTheGray() {
        assertThat(PAGE.red(1, 1)).isTrue();
        assertThat(PAGE.red(0, 0)).isFalse();
        assertThat(PageImage.ofGray(1, 1, new byte[1]).hasColour()).isFalse();
    }

    @Test
    void aCropIsClippedToThePictureAndKeepsItsRedInk() {
        PageImage crop = PAGE.crop(1, 0, 10, 10).orElseThrow();
        assertThat(crop.width()).isEqualTo(2);
        assertThat(crop.height()).isEqualTo(2);
        assertThat(crop.gray(0, 0)).isEqualTo(100);
        assertThat(crop.red(0, 1)).isTrue();
        assertThat(PAGE.crop(3, 0, 2, 2)).isEmpty();
        assertThat(PAGE.crop(-5, 0, 5, 2)).isEmpty();
    }

    @Test
    void aRowCanBeCopied() {
        byte[] target = {9, 9, 9, 9};
        PAGE.copyRow(1, 0, 2, target, 1);
        assertThat(target).containsExactly(9, 100, 200, 9);
    }

    @Test
    void aPictureOfTheWrongSizeIsRefused() {
        assertThatThrownBy(() -> PageImage.ofGray(2, 2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PageImage.ofColour(1, 1, new byte[1], new byte[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
