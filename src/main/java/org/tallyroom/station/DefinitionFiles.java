package org.tallyroom.station;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problem;
import org.tallyroom.definition.Problems;
import org.tallyroom.definition.Said;
import org.tallyroom.form.Form;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.layout.Proof;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.meeting.MeetingDefinition;
import org.tallyroom.meeting.ParsedMeeting;
import org.tallyroom.meeting.UnitTable;
import org.tallyroom.message.Message;
import org.tallyroom.office.UnitFile;
import org.tallyroom.store.Folder;

/** The definitions' files, as the user keeps them or as a station keeps its copies, read with all their problems. */
final class DefinitionFiles {

    private static final String MEETING = "meeting.yaml";

    /** Without an ending: what it is, its content says. */
    private static final String UNITS = "units";

    /**
     * What reading gives: the definitions, or at least one problem.
     *
     * @param proof the problems, and those that laying out finds in what could be understood
     * @param copies the files under the names a station keeps them by
     */
    record Reading(
            Optional<Definitions> definitions,
            List<Problem> problems,
            Function<TextMetrics, List<Problem>> proof,
            Map<String, byte[]> copies) {}

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, byte[]> copies = new LinkedHashMap<>();
    private final Function<String, Path> places;
    private final Path meetingFile;

    private DefinitionFiles(Path meetingFile, Function<String, Path> places) {
        this.meetingFile = meetingFile;
        this.places = places;
    }

    /** The user's own files; those the meeting names lie beside it. */
    static Reading ofUser(Path meetingFile) {
        Path beside = meetingFile.toAbsolutePath().getParent();
        return new DefinitionFiles(meetingFile, beside::resolve).read(Optional.empty());
    }

    /** A station's copies, whose names do not depend on what the user called them. */
    static Reading ofStation(Folder folder) {
        Path home = folder.definitions();
        return new DefinitionFiles(home.resolve(MEETING), home::resolve).read(Optional.of(home));
    }

    private Reading read(Optional<Path> station) {
        Optional<String> yaml = text(new Origin(name(meetingFile), 0), meetingFile, MEETING);
        if (yaml.isEmpty()) {
            return new Reading(Optional.empty(), problems, metrics -> problems, copies);
        }
        MeetingDefinition definition = MeetingDefinition.of(name(meetingFile), yaml.get());
        List<ParsedForm> forms = new ArrayList<>();
        int number = 0;
        for (Said said : definition.formFiles()) {
            String copy = "form-" + ++number + ".yaml";
            Path file = place(said, station.map(s -> copy));
            text(said.origin(), file, copy).ifPresent(text -> forms.add(FormDefinition.parse(said.value(), text)));
        }
        Optional<UnitTable> units = definition.unitFile().flatMap(said -> units(said, station));
        forms.forEach(form -> problems.addAll(form.problems()));
        ParsedMeeting meeting = definition.parse(forms, units);
        problems.addAll(meeting.problems());
        Function<TextMetrics, List<Problem>> proof = metrics -> proof(Proof.problems(forms, meeting, metrics));
        if (!problems.isEmpty()) {
            return new Reading(Optional.empty(), problems, proof, copies);
        }
        Map<String, Form> byId = new HashMap<>();
        forms.forEach(parsed -> parsed.form().ifPresent(form -> byId.put(form.id(), form)));
        return new Reading(meeting.meeting().map(m -> new Definitions(m, byId)), problems, proof, copies);
    }

    private List<Problem> proof(List<Problem> found) {
        Problems all = new Problems();
        all.addAll(problems);
        all.addAll(found);
        return all.list();
    }

    private Optional<UnitTable> units(Said said, Optional<Path> station) {
        Path file = place(said, station.map(s -> UNITS));
        if (bytes(said.origin(), file, UNITS).isEmpty()) {
            return Optional.empty();
        }
        Problems found = new Problems();
        Optional<UnitTable> table = UnitFile.read(file, said.origin(), found);
        problems.addAll(found.list());
        return table;
    }

    private Path place(Said said, Optional<String> copy) {
        return places.apply(copy.orElse(said.value()));
    }

    private Optional<String> text(Origin namedAt, Path file, String copy) {
        Optional<byte[]> bytes = bytes(namedAt, file, copy);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(new Origin(name(file), 0), Message.of("station.not-utf8", name(file))));
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(Origin namedAt, Path file, String copy) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            copies.put(copy, bytes);
            return Optional.of(bytes);
        } catch (IOException e) {
            problems.add(new Problem(namedAt, Message.of("station.cannot-read", file.toString())));
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
