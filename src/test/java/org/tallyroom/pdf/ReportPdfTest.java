package org.tallyroom.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.message.Language;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.report.Block;
import org.tallyroom.report.Cell;
import org.tallyroom.report.Report;
import org.tallyroom.report.Reports;
import org.tallyroom.report.SampleCount;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.tally.Fraction;

/** Reports as poppler reads them back, an independent reader of PDF. */
class ReportPdfTest {

    private static final ReportPdf PDF = new ReportPdf(SampleMeeting.FONT);
    private static final Sentences ZH = Sentences.in(Language.ZH);

    @TempDir
    Path folder;

    @Test
    void whatIsSignedIsWhatWasCounted() throws Exception {
        Path file = folder.resolve("结果 tally.pdf");
        PDF.write(Reports.tally(SampleCount.night().closed("0123456789abcdef"), "review-centre"), file, ZH);
        String text = text(file);
        assertThat(text)
                .contains("计票结果报告单")
                .contains("单位名称：金水区政府投资评审中心")
                .contains("25/32 78.13%")
                .contains("总监票人（签名）")
                .contains("督导组组长（签名）")
                .contains("核验码0123456789abcdef")
                .contains("—1—")
                .doesNotContain("暂定");
        assertThat(text.replaceAll("\\s", "")).contains("满意率=评为“好”的票数÷该项有效票数。");
    }

    @Test
    void everyReportSaysThatItIsProvisional() throws Exception {
        for (Report report : Reports.all(SampleCount.night().provisional())) {
            Path file = folder.resolve(report.name() + ".pdf");
            PDF.write(report, file, ZH);
            assertThat(text(file)).as(report.name()).contains("暂定：计票尚未结束");
        }
    }

    @Test
    void severalReportsBeginOnPagesOfTheirOwn() throws Exception {
        Path file = folder.resolve("all.pdf");
        List<Report> reports = Reports.all(SampleCount.night().provisional());
        PDF.write(reports, file, Sentences.in(Language.EN));
        String[] pages = text(file).split("\f");
        assertThat(pages).filteredOn(page -> page.contains("—1—")).hasSize(reports.size());
        assertThat(pages).filteredOn(page -> page.contains("Result of the count")).hasSize(4);
    }

    /** 200 units and 60 items with long names: nothing runs off the page, the head stands on every page. */
    @Test
    void aLongTableBreaksWithItsHeadRepeated() throws Exception {
        List<Block.Line> lines = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new Block.Line(
                        List.of(new Cell.Name("第" + i + "个名称特别长的参评单位及其下属机构办公室"), new Cell.Number(i)),
                        Block.Weight.PLAIN))
                .toList();
        List<Block.Column> columns = List.of(
                new Block.Column(Message.of("report.unit"), 3, false),
                new Block.Column(Message.of("report.total"), 1, true));
        Path file = folder.resolve("long.pdf");
        PDF.write(report(List.of(new Block.Table(Message.of("report.summary.title"), columns, lines))), file, ZH);
        String[] pages = text(file).split("\f");
        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(pages).allSatisfy(page -> assertThat(page).contains("单位").contains("合计"));
        String all = String.join("", pages);
        IntStream.rangeClosed(1, 200).forEach(i -> assertThat(all).contains("第" + i + "个"));
        assertInside(file);
    }

    @Test
    void sixtyBarsAndAWordWiderThanThePage() throws Exception {
        List<Block.Bar> bars = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var rate = Optional.of(new Fraction(i, 59));
            bars.add(new Block.Bar("项目" + i + "x".repeat(i), rate, rate, rate, i == 0));
        }
        Message caption = Message.of("report.name", "W".repeat(300));
        List<Block> blocks = List.of(
                new Block.Paragraph(caption, Block.Voice.ALOUD),
                new Block.Bars(Message.of("report.feedback.bars"), new Fraction(2, 3), bars));
        Path file = folder.resolve("bars.pdf");
        PDF.write(report(blocks), file, ZH);
        assertThat(text(file)).contains("59/59（100.00%）").contains("项目7xxxxxxx");
        assertInside(file);
    }

    @Test
    void aCharacterTheFontLacksIsReplacedAndSaid() throws Exception {
        Path file = folder.resolve("rare.pdf");
        Message name = Message.of("report.name", "张\uD83D\uDE00\u0007三\uD87E\uDC1A");
        PDF.write(report(List.of(new Block.Paragraph(name, Block.Voice.PLAIN))), file, ZH);
        assertThat(text(file)).contains("张〓 三〓").contains("U+1F600, U+2F81A");
    }

    @Test
    void theSameCountGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.pdf");
        Path second = folder.resolve("second.pdf");
        PDF.write(Reports.summary(SampleCount.night().provisional()), first, ZH);
        PDF.write(Reports.summary(SampleCount.night().provisional()), second, ZH);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        Report report = Reports.summary(SampleCount.night().provisional());
        assertThatThrownBy(() -> PDF.write(report, folder.resolve("missing/report.pdf"), ZH))
                .isInstanceOfSatisfying(WorldBroke.class, broke -> assertThat(ZH.say(broke.sentence()))
                        .isEqualTo("报告文件“report.pdf”写不进去，请检查磁盘空间和写入权限，关闭正在打开它的程序后重试。"));
    }

    private static Report report(List<Block> blocks) {
        Message title = Message.of("report.summary.title");
        return new Report("sample", title, title, List.of(), blocks, List.of());
    }

    /** No ink within 10 mm of the paper's edge: at 40 dpi that is 15 pixels. */
    private void assertInside(Path file) throws Exception {
        Path prefix = folder.resolve("page");
        run("pdftoppm", "-r", "40", "-gray", file.toString(), prefix.toString());
        try (var pictures = Files.list(folder)) {
            List<Path> pages = pictures.filter(p -> p.toString().endsWith(".pgm")).toList();
            assertThat(pages).isNotEmpty();
            for (Path page : pages) {
                assertThat(inkNearTheEdge(Files.readAllBytes(page))).as("%s", page.getFileName()).isZero();
            }
        }
    }

    private static long inkNearTheEdge(byte[] pgm) {
        String[] head = new String(pgm, 0, 30, StandardCharsets.US_ASCII).split("\\s+");
        int width = Integer.parseInt(head[1]);
        int height = Integer.parseInt(head[2]);
        int start = pgm.length - width * height;
        return IntStream.range(0, width * height)
                .filter(i -> i % width < 15 || i % width >= width - 15 || i / width < 15 || i / width >= height - 15)
                .filter(i -> (pgm[start + i] & 0xff) < 200)
                .count();
    }

    private String text(Path file) throws Exception {
        return run("pdftotext", "-layout", "-enc", "UTF-8", file.toString(), "-")
                .replaceAll("[ \u00a0]+", " ")
                .replace("核验码 ", "核验码")
                .replace("— ", "—")
                .replace(" —", "—");
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return out;
    }
}
