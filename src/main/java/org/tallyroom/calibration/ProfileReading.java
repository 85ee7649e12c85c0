package org.tallyroom.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;
import org.tallyroom.definition.YamlTree;

/** Reads a calibration profile: each criterion with value, unit, meaning and evidence, none of them left out. */
public final class ProfileReading {

    private final Problems problems;
    private final Section criteria;
    private final List<Figure> figures = new ArrayList<>();

    private ProfileReading(Problems problems, Section criteria) {
        this.problems = problems;
        this.criteria = criteria;
    }

    /** @param file the name problems are reported under */
    public static ParsedProfile parse(String file, String yaml) {
        Problems problems = new Problems();
        Optional<Section> root = YamlTree.read(file, yaml, problems);
        if (root.isEmpty()) {
            return new ParsedProfile.InvalidProfile(problems.list());
        }
        String name = root.get().text("name").value();
        Optional<Section> figures = root.get().section("criteria");
        if (figures.isEmpty()) {
            root.get().missing("criteria");
            return new ParsedProfile.InvalidProfile(problems.list());
        }
        root.get().noOtherKeys();
        ProfileReading reading = new ProfileReading(problems, figures.get());
        Optional<Criteria> read = reading.criteria();
        return read.isPresent() && problems.none()
                ? new ParsedProfile.Profile(name, read.get(), reading.figures)
                : new ParsedProfile.InvalidProfile(problems.list());
    }

    private Optional<Criteria> criteria() {
        double rest = mm("rest");
        double mark = mm("mark");
        double contrast = ratio("contrast");
        double line = mm("line");
        double dot = figure("dot", "mm2");
        double along = figure("along", "mm2");
        Criteria.Crossing crossing = new Criteria.Crossing(mm("crossing"), mm("surely-crossing"), count("hollows"));
        Criteria.Marker marker = new Criteria.Marker(mm("thick"), ratio("stubby"), ratio("stubby-solidity"));
        Criteria.Hatching hatching = new Criteria.Hatching(ratio("covered"), ratio("grain"), ratio("within"));
        Criteria.Fill fill = new Criteria.Fill(
                ratio("solidity"), ratio("blot-solidity"), ratio("box-share"), ratio("box-full"), mm("overflow"));
        Criteria.Loop loop = new Criteria.Loop(ratio("roundness"), mm("inner"), ratio("full"));
        Criteria.Line lines = new Criteria.Line(
                ratio("detour"), ratio("heaped"), count("corners"), mm("apart"), mm("beside"));
        Criteria.Neighbours neighbours = new Criteria.Neighbours(mm("border"), mm("unowned"), mm("passing"));
        Criteria.Row row = new Criteria.Row(mm("through"), ratio("twice"), ratio("seen"));
        criteria.noOtherKeys();
        if (problems.none() && rest >= mark) {
            problems.add(criteria.origin("rest"), "calibration.rest-over-mark", rest, mark);
        }
        if (!problems.none()) {
            return Optional.empty();
        }
        Criteria.Size size = new Criteria.Size(rest, mark, contrast, line, dot, along);
        return Optional.of(new Criteria(size, crossing, marker, fill, hatching, loop, lines, neighbours, row));
    }

    private double mm(String key) {
        return figure(key, "mm");
    }

    private double ratio(String key) {
        return figure(key, "ratio");
    }

    private double count(String key) {
        return figure(key, "count");
    }

    private double figure(String key, String unit) {
        Optional<Section> section = criteria.section(key);
        if (section.isEmpty()) {
            criteria.missing(key);
            return 0;
        }
        Said value = section.get().text("value");
        Said said = section.get().text("unit");
        String meaning = section.get().text("meaning").value();
        String evidence = section.get().text("evidence").value();
        figures.add(new Figure(key, value.value(), unit, meaning, evidence));
        section.get().noOtherKeys();
        if (!said.isEmpty() && !said.value().equals(unit)) {
            problems.add(said.origin(), "calibration.wrong-unit", key, said.value(), unit);
        }
        if (value.isEmpty() || value.value().matches("\\d{1,4}(\\.\\d{1,6})?") && !value.value().matches("[0.]+")) {
            return value.isEmpty() ? 0 : Double.parseDouble(value.value());
        }
        problems.add(value.origin(), "calibration.not-a-figure", key, value.value());
        return 0;
    }
}
