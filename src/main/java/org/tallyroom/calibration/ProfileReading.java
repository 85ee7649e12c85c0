package org.tallyroom.calibration;

import java.util.Optional;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.definition.Section;
import org.tallyroom.definition.YamlTree;

/** Reads a calibration profile: each criterion with value, unit, meaning and evidence, none of them left out. */
public final class ProfileReading {

    private final Problems problems;
    private final Section criteria;

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
        Optional<Criteria> read = new ProfileReading(problems, figures.get()).criteria();
        return read.isPresent() && problems.none()
                ? new ParsedProfile.Profile(name, read.get())
                : new ParsedProfile.InvalidProfile(problems.list());
    }

    private Optional<Criteria> criteria() {
        double rest = figure("rest", "mm");
        double mark = figure("mark", "mm");
        if (problems.none() && rest >= mark) {
            problems.add(criteria.origin("rest"), "calibration.rest-over-mark", rest, mark);
        }
        double[] f = {
            figure("contrast", "ratio"),
            figure("border", "mm"),
            figure("crossing", "mm"),
            figure("surely-crossing", "mm"),
            figure("hollows", "count"),
            figure("thick", "mm"),
            figure("stubby", "ratio"),
            figure("stubby-solidity", "ratio"),
            figure("solidity", "ratio"),
            figure("blot-solidity", "ratio"),
            figure("roundness", "ratio"),
            figure("inner", "mm"),
            figure("detour", "ratio"),
            figure("heaped", "ratio"),
            figure("full", "ratio"),
            figure("box-share", "ratio"),
            figure("box-full", "ratio"),
            figure("corners", "count"),
            figure("apart", "mm"),
            figure("beside", "mm"),
            figure("overflow", "mm"),
            figure("through", "mm"),
            figure("along", "mm2"),
            figure("unowned", "mm"),
            figure("passing", "mm"),
            figure("twice", "ratio"),
            figure("seen", "ratio")
        };
        criteria.noOtherKeys();
        return problems.none()
                ? Optional.of(new Criteria(
                        rest, mark, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12],
                        f[13], f[14], f[15], f[16], f[17], f[18], f[19], f[20], f[21], f[22], f[23], f[24],
                        f[25], f[26]))
                : Optional.empty();
    }

    private double figure(String key, String unit) {
        Optional<Section> section = criteria.section(key);
        if (section.isEmpty()) {
            criteria.missing(key);
            return 0;
        }
        Said value = section.get().text("value");
        Said said = section.get().text("unit");
        section.get().text("meaning");
        section.get().text("evidence");
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
