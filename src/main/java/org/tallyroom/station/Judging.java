package org.tallyroom.station;

import java.util.List;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.Judgement;
import org.tallyroom.json.Json;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.store.PageFact;

/** Turns stored measures into answers, whenever somebody asks: criteria may change without scanning again. */
record Judging(Criteria criteria, CountingRules rules) {

    List<Judgement> judge(PageFact page) {
        return page.reading().map(this::judge).orElse(List.of());
    }

    private List<Judgement> judge(String reading) {
        return judge(Json.read(reading, PageReading.class));
    }

    List<Judgement> judge(PageReading reading) {
        return reading.rows().stream().map(row -> criteria.judge(row, rules.crosses())).toList();
    }
}
