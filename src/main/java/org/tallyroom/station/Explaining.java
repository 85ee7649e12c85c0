package org.tallyroom.station;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tallyroom.ballot.BallotOutcome;
import org.tallyroom.ballot.Decision;
import org.tallyroom.ballot.Row;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.json.Json;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.recognise.CellReading;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.Folder;
import org.tallyroom.store.PictureShelf;
import org.tallyroom.store.Provenance;
import org.tallyroom.store.SheetFact;
import org.tallyroom.vision.Pictures;

/** {@code explain}: shows what was found on a sheet and why it was read so, from what the journal keeps of it. */
public final class Explaining {

    private final Station station;
    private final Sentences words;

    public Explaining(Station station, Sentences words) {
        this.station = station;
        this.words = words;
    }

    /** {@code explain --json}. @param pages every picture of the sheet that was registered */
    public record Document(String sheet, String unit, String respondentType, List<Page> pages) {
        public Document {
            pages = List.copyOf(pages);
        }
    }

    /**
     * @param picture the written PNG file
     * @param source empty once the count is closed
     * @param sourcePage from 1, likewise
     * @param page of the sheet, from 1
     */
    public record Page(
            String picture,
            Optional<String> source,
            Optional<Integer> sourcePage,
            int page,
            String state,
            Optional<String> reason,
            Position registration,
            List<Explained> rows) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param answer what the machine reads: an option, blank, overmarked or doubtful
     * @param doubt why it doubts
     * @param decided what people decided that counts instead
     * @param cells the raw measures
     */
    public record Explained(
            String item,
            String answer,
            Optional<String> doubt,
            double confidence,
            Optional<String> decided,
            RectMm place,
            double seen,
            double boxShiftMm,
            double throughMm,
            List<CellReading> cells) {}

    /**
     * @param code the sheet's short code as a person typed it
     * @param into the folder for the pictures
     * @throws Refusal when there is no such sheet, or no page of it was read
     */
    public Document explain(String code, Path into) {
        SheetFact sheet = ShortCode.parse(code)
                .flatMap(parsed -> station.sheets().values().stream()
                        .filter(s -> s.shortCode().equals(parsed.value()))
                        .findFirst())
                .orElseThrow(() -> new Refusal(Message.of("station.no-such-sheet", code)));
        List<SeenPage> seen = SeenPages.ofSheet(station.facts(), sheet, station.judging()).all().stream()
                .filter(page -> page.fact().reading().isPresent() && page.fact().picture().isPresent())
                .toList();
        if (seen.isEmpty()) {
            throw new Refusal(Message.of("station.nothing-to-explain", sheet.shortCode()));
        }
        List<Page> pages = new ArrayList<>();
        for (SeenPage page : seen) {
            Path file = into.resolve(sheet.shortCode() + "-" + (pages.size() + 1) + ".png");
            pages.add(explained(sheet, page, file));
        }
        return new Document(sheet.shortCode(), station.unit(sheet).id(), station.type(sheet).id(), pages);
    }

    private Page explained(SheetFact sheet, SeenPage page, Path file) {
        PageReading reading = Json.read(page.fact().reading().orElseThrow(), PageReading.class);
        PageImage picture = picture(page.fact().picture().orElseThrow());
        Position position = Position.of(reading.registration(), picture);
        List<Explained> rows = rows(sheet, page, reading);
        Printed.Kind kind = new Printed.Kind(sheet.form(), sheet.unit(), sheet.respondentType());
        ExplainedPicture drawing = new ExplainedPicture(
                station.font(), words, station.printed().layouts().get(kind).page(page.fact().page()));
        Folder.writeSynced(file.toAbsolutePath(), drawing.draw(picture, reading.registration(), position, rows));
        Optional<Provenance> whence = Optional.ofNullable(station.facts().provenance().get(page.fact().id()));
        return new Page(
                file.toString(),
                whence.map(Provenance::source),
                whence.map(Provenance::page),
                page.fact().page(),
                page.state().word(),
                page.reason(),
                position,
                rows);
    }

    private List<Explained> rows(SheetFact sheet, SeenPage page, PageReading reading) {
        Map<String, Judgement> judged =
                page.judgements().stream().collect(Collectors.toMap(Judgement::item, Function.identity()));
        Map<String, Row> counted = Counted.sheet(station, sheet).map(Explaining::rows).orElse(List.of()).stream()
                .collect(Collectors.toMap(Row::item, Function.identity()));
        return reading.rows().stream()
                .map(row -> row(
                        row,
                        judged.get(row.item()),
                        Optional.ofNullable(counted.get(row.item())).flatMap(Row::decision)))
                .toList();
    }

    private static List<Row> rows(BallotOutcome sheet) {
        return sheet.match(ballot -> ballot.rows(), held -> held.rows());
    }

    private static Explained row(RowReading row, Judgement judged, Optional<Decision> decision) {
        Optional<String> doubt = judged.answer() instanceof Answer.Doubtful d
                ? Optional.of(PageReader.word(d.doubt()))
                : Optional.empty();
        return new Explained(
                row.item(),
                ReadingsDocument.word(judged.answer()),
                doubt,
                Math.round(judged.confidence() * 1000) / 1000.0,
                decision.map(Decision::outcome),
                row.place(),
                row.seen(),
                row.boxShiftMm(),
                row.throughMm(),
                row.cells());
    }

    private PageImage picture(String name) {
        PictureShelf shelf = new PictureShelf(station.folder());
        return Pictures.decode(shelf.read(name)).match(
                Optional::of,
                Optional::<PageImage>empty,
                Optional::<PageImage>empty,
                (width, height) -> Optional.<PageImage>empty())
                .orElseThrow(() -> new Refusal(Message.of("station.picture-changed", name)));
    }
}
