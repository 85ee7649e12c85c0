package org.tallyroom.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.rehearsal.Damage;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.sheetcode.CodeOpening;
import org.tallyroom.sheetcode.ModuleVotes;
import org.tallyroom.sheetcode.QrModules;
import org.tallyroom.sheetcode.QrReader;
import org.tallyroom.vision.Natives;
import org.tallyroom.vision.Pictures;

/** The stages of reading one page that the office scanner made, each alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StageBenchmark {

    private static final int QUALITY = 80;
    private static final Seed SEED = new Seed(5);

    @Param({"200", "300"})
    private int dpi;

    private byte[] file;
    private PageImage picture;
    private PaperStock.Page page;
    private Recogniser withoutRows;
    private List<RowReading> rows;
    private Criteria criteria;
    private String code;

    /** Takes the first office page of the seed that has this resolution. */
    @Setup
    public void prepare() {
        Natives.load();
        Path folder = Folders.temporary();
        PaperStock stock = new PaperStock(folder);
        criteria = PaperStock.criteria();
        Trial trial = new Trial(stock, criteria);
        Deal deal = IntStream.iterate(0, i -> i + Damage.values().length)
                .mapToObj(number -> Deal.of(number, stock, SEED))
                .filter(d -> d.damage() == Damage.OFFICE && d.dpi() == dpi && d.page().options().size() == 3)
                .findFirst()
                .orElseThrow();
        page = deal.page();
        picture = trial.picture(deal);
        file = Pictures.jpeg(picture, QUALITY);
        withoutRows = new Recogniser(rowless(page.printed()));
        code = page.printed().seal().seal(page.code());
        rows = read(page.reader().recognise(picture)).reading().rows();
        read(withoutRows.recognise(picture));
        Folders.remove(folder);
    }

    @Benchmark
    public PageImage decode() {
        return new TakenPage.Packed(file).unpack(ready -> ready.image(), fault -> {
            throw new IllegalStateException(fault.name());
        });
    }

    /** Finding the page and reading its code, on a layout without answer rows: all of recognising but the ink. */
    @Benchmark
    public Recognition registration() {
        return withoutRows.recognise(picture);
    }

    /** What this takes beyond {@link #registration} is the measuring of ink. */
    @Benchmark
    public Recognition recognising() {
        return page.reader().recognise(picture);
    }

    @Benchmark
    public List<Judgement> judging() {
        return rows.stream().map(row -> criteria.judge(row, page.meeting().rules().crosses())).toList();
    }

    /** Both copies' votes added, errors corrected, the seal proved; sampling belongs to registration. */
    @Benchmark
    public CodeOpening code() {
        QrModules modules = QrModules.of(code);
        ModuleVotes votes = ModuleVotes.of((column, row) -> modules.dark(column, row) ? 0.9 : 0.1);
        return page.printed().seal().open(QrReader.read(votes.plus(votes)).orElseThrow());
    }

    private static Recognition.Read read(Recognition recognition) {
        if (recognition instanceof Recognition.Read read) {
            return read;
        }
        throw new IllegalStateException("the page is not read: " + recognition);
    }

    private static Printed rowless(Printed printed) {
        Map<Printed.Kind, FormLayout> layouts = new HashMap<>();
        printed.layouts().forEach((kind, layout) -> layouts.put(kind, new FormLayout(
                layout.form(), layout.unit(), layout.respondentType(),
                layout.pages().stream().map(StageBenchmark::rowless).toList())));
        return new Printed(printed.seal(), layouts);
    }

    private static PageLayout rowless(PageLayout page) {
        return new PageLayout(
                page.number(), page.widthMm(), page.heightMm(), page.marks(), page.codes(), page.shortCodes(),
                page.bands(), page.rules(), page.texts(), List.of());
    }
}
