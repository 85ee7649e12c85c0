package org.tallyroom.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallyroom.support.SampleMeeting;

/** The hash is printed on every sheet: what must not change after printing changes it, the rest does not. */
class DefinitionHashTest {

    private final String form = text("form.yaml");
    private final String meeting = text("meeting.yaml");
    private final String hash = SampleMeeting.of(form, meeting).hash();

    @Test
    void headcountsSparesDateAndPlaceMayChange() {
        assertThat(hash).matches("[0-9a-f]{64}");
        for (List<String> change : List.of(
                List.of("per-unit: 15, spares: 0", "per-unit: 14, spares: 3"),
                List.of("2014年6月18日", "2014年6月19日"),
                List.of("区政府第一会议室", "区政府第二会议室"),
                List.of("short-name: 档案馆", "short-name: 档案馆\n    headcounts: {own-unit: 9}"),
                List.of("# ", "# 备注 "),
                List.of("threshold: 2/3", "threshold:   \"2 / 3\""))) {
            assertThat(meeting).contains(change.get(0));
            String changed = meeting.replace(change.get(0), change.get(1));
            assertThat(SampleMeeting.of(form, changed).hash()).as(change.toString()).isEqualTo(hash);
        }
    }

    @Test
    void rulesUnitsAndTypesMayNot() {
        for (List<String> change : List.of(
                List.of("threshold: 2/3", "threshold: 3/5"),
                List.of("exact: passes", "exact: fails"),
                List.of("decides: overall", "decides: any"),
                List.of("pool: all", "pool: separate"),
                List.of("satisfied: [good]", "satisfied: [good, fair]"),
                List.of("crosses: review", "crosses: count"),
                List.of("name: 金水区档案馆", "name: 金水区档案局"),
                List.of("label: 全评参评人员", "label: 全评人员"))) {
            assertThat(meeting).contains(change.get(0));
            String changed = meeting.replace(change.get(0), change.get(1));
            assertThat(SampleMeeting.of(form, changed).hash()).as(change.toString()).isNotEqualTo(hash);
        }
    }

    @Test
    void theFormMayNot() {
        for (List<String> change : List.of(
                List.of("label: 差", "label: 较差"),
                List.of("{id: study-1, label: 1、学习教育组织情况}", "{id: study-0, label: 1、学习教育组织情况}"),
                List.of("1、学习教育组织情况", "1、学习教育的组织情况"),
                List.of("本表为无记名填写。", "本表为记名填写。"),
                List.of("label: 听取意见情况", "label: 听取情况"))) {
            assertThat(form).contains(change.get(0));
            String changed = form.replace(change.get(0), change.get(1));
            assertThat(SampleMeeting.of(changed, meeting).hash()).as(change.toString()).isNotEqualTo(hash);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("forms/joint-assessment", file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
