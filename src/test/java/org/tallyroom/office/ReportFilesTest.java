package org.tallyroom.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
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

class ReportFilesTest {

    private static final Sentences ZH = Sentences.in(Language.ZH);

    @TempDir
    Path folder;

    @Test
    void theWorkbookHoldsNumbersAsNumbers() throws IOException {
        Path file = folder.resolve("汇总.xlsx");
        ReportWorkbook.write(List.of(Reports.summary(SampleCount.night().provisional())), file, ZH);
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            Sheet sheet = workbook.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("计票结果汇总表");
            List<Row> rows = sheet.read();
            assertThat(texts(rows.get(2)))
                    .containsExactly("单位", "有效", "好", "一般", "差", "满意率：票数", "满意率：基数", "满意率：%", "结论", "误读张数");
            Row first = rows.get(3);
            assertThat(first.getCellText(0)).isEqualTo("评审中心");
            assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsNumber(1)).contains(BigDecimal.valueOf(32));
            assertThat(first.getCellAsNumber(5)).contains(BigDecimal.valueOf(25));
            assertThat(first.getCellAsNumber(6)).contains(BigDecimal.valueOf(32));
            assertThat(first.getCellAsNumber(7)).contains(new BigDecimal("0.7813"));
            assertThat(first.getCellText(8)).isEqualTo("不低于2/3");
            assertThat(rows.get(6).getCellAsNumber(5)).as("a void vote tells no votes").isEmpty();
        }
    }

    @Test
    void theWorkbookPrintsOnA4WithItsHeadRepeated() throws IOException {
        Path file = folder.resolve("book.xlsx");
        ReportWorkbook.write(Reports.all(SampleCount.night().provisional()), file, ZH);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = part(zip, "xl/worksheets/sheet1.xml");
            assertThat(sheet).contains("paperSize=\"9\"").contains("ySplit=\"3\"").contains("state=\"frozen\"");
            assertThat(part(zip, "xl/workbook.xml")).contains("_xlnm.Print_Titles");
        }
    }

    @Test
    void sheetNamesAreWhatExcelAllowsAndNeverTheSame() throws IOException {
        Message tab = Message.of("report.name", "a/b:c*[很长的名称很长的名称很长的名称很长的名称很长的名称]");
        Block table = new Block.Table(
                tab,
                List.of(new Block.Column(tab, 1, false)),
                List.of(new Block.Line(List.of(new Cell.Number(1)), Block.Weight.PLAIN)));
        Report report = new Report("twice", tab, tab, List.of(), List.of(table, table), List.of());
        Path file = folder.resolve("names.xlsx");
        ReportWorkbook.write(List.of(report, report), file, ZH);
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            assertThat(names).hasSize(4).doesNotHaveDuplicates();
            assertThat(names).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(31).doesNotContain("/", ":", "*", "["));
        }
    }

    @Test
    void theCsvOpensInChineseOffices() throws IOException {
        Path file = folder.resolve("清点.csv");
        ReportCsv.write(Reports.clearing(SampleCount.night().provisional()), file, ZH);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).contains(
                "单位,参评人员,印制,发出,剩余,作废,实到,收回,有效,未填,无效,待定,核对",
                "档案馆,全评参评人员,20,20,0,0,20,15,15,0,0,0,相符",
                "合计,,140,139,1,0,140,135,132,1,1,1,");
    }

    /** 12/14 would become the 14th of December. */
    @Test
    void aRateIsThreeColumns() throws IOException {
        Path file = folder.resolve("rates.csv");
        ReportCsv.write(Reports.tally(SampleCount.night().provisional(), "review-centre"), file, ZH);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).contains("单位参评人员,12,2,0,1,0,0,0,14,12,14,85.71%");
        assertThat(lines).contains("学习教育情况,,,,,,,,,,,");
    }

    @Test
    void aGapKeepsItsSignAndIsNoFormula() throws IOException {
        Path file = folder.resolve("gaps.csv");
        ReportCsv.write(Reports.feedback(SampleCount.night().provisional(), "review-centre"), file, ZH);
        assertThat(Files.readAllLines(file)).anyMatch(l -> l.endsWith(",13.5")).anyMatch(l -> l.endsWith(",-4.3"));
    }

    @Test
    void noTextIsAFormula() {
        assertThat(ReportCsv.safe("=HYPERLINK(\"x\")")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(ReportCsv.safe("+86 371")).isEqualTo("'+86 371");
        assertThat(ReportCsv.safe("-1+1")).isEqualTo("'-1+1");
        assertThat(ReportCsv.safe("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(ReportCsv.safe("＝1")).isEqualTo("'＝1");
        assertThat(ReportCsv.safe("\t=1")).isEqualTo("'\t=1");
        assertThat(ReportCsv.safe("-4.3")).as("a number stays one").isEqualTo("-4.3");
        assertThat(ReportCsv.safe("档案馆")).isEqualTo("档案馆");
        assertThat(ReportCsv.safe("")).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        Report report = Reports.summary(SampleCount.night().provisional());
        assertThatThrownBy(() -> ReportCsv.write(report, folder.resolve("no/x.csv"), ZH)).isInstanceOf(WorldBroke.class);
        assertThatThrownBy(() -> ReportWorkbook.write(List.of(report), folder.resolve("no/x.xlsx"), ZH))
                .isInstanceOf(WorldBroke.class);
    }

    private static List<String> texts(Row row) {
        return row.stream().map(org.dhatim.fastexcel.reader.Cell::getText).toList();
    }

    private static String part(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
