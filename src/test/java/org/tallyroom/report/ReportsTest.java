package org.tallyroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.meeting.CountingRules.Decides;
import org.tallyroom.meeting.CountingRules.Denominator;
import org.tallyroom.meeting.CountingRules.Exact;
import org.tallyroom.meeting.CountingRules.Pool;
import org.tallyroom.message.Language;
import org.tallyroom.message.Sentences;
import org.tallyroom.report.Block.Voice;
import org.tallyroom.support.CountedSheets;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.tally.Fraction;

/** The sentences people read aloud and sign, word for word. */
class ReportsTest {

    private static final Sentences ZH = Sentences.in(Language.ZH);
    private static final Sentences EN = Sentences.in(Language.EN);
    private static final Counted NIGHT = SampleCount.night().provisional();

    private static List<String> said(Report report, Voice voice, Sentences sentences) {
        return report.blocks().stream()
                .flatMap(b -> b instanceof Block.Paragraph p && p.voice() == voice
                        ? Stream.of(sentences.say(p.text()))
                        : Stream.empty())
                .toList();
    }

    private static List<String> aloud(Report report) {
        return said(report, Voice.ALOUD, ZH);
    }

    @Test
    void theClearingIsAnnouncedInTheStandardWords() {
        assertThat(aloud(Reports.clearing(NIGHT)))
                .containsExactly(
                        "经清点，金水区政府投资评审中心发出测评表35张，收回35张，收回的测评表等于发出的测评表，本次测评有效。",
                        "经清点，金水区档案馆发出测评表35张，收回30张，收回的测评表少于发出的测评表，本次测评有效。",
                        "经清点，金水区行政服务中心发出测评表35张，收回35张，收回的测评表等于发出的测评表，本次测评有效。",
                        "经清点，金水区园林绿化管理中心（单位参评人员）发出测评表14张，收回15张，收回的测评表多于发出的测评表，测评无效，应重新进行。");
        assertThat(said(Reports.clearing(NIGHT), Voice.ALOUD, EN))
                .last()
                .asString()
                .endsWith("sheets issued 14, returned 15. More sheets were returned than issued: the vote is void and must be"
                        + " held again.");
        assertThat(said(Reports.clearing(NIGHT), Voice.PLAIN, ZH))
                .containsExactly("金水区园林绿化管理中心（单位参评人员）：“收回 ≤ 发出”不符。请核对纸质测评表后重新录入。");
    }

    @Test
    void aResultAboveTheThreshold() {
        Report report = Reports.tally(NIGHT, "review-centre");
        assertThat(ZH.say(report.title())).isEqualTo("计票结果报告单");
        assertThat(report.lines().stream().map(ZH::say))
                .containsExactly(
                        "单位名称：金水区政府投资评审中心",
                        "第三组教育实践活动第一环节集中联评",
                        "学习教育、听取意见　2014年6月18日　区政府第一会议室",
                        "（暂定：计票尚未结束）");
        assertThat(aloud(report))
                .containsExactly(
                        "下面报告测评结果：金水区政府投资评审中心发出测评表35张，收回35张，其中有效票34张，无效票0张；整张未填1张。"
                                + "总体评价：好25票，占78.13%；一般7票，占21.88%；差0票，占0.00%；未填1票；该项无效2票。",
                        "总体评价满意率为25/32（78.13%），不低于2/3。");
        assertThat(said(report, Voice.PLAIN, ZH))
                .containsExactly("提示：下列项目满意率低于2/3：3、弘扬焦裕禄精神，“六问六带头”情况；5、“四风”问题查找情况；2、共性问题专项整改情况。");
        assertThat(said(report, Voice.NOTE, ZH))
                .containsExactly(
                        "以上结论至少要有4张测评表被误读才会改变。",
                        "满意率 = 评为“好”的票数 ÷ 该项有效票数。未填、多填、无法辨认的，该项无效，不影响同一张表其他项目。"
                                + "收回的测评表多于发出的测评表的，该单位测评无效。达标口径：总体评价满意率不低于2/3；其他项目低于2/3的予以提示。"
                                + "各类参评人员的测评表合并计算，每张同等计票。");
    }

    @Test
    void belowTheThresholdIsAQuestionToTheGroupAndNoJudgement() {
        assertThat(aloud(Reports.tally(NIGHT, "service-hall")))
                .last()
                .isEqualTo("总体评价满意率为15/33（45.45%），低于2/3，提请督导组综合分析。");
        assertThat(said(Reports.tally(NIGHT, "service-hall"), Voice.ALOUD, EN))
                .last()
                .isEqualTo("The satisfaction rate for 总体评价 is 15/33 (45.45%): below 2/3. The supervision group is asked for"
                        + " its overall analysis.");
        String everything = Reports.all(NIGHT).stream()
                .flatMap(r -> Stream.of(Voice.values()).flatMap(v -> said(r, v, ZH).stream()))
                .reduce("", String::concat);
        assertThat(everything).doesNotContain("不合格");
    }

    @Test
    void exactlyTwoThirdsSaysByWhichRule() {
        assertThat(aloud(Reports.tally(NIGHT, "archives")))
                .last()
                .isEqualTo("总体评价满意率为20/30（66.67%），不低于2/3。满意率恰为2/3，按本次会议确定的口径为不低于2/3。");
        CountedSheets strict = new CountedSheets(
                SampleMeeting.of("joint-assessment"),
                r -> rules(r, Exact.FAILS, Decides.OVERALL, Denominator.VALID, Pool.ALL));
        strict.add("archives", "own-unit", 10, "good").add("archives", "own-unit", 5, "poor");
        assertThat(aloud(Reports.tally(strict.provisional(), "archives")))
                .last()
                .isEqualTo("总体评价满意率为10/15（66.67%），未超过2/3，提请督导组综合分析。满意率恰为2/3，按本次会议确定的口径为未超过2/3。");
    }

    @Test
    void whatIsOpenButCannotChangeTheResultIsSaid() {
        CountedSheets sheets = sheets().add("archives", "own-unit", 13, "good").held("archives", "own-unit", 2);
        Report report = Reports.tally(sheets.provisional(), "archives");
        assertThat(aloud(report)).last().isEqualTo("总体评价满意率为13/13（100.00%），不低于2/3。");
        assertThat(said(report, Voice.NOTE, ZH)).contains("另有2张测评表尚未确定，无论怎样确定都不影响以上结论。");
    }

    @Test
    void aVoidVoteTellsNoVotes() {
        Report report = Reports.tally(NIGHT, "parks");
        assertThat(aloud(report)).last().isEqualTo("收回的测评表多于发出的测评表，测评无效，应重新进行。");
        assertThat(aloud(report)).noneMatch(s -> s.contains("总体评价"));
        assertThat(report.tables()).isEmpty();
        assertThat(Reports.feedback(NIGHT, "parks").tables()).isEmpty();
        Block.Table summary = Reports.summary(NIGHT).tables().get(0);
        assertThat(summary.lines().get(3).cells()).filteredOn(Cell.Number.class::isInstance).isEmpty();
    }

    @Test
    void whatIsOpenIsSaidInsteadOfAResult() {
        CountedSheets sheets = sheets().add("archives", "own-unit", 9, "good")
                .add("archives", "own-unit", 4, "poor")
                .held("archives", "own-unit", 2);
        assertThat(aloud(Reports.tally(sheets.provisional(), "archives")))
                .containsExactly(
                        "下面报告测评结果：金水区档案馆已扫描测评表15张（发出、收回张数未全部录入），其中有效票13张，无效票0张；待定2张。"
                                + "总体评价：好9票，占69.23%；一般0票，占0.00%；差4票，占30.77%；未填0票。",
                        "金水区档案馆：印制35张，已扫描15张，人工清点的收回张数尚未录入，有关数字仅为已扫描测评表的统计。",
                        "尚有2张测评表未定，全部确定后满意率在9/15（60.00%）与11/15（73.33%）之间，暂不作结论。");
        assertThat(aloud(Reports.clearing(sheets.provisional())))
                .contains("金水区档案馆的发出、收回张数尚未全部录入，清点结果待定。");
    }

    /** By the contract one sheet of 35 can carry a verdict; then no report may look as if it spoke of all 35. */
    @Test
    void aVerdictOverTheSheetsSeenSaysSoInEveryReport() {
        CountedSheets one = sheets().add("archives", "full", 1, "good").figures("archives", "own-unit", 0);
        String said = "金水区档案馆（全评参评人员）：印制20张，已扫描1张，人工清点的收回张数尚未录入，有关数字仅为已扫描测评表的统计。";
        assertThat(aloud(Reports.tally(one.provisional(), "archives"))).element(1).isEqualTo(said);
        assertThat(aloud(Reports.clearing(one.provisional()))).contains(said);
        assertThat(said(Reports.summary(one.closed("00")), Voice.PLAIN, ZH)).contains(said);
        assertThat(said(Reports.feedback(one.closed("00"), "archives"), Voice.PLAIN, EN))
                .first()
                .isEqualTo("金水区档案馆 (全评参评人员): 20 printed, 1 seen, hand count not entered: figures cover only the sheets"
                        + " seen.");
        one.figures("archives", "full", 1);
        assertThat(aloud(Reports.tally(one.provisional(), "archives"))).noneMatch(s -> s.contains("尚未录入"));
    }

    @Test
    void withoutAValidVoteThereIsNoRate() {
        CountedSheets sheets = sheets().add("archives", "own-unit", 3, "blank");
        assertThat(aloud(Reports.tally(sheets.provisional(), "archives")))
                .last()
                .isEqualTo("没有有效票，不计算满意率，不作结论。");
    }

    @Test
    void figuresThatDoNotAgreeHoldEverythingBack() {
        CountedSheets sheets = sheets().add("archives", "own-unit", 14, "good");
        sheets.figures("archives", "own-unit", CountedSheets.of(15, 15, 0, 0, 13)).figures("archives", "full", 0);
        assertThat(aloud(Reports.clearing(sheets.provisional()))).contains("金水区档案馆的清点数字不符，核对清楚之前不宣布结果。");
        assertThat(aloud(Reports.tally(sheets.provisional(), "archives")))
                .last()
                .isEqualTo("清点数字不符，核对清楚之前不作结论。");
    }

    @Test
    void aQuorumIsSaidFirst() {
        CountedSheets half = new CountedSheets(SampleMeeting.of("joint-assessment"), r -> new CountingRules(
                r.satisfied(),
                r.excluded(),
                r.threshold(),
                r.exact(),
                r.decides(),
                r.denominator(),
                r.pool(),
                r.unfilledName(),
                r.crosses(),
                r.alterations(),
                new CountingRules.Quorum(1, 2)));
        half.add("archives", "own-unit", 8, "good").add("archives", "full", 9, "good");
        half.figures("archives", "own-unit", CountedSheets.of(8, 15, 0, 0, 8));
        half.figures("archives", "full", CountedSheets.of(9, 20, 0, 0, 9));
        assertThat(aloud(Reports.clearing(half.provisional())))
                .contains("金水区档案馆应到35人，实到17人，不足规定人数，不能进行测评。金水区档案馆的测评不宣布结果。");
        assertThat(aloud(Reports.tally(half.provisional(), "archives"))).last().isEqualTo("实到人数不足规定人数，不作结论。");
        half.figures("archives", "own-unit", CountedSheets.of(9, 15, 0, 0, 8));
        assertThat(aloud(Reports.clearing(half.provisional())))
                .contains("金水区档案馆应到35人，实到18人，符合规定人数，可以进行测评。"
                        + "经清点，金水区档案馆发出测评表35张，收回17张，收回的测评表少于发出的测评表，本次测评有效。");
    }

    @Test
    void theRulesOfTheProvinceAreWrittenOut() {
        CountedSheets strict = new CountedSheets(
                SampleMeeting.of("joint-assessment"),
                r -> rules(r, Exact.FAILS, Decides.ANY, Denominator.PRESENT, Pool.SEPARATE));
        strict.add("archives", "own-unit", 11, "good", List.of("study-1=poor"));
        strict.figures("archives", "own-unit", 11).figures("archives", "full", 0);
        assertThat(said(Reports.tally(strict.provisional(), "archives"), Voice.NOTE, ZH))
                .last()
                .isEqualTo("满意率 = 评为“好”的票数 ÷ 实到人数。未填、多填、无法辨认的，该项无效，不影响同一张表其他项目。"
                        + "收回的测评表多于发出的测评表的，该单位测评无效。达标口径：每一项满意率均超过2/3。"
                        + "各类参评人员分别计算，均达到的方为达到。");
        assertThat(aloud(Reports.tally(strict.provisional(), "archives")))
                .last()
                .isEqualTo("单位参评人员的1、学习教育组织情况满意率为0/15（0.00%），未超过2/3，提请督导组综合分析。");
    }

    @Test
    void theWeakestItemsComeFirstInTheFeedback() {
        Report report = Reports.feedback(NIGHT, "review-centre");
        Block.Bars bars = (Block.Bars) report.blocks().get(1);
        assertThat(bars.bars().stream().map(Block.Bar::label).limit(4))
                .containsExactly(
                        "总体评价", "5、“四风”问题查找情况", "3、弘扬焦裕禄精神，“六问六带头”情况", "2、共性问题专项整改情况");
        assertThat(bars.threshold()).isEqualTo(new Fraction(2, 3));
        assertThat(said(report, Voice.NOTE, ZH))
                .first()
                .asString()
                .contains("单位参评人员12/14（85.71%），区间约60–96%；全评参评人员13/18（72.22%），区间约49–88%");
        Block.Line overall = report.tables().get(0).lines().get(0);
        assertThat(overall.cells()).last().isEqualTo(new Cell.Gap(135));
    }

    /** Wilson 1927; reference values as R's prop.test(correct = FALSE) gives them. */
    @Test
    void wilsonIntervals() {
        assertThat(WilsonInterval.of(new Fraction(24, 35)).inPercent()).isEqualTo("52–81%");
        assertThat(WilsonInterval.of(new Fraction(0, 10)).inPercent()).isEqualTo("0–28%");
        assertThat(WilsonInterval.of(new Fraction(10, 10)).inPercent()).isEqualTo("72–100%");
    }

    @Test
    void aSmallGroupIsNeverShownNorCanItBeComputed() {
        CountedSheets sheets = sheets().add("archives", "own-unit", 4, "good").add("archives", "full", 20, "poor");
        Report tally = Reports.tally(sheets.provisional(), "archives");
        assertThat(tally.tables()).as("overall and items, nothing by kind").hasSize(2);
        assertThat(tally.tables().get(0).lines()).hasSize(1);
        assertThat(Reports.feedback(sheets.provisional(), "archives").tables().get(0).columns()).hasSize(3);
        assertThat(said(tally, Voice.NOTE, ZH)).contains("不足5张的分类与其他分类合并列示，以免推知个人的评价；结论不受影响。");
        sheets.add("archives", "own-unit", 1, "good");
        assertThat(Reports.tally(sheets.provisional(), "archives").tables().get(0).lines()).hasSize(3);
    }

    @Test
    void aClosedCountCarriesItsVerificationCode() {
        Report report = Reports.summary(SampleCount.night().closed("0123456789abcdef"));
        assertThat(report.lines().stream().map(ZH::say)).noneMatch(s -> s.contains("暂定"));
        assertThat(report.foot().stream().map(ZH::say)).contains("核验码 0123456789abcdef");
    }

    @Test
    void theSummaryKeepsTheOrderOfTheMeeting() {
        Block.Table table = Reports.summary(NIGHT).tables().get(0);
        assertThat(table.lines().stream().map(l -> l.cells().get(0)))
                .containsExactly(
                        new Cell.Name("评审中心"), new Cell.Name("档案馆"), new Cell.Name("服务中心"), new Cell.Name("园林中心"));
        assertThat(table.lines().get(0).cells()).last().isEqualTo(new Cell.Number(4));
    }

    @Test
    void everyKindOfReportCanBeSaidInBothLanguages() {
        CountedSheets english = new CountedSheets(SampleMeeting.of("english-sample"), r -> r);
        String unit = english.meeting().units().get(0).id();
        String type = english.meeting().respondentTypes().get(0).id();
        english.add(unit, type, 6, "blank");
        for (Counted counted : List.of(NIGHT, english.provisional(), english.closed("ffff000011112222"))) {
            for (Sentences sentences : List.of(ZH, EN)) {
                for (Report report : Reports.all(counted)) {
                    assertThat(sentences.say(report.title())).isNotBlank();
                    assertThat(sentences.say(report.tab())).isNotBlank();
                    report.tables().forEach(t -> t.columns().forEach(c -> assertThat(sentences.say(c.head())).isNotBlank()));
                    Stream.of(Voice.values()).forEach(v -> assertThat(said(report, v, sentences)).doesNotContain(""));
                }
            }
        }
    }

    private static CountedSheets sheets() {
        return new CountedSheets(SampleMeeting.of("joint-assessment"), rules -> rules);
    }

    private static CountingRules rules(
            CountingRules agreed, Exact exact, Decides decides, Denominator denominator, Pool pool) {
        return new CountingRules(
                agreed.satisfied(),
                agreed.excluded(),
                agreed.threshold(),
                exact,
                decides,
                denominator,
                pool,
                agreed.unfilledName(),
                agreed.crosses(),
                agreed.alterations(),
                agreed.quorum());
    }
}
