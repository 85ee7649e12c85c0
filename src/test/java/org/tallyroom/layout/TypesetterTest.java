package org.tallyroom.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallyroom.definition.Problem;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.support.SampleMeeting;

class TypesetterTest {

    private static final String MEETING = """
            meeting: m
            title: 会议
            stage: 听取意见
            group: 第三组
            units: [{name: %s}]
            respondent-types: [{id: own, label: %s, per-unit: 1}]
            """;

    @Test
    void theSeedFormFitsOnOnePageAsTheFieldPrintsIt() {
        FormLayout layout = SampleMeeting.of("joint-assessment").layout(0, 0);
        assertThat(layout.pages()).hasSize(1);
        PageLayout page = layout.page(1);
        assertThat(page.rows()).hasSize(14);
        assertThat(page.rows().get(0).item()).isEqualTo("overall");
        PageLayout.TextRun title = run(page, "第三组“学习教育、听取意见”环节群众评价表");
        assertThat(title.bold()).isTrue();
        assertThat(title.sizePt()).isGreaterThanOrEqualTo(18);
        assertThat(run(page, "单位名称：金水区政府投资评审中心").baseline().y())
                .isLessThan(page.rows().get(0).cells().get(0).cell().y());
        assertThat(run(page, "1、学习教育组织情况").sizePt()).isEqualTo(12);
        assertThat(run(page, "单位参评人员").bold()).isTrue();
        assertThat(text(page)).contains("学习教育", "填表说明：", "第 1 页　共 1 页");
        assertThat(text(page)).anyMatch(t -> t.contains(SampleMeeting.of("joint-assessment").hash().substring(0, 8)));
    }

    @Test
    void theEnglishSampleFits() {
        PageLayout page = SampleMeeting.of("english-sample").layout(0, 1).page(1);
        assertThat(text(page)).contains("Office: Public Library", "Page 1 of 1", "Members of the public");
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "0, 7", "1, 3", "14, 4", "40, 2", "40, 3", "39, 5", "45, 7", "199, 6"})
    void formsOfAnySizeKeepTheHouseRules(int items, int options) {
        SampleMeeting sample = SampleMeeting.of(form(items, options), MEETING.formatted("金水区档案馆", "单位参评人员"));
        FormLayout layout = sample.layout(0, 0);
        List<String> seen = new ArrayList<>();
        for (PageLayout page : layout.pages()) {
            page.rows().forEach(row -> seen.add(row.item()));
            assertThat(page.marks().stream().filter(m -> m.place() == PageLayout.Mark.Place.PAGE).toList())
                    .isEqualTo(PageFrame.marks());
            assertThat(page.codes()).isEqualTo(PageFrame.codes());
            assertThat(text(page)).contains("第 " + page.number() + " 页　共 " + layout.pages().size() + " 页");
            page.rows().forEach(row -> assertThat(row.cells()).hasSize(options));
            assertFree(page);
        }
        assertThat(seen).isEqualTo(sample.forms().get("f").items().stream().map(i -> i.id()).toList());
    }

    @Test
    void longNamesWrapAndShrinkBeforeTheyAreRefused() {
        String name = "金水区人民政府".repeat(8);
        PageLayout page = SampleMeeting.of(form(3, 3), MEETING.formatted(name, "单位参评人员")).layout(0, 0).page(1);
        assertThat(text(page).stream().filter(t -> t.contains("金水区人民政府")).collect(Collectors.joining()))
                .isEqualTo("单位名称：" + name);
        assertFree(page);
        assertThat(problems(form(3, 3), MEETING.formatted("金水区人民政府".repeat(30), "单位参评人员")))
                .extracting(p -> p.origin().line() + " " + p.sentence().key())
                .containsExactly("5 layout.too-long");
    }

    @Test
    void everyTextWithoutRoomIsNamedWithItsLine() {
        String form = form(2, 3)
                .replace("label: 第1项", "label: " + "很长的评价内容".repeat(12))
                .replace("label: 等次2", "label: " + "很长的等次".repeat(5))
                .replace("title: 评价表", "title: " + "很长的标题".repeat(12));
        assertThat(problems(form, MEETING.formatted("金水区档案馆", "很长的类别".repeat(9))))
                .extracting(p -> p.origin().file() + ":" + p.origin().line() + " " + p.sentence().key())
                .containsExactly(
                        "form.yaml:2 layout.too-long",
                        "form.yaml:7 layout.too-long",
                        "form.yaml:11 layout.too-long",
                        "meeting.yaml:6 layout.too-long");
    }

    @Test
    void rareCharactersArePrintedAndMissingOnesNamed() {
        String name = "䶮㛃〇镕喆堃";
        assertThat(problems(form(1, 2), MEETING.formatted(name, "单位参评人员"))).isEmpty();
        List<Problem> problems = problems(form(1, 2), MEETING.formatted("档案馆😀𠮷", "单位参评人员"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).origin().line()).isEqualTo(5);
        assertThat(problems.get(0).sentence().arguments()).containsExactly("档案馆😀𠮷", "😀", "U+1F600");
    }

    @Test
    void instructionsMakeRoomForTheTableUntilTheyAreTooLong() {
        String paragraph = "  - " + "请在您认同的栏内打√，".repeat(12) + "\n";
        String few = form(3, 3).replace("overall:", "instructions:\n" + paragraph.repeat(4) + "overall:");
        String many = form(3, 3).replace("overall:", "instructions:\n" + paragraph.repeat(9) + "overall:");
        String unbroken = form(3, 3).replace("overall:", "instructions: [" + "a".repeat(200) + "]\noverall:");
        String meeting = MEETING.formatted("金水区档案馆", "单位参评人员");
        assertThat(problems(few, meeting)).isEmpty();
        assertThat(problems(many, meeting)).extracting(p -> p.origin().line() + " " + p.sentence().key())
                .containsExactly("4 layout.instructions-too-long");
        assertThat(problems(unbroken, meeting)).extracting(p -> p.origin().line() + " " + p.sentence().key())
                .containsExactly("3 layout.too-long");
    }

    @Test
    void allOptionsArePrintedAtOneSize() {
        String form = form(1, 7).replace("label: 等次1", "label: 非常不满意").replace("label: 等次2", "label: 好");
        PageLayout page = SampleMeeting.of(form, MEETING.formatted("金水区档案馆", "单位参评人员")).layout(0, 0).page(1);
        assertThat(run(page, "好").sizePt()).isEqualTo(run(page, "等次3").sizePt()).isLessThan(12);
    }

    @Test
    void linesNeverBeginWithAClosingMark() {
        List<String> lines = LineBreaker.lines("一二三四，五六七八。九十（甲乙）丙丁", 5, String::length).orElseThrow();
        assertThat(lines).containsExactly("一二三四，", "五六七八。", "九十（甲", "乙）丙丁");
        assertThat(LineBreaker.lines("a word toolong", 5, String::length)).isEmpty();
        assertThat(LineBreaker.lines("one two six", 7, String::length)).contains(List.of("one two", "six"));
    }

    /** No print in option cells, quiet zones or short codes; boxes inside their cells, and all on the paper. */
    private static void assertFree(PageLayout page) {
        List<RectMm> print = new ArrayList<>();
        page.texts().forEach(t -> print.add(around(t)));
        page.bands().forEach(b -> print.add(b.area()));
        List<RectMm> free = new ArrayList<>();
        page.rows().forEach(row -> row.cells().forEach(cell -> free.add(cell.cell())));
        page.codes().forEach(code -> free.add(code.grow(PageFrame.QUIET_MM)));
        page.marks().forEach(mark -> free.add(mark.square().grow(2)));
        page.shortCodes().forEach(code -> free.add(code.area()));
        print.forEach(p -> free.forEach(f -> ConstellationTest.assertApart(p, f)));
        List<RectMm> rules = page.rules().stream().map(ConstellationTest::around).toList();
        for (PageLayout.Row row : page.rows()) {
            for (PageLayout.Cell cell : row.cells()) {
                assertThat(cell.box().union(cell.cell())).isEqualTo(cell.cell());
                assertThat(cell.cell().width()).isGreaterThanOrEqualTo(11);
                rules.forEach(rule -> ConstellationTest.assertApart(rule, cell.cell().grow(-0.3)));
            }
        }
        page.texts().forEach(t -> page.rules().forEach(
                rule -> ConstellationTest.assertApart(around(t), ConstellationTest.around(rule))));
    }

    private static RectMm around(PageLayout.TextRun text) {
        double size = text.sizePt() * TextMetrics.MM_PER_PT;
        double width = SampleMeeting.METRICS.widthMm(text.text(), text.sizePt(), text.bold());
        return new RectMm(text.baseline().x(), text.baseline().y() - 0.86 * size, width, 0.95 * size);
    }

    private static List<Problem> problems(String form, String meeting) {
        return Typesetter.layOut(SampleMeeting.of(form, meeting).subject(0, 0), SampleMeeting.METRICS)
                .match(layout -> List.of(), problems -> problems);
    }

    private static PageLayout.TextRun run(PageLayout page, String text) {
        return page.texts().stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow();
    }

    private static List<String> text(PageLayout page) {
        return page.texts().stream().map(PageLayout.TextRun::text).toList();
    }

    private static String form(int items, int options) {
        String groups = IntStream.rangeClosed(1, items)
                .mapToObj(i -> (i % 9 == 1 ? "  - label: 分组" + (i / 9 + 1) + "\n    items:\n" : "")
                        + "      - {id: i-" + i + ", label: 第" + i + "项内容}\n")
                .collect(Collectors.joining());
        String scale = IntStream.rangeClosed(1, options)
                .mapToObj(i -> "  - {id: o" + i + ", label: 等次" + i + ", satisfied: " + (i == 1) + "}\n")
                .collect(Collectors.joining());
        return "form: f\ntitle: 评价表\noverall: {id: overall, label: 总体评价}\n"
                + (items == 0 ? "" : "groups:\n" + groups)
                + "scale:\n" + scale;
    }
}
