package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tallyroom.geometry.Pose;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.sheetcode.CodeOpening;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.QrReader;
import org.tallyroom.sheetcode.SheetCode;

/** What the two QR copies of a registered page say together. */
sealed interface CodeFinding {

    record Sure(SheetCode code) implements CodeFinding {}

    record Foreign(Recognition.Origin origin) implements CodeFinding {}

    /** Both copies can be read, and they disagree. */
    record Conflict() implements CodeFinding {}

    /** @param likeness share 0..1 of the fixed modules that look as printed, of the better copy */
    record Unread(double likeness) implements CodeFinding {}

    default <T> T match(
            Function<SheetCode, T> sure,
            Function<Recognition.Origin, T> foreign,
            Supplier<T> conflict,
            Function<Double, T> unread) {
        if (this instanceof Sure s) {
            return sure.apply(s.code());
        } else if (this instanceof Foreign f) {
            return foreign.apply(f.origin());
        } else if (this instanceof Conflict) {
            return conflict.get();
        }
        return unread.apply(((Unread) this).likeness());
    }

    /**
     * Each copy is sampled where it should be, then where it seems to be; when neither can be read, both copies' votes
     * are added, and at last the reader looks for finder patterns on its own. What it reads then must be what is seen:
     * a reader that looks for itself also reads a code upside down, mirrored, or stuck on beside its place.
     */
    static CodeFinding in(PageImage image, Pose pose, CodeSeal seal) {
        List<CodeSight> copies = PageFrame.codes().stream()
                .map(place -> CodeSight.at(image, pose, place))
                .toList();
        List<CodeOpening> opened = new ArrayList<>();
        List<CodeSight> unread = new ArrayList<>();
        for (CodeSight copy : copies) {
            Optional<CodeOpening> opening = open(QrReader.read(copy.votes()), seal);
            if (opening.isEmpty()) {
                CodeSight aligned = copy.aligned();
                unread.add(aligned);
                opening = open(QrReader.read(aligned.votes()), seal);
            }
            opening.ifPresent(opened::add);
        }
        if (opened.isEmpty()) {
            open(together(unread), seal).ifPresent(opened::add);
        }
        if (opened.isEmpty()) {
            for (CodeSight copy : unread) {
                open(copy.crop().flatMap(QrReader::find).filter(copy::shows), seal).ifPresent(opened::add);
            }
        }
        return opened.isEmpty()
                ? new Unread(unread.stream().mapToDouble(CodeSight::likeness).max().orElse(0))
                : agreed(opened);
    }

    private static Optional<String> together(List<CodeSight> copies) {
        return copies.stream()
                .map(CodeSight::votes)
                .reduce((one, other) -> one.plus(other))
                .flatMap(QrReader::read);
    }

    /** A text that is no code of this program (a pen that looks like one, a sticker) is as good as unread. */
    private static Optional<CodeOpening> open(Optional<String> text, CodeSeal seal) {
        return text.map(seal::open).filter(opening -> !(opening instanceof CodeOpening.NotOurs));
    }

    private static CodeFinding agreed(List<CodeOpening> opened) {
        if (opened.stream().distinct().count() > 1) {
            return new Conflict();
        }
        return opened.get(0)
                .match(
                        Sure::new,
                        () -> new Foreign(Recognition.Origin.OTHER_MEETING),
                        rehearsal -> new Foreign(
                                rehearsal ? Recognition.Origin.REHEARSAL : Recognition.Origin.FORGED),
                        () -> new Unread(0));
    }
}
