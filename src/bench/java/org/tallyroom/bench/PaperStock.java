package org.tallyroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.ProfileReading;
import org.tallyroom.form.Form;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.Subject;
import org.tallyroom.layout.Typesetter;
import org.tallyroom.meeting.DefinitionHash;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.MeetingDefinition;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PageRender;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.rehearsal.Seed;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;

/** Printed sheets of the program's own meetings, drawn when first asked for. */
final class PaperStock {

    private static final List<String> MEETINGS = List.of("joint-assessment", "english-sample");
    private static final int UNITS = 2;
    private static final byte[] KEY = "a bench needs no secret at all..".getBytes(StandardCharsets.UTF_8);

    private final List<Page> pages = new ArrayList<>();
    private final Map<Drawing, PageImage> drawn = new ConcurrentHashMap<>();
    private final PrintFont font = PrintFont.load();

    /**
     * One page of a printed sheet.
     *
     * @param pdf the file it was printed to, alone
     * @param printed all that its meeting printed
     * @param reader reads pages of its meeting
     */
    record Page(
            String form,
            Meeting meeting,
            PageLayout layout,
            SheetCode code,
            Path pdf,
            Printed printed,
            Recogniser reader) {

        List<String> options() {
            return layout.rows().get(0).cells().stream()
                    .map(PageLayout.Cell::option)
                    .toList();
        }

        int positions() {
            return layout.rows().stream().mapToInt(row -> row.cells().size()).sum();
        }
    }

    private record Drawing(Path pdf, int dpi) {}

    /** @param folder for the printed files */
    PaperStock(Path folder) {
        MEETINGS.forEach(name -> print(name, folder));
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    PageImage drawn(Page page, int dpi) {
        return drawn.computeIfAbsent(new Drawing(page.pdf(), dpi), drawing -> {
            try (PageRender render = PageRender.open(drawing.pdf())) {
                return render.page(page.code().page(), drawing.dpi());
            }
        });
    }

    /** The criteria that the program judges with unless it is told otherwise. */
    static Criteria criteria() {
        return ProfileReading.parse("profile.yaml", resource("/calibration/default/profile.yaml"))
                .match(profile -> profile.criteria(), problems -> {
                    throw new IllegalStateException(problems.toString());
                });
    }

    private void print(String name, Path folder) {
        ParsedForm parsed = FormDefinition.parse("form.yaml", resource("/forms/" + name + "/form.yaml"));
        Form form = parsed.form().orElseThrow();
        Meeting meeting = MeetingDefinition.of("meeting.yaml", resource("/forms/" + name + "/meeting.yaml"))
                .parse(List.of(parsed), Optional.empty())
                .match(m -> m, problems -> {
                    throw new IllegalStateException(problems.toString());
                });
        Map<String, Form> forms = Map.of(form.id(), form);
        CodeSeal seal = new CodeSeal(KEY, meeting.id(), DefinitionHash.of(meeting, forms));
        Map<Printed.Kind, FormLayout> layouts = new HashMap<>();
        for (int unit = 0; unit < Math.min(UNITS, meeting.units().size()); unit++) {
            for (int type = 0; type < meeting.respondentTypes().size(); type++) {
                Subject subject = Subject.of(
                        meeting, meeting.units().get(unit), meeting.respondentTypes().get(type), forms);
                layouts.put(new Printed.Kind(0, unit, type), layout(subject));
            }
        }
        Printed printed = new Printed(seal, layouts);
        Recogniser reader = new Recogniser(printed);
        layouts.forEach((kind, layout) -> print(kind, layout, folder, (code, pdf) -> new Page(
                name, meeting, layout.page(code.page()), code, pdf, printed, reader), seal));
    }

    private interface Binding {
        Page page(SheetCode code, Path pdf);
    }

    private FormLayout layout(Subject subject) {
        return Typesetter.layOut(subject, font.metrics()).match(layout -> layout, problems -> {
            throw new IllegalStateException(problems.toString());
        });
    }

    private void print(Printed.Kind kind, FormLayout layout, Path folder, Binding binding, CodeSeal seal) {
        Seed seed = new Seed(kind.hashCode());
        String token = String.format("%024x", seed.child("token").value() >>> 1);
        byte[] draw = (token + kind).getBytes(StandardCharsets.UTF_8);
        List<SheetCode> codes = layout.pages().stream()
                .map(page -> new SheetCode(
                        kind.form(), kind.unit(), kind.respondentType(), page.number(), true, token))
                .toList();
        Path pdf = folder.resolve(layout.form() + "-" + kind.unit() + "-" + kind.respondentType() + ".pdf");
        PrintedSheet sheet = new PrintedSheet(
                layout, ShortCode.draw(draw), codes.stream().map(seal::seal).toList());
        try (OutputStream out = Files.newOutputStream(pdf)) {
            new FormPdf(font).write(out, List.of(sheet));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        codes.forEach(code -> pages.add(binding.page(code, pdf)));
    }

    private static String resource(String path) {
        try (InputStream in = PaperStock.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
