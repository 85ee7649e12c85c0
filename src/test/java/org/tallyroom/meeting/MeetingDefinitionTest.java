package org.tallyroom.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tallyroom.definition.Problem;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.support.SampleMeeting;

class MeetingDefinitionTest {

    private static final String TABLE = "{file: units.xlsx, name-column: 单位名称, short-name-column: 简称,"
            + " headcount-columns: {own-unit: 参评人数}}";

    /** Seed 004: 15 own-unit and 5 full respondents a unit, N (15 + 5N) sheets: domain.md §0. */
    @Test
    void theSeedMeetingPrints140Sheets() {
        Meeting meeting = SampleMeeting.of("joint-assessment").meeting();
        int all = 0;
        for (Unit unit : meeting.units()) {
            int sheets = meeting.respondentTypes().stream().mapToInt(t -> meeting.sheets(unit, t)).sum();
            assertThat(sheets).isEqualTo(35);
            all += sheets;
        }
        assertThat(all).isEqualTo(140);
        assertThat(meeting.leadUnit()).isEqualTo("review-centre");
    }

    @Test
    void whatIsNotSaidIsTheFieldsCustom() throws IOException {
        String yaml = yaml().replaceAll("(?s)rules:.*", "");
        CountingRules rules = parse(yaml, Optional.empty()).meeting().orElseThrow().rules();
        CountingRules said = SampleMeeting.of("joint-assessment").meeting().rules();
        assertThat(rules).isEqualTo(said);
        assertThat(rules.satisfied()).containsExactly("good");
        assertThat(rules.threshold()).isEqualTo(new CountingRules.Threshold(2, 3));
        assertThat(rules.exact()).isEqualTo(CountingRules.Exact.PASSES);
        assertThat(rules.quorum()).isEqualTo(CountingRules.Quorum.OFF);
    }

    @Test
    void unitsComeFromATableWithAllItsDirt() throws IOException {
        UnitTable table = new UnitTable("units.xlsx", List.of(
                row(1, "第三组参评单位名单"),
                row(2),
                row(3, "序号", " 单位名称\u3000", "简称", "参评人数"),
                row(4, "1", "\u3000金水区档案馆\u200B", "", "15"),
                row(5, "", "", "", ""),
                row(6, "2", "金水区 园林局", "园林局", "12人"),
                row(7, "3", "金水区审计局")));
        Meeting meeting = parse(withTable(), Optional.of(table)).meeting().orElseThrow();
        assertThat(meeting.units()).extracting(Unit::id).containsExactly("u1", "u2", "u3");
        assertThat(meeting.units()).extracting(Unit::name).containsExactly("金水区档案馆", "金水区 园林局", "金水区审计局");
        assertThat(meeting.units()).extracting(Unit::shortName).containsExactly("金水区档案馆", "园林局", "金水区审计局");
        RespondentType own = meeting.respondentTypes().get(0);
        assertThat(meeting.units()).extracting(u -> u.headcount(own)).containsExactly(15, 12, 15);
    }

    @Test
    void problemsOfATableNameItsRows() throws IOException {
        UnitTable table = new UnitTable("units.xlsx", List.of(
                row(1, "单位名称", "简称", "参评人数"),
                row(2, "金水区档案馆", "", "十五"),
                row(3, "金水区档案馆\u3000", "", "15"),
                row(4, "XX单位", "", "15")));
        List<Problem> problems = parse(withTable(), Optional.of(table)).problems();
        assertThat(problems)
                .extracting(p -> p.origin().file() + ":" + p.origin().line() + " " + p.sentence().key())
                .contains(
                        "units.xlsx:2 meeting.not-a-headcount",
                        "units.xlsx:3 meeting.duplicate-unit",
                        "units.xlsx:4 meeting.template-residue");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        UnitTable table = new UnitTable("units.xlsx", List.of(row(1, "名称"), row(2, "金水区档案馆")));
        assertThat(parse(withTable(), Optional.of(table)).problems())
                .extracting(p -> p.sentence().key())
                .contains("meeting.no-such-column", "meeting.unit-count");
    }

    @Test
    void aThousandUnitsAreAMeetingAnd4096AreNot() throws IOException {
        assertThat(parse(withTable(), Optional.of(units(1000))).meeting().orElseThrow().units()).hasSize(1000);
        assertThat(parse(withTable(), Optional.of(units(4095))).problems()).isEmpty();
        assertThat(parse(withTable(), Optional.of(units(4096))).problems())
                .extracting(p -> p.sentence().key())
                .containsExactly("meeting.unit-count");
    }

    @Test
    void nobodyMayRateAUnit() throws IOException {
        String yaml = yaml().replace("  - id: parks", "    headcounts: {own-unit: 0, full: 0}\n  - id: parks");
        Meeting meeting = parse(yaml, Optional.empty()).meeting().orElseThrow();
        assertThat(meeting.sheets(meeting.unit("service-hall"), meeting.respondentType("own-unit"))).isZero();
        assertThat(meeting.sheets(meeting.unit("parks"), meeting.respondentType("full"))).isEqualTo(15);
    }

    @Test
    void datesThatLookLikeDatesMustExist() {
        assertThat(CalendarDate.mayExist("2014年11月31日")).isFalse();
        assertThat(CalendarDate.mayExist("11月31日")).isFalse();
        assertThat(CalendarDate.mayExist("2023-02-29")).isFalse();
        assertThat(CalendarDate.mayExist("2月29日")).isTrue();
        assertThat(CalendarDate.mayExist("2014年6月18日（星期三）上午9点")).isTrue();
        assertThat(CalendarDate.mayExist("next week")).isTrue();
    }

    private static UnitTable units(int count) {
        List<UnitTable.Row> rows = new ArrayList<>(List.of(row(1, "单位名称", "简称", "参评人数")));
        for (int i = 1; i <= count; i++) {
            rows.add(row(i + 1, "第" + i + "单位", "", "3"));
        }
        return new UnitTable("units.xlsx", rows);
    }

    private static UnitTable.Row row(int line, String... cells) {
        return new UnitTable.Row(line, List.of(cells));
    }

    private static String withTable() throws IOException {
        return yaml().replaceAll("(?s)units:\n.*?respondent-types:", "units-from: " + TABLE + "\nrespondent-types:")
                .replace("lead-unit: review-centre\n", "");
    }

    private static ParsedMeeting parse(String yaml, Optional<UnitTable> table) throws IOException {
        String form = Files.readString(Path.of("forms/joint-assessment/form.yaml"));
        return MeetingDefinition.of("meeting.yaml", yaml)
                .parse(List.of(FormDefinition.parse("form.yaml", form)), table);
    }

    private static String yaml() throws IOException {
        return Files.readString(Path.of("forms/joint-assessment/meeting.yaml"));
    }
}
