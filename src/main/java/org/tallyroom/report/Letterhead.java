package org.tallyroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.message.Message;

/** What every report has above and below its content. */
final class Letterhead {

    private static final int SHOWN_HASH_DIGITS = 8;

    private final Counted counted;

    Letterhead(Counted counted) {
        this.counted = counted;
    }

    /** The report's subject, the meeting, that it is a rehearsal, and that it is provisional until it is closed. */
    List<Message> lines(Optional<Message> subject) {
        List<Message> lines = new ArrayList<>();
        subject.ifPresent(lines::add);
        meeting().forEach(lines::add);
        rehearsal().ifPresent(lines::add);
        if (counted.provisional()) {
            lines.add(Message.of("report.provisional"));
        }
        return lines;
    }

    private Optional<Message> rehearsal() {
        return counted.rehearsal() ? Optional.of(Message.of("report.rehearsal")) : Optional.empty();
    }

    private List<Message> meeting() {
        Meeting meeting = counted.meeting();
        return Stream.of(beside(meeting.title()), beside(meeting.stage(), meeting.date(), meeting.place()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Message> beside(String... parts) {
        return Stream.of(parts)
                .filter(s -> !s.isBlank())
                .map(Wording::name)
                .reduce((a, b) -> Message.of("report.beside", a, b));
    }

    /** On every page: a loose page of a rehearsal must not be taken for a result either. */
    List<Message> foot() {
        List<Message> foot = new ArrayList<>(rehearsal().stream().toList());
        foot.add(definition());
        counted.verificationCode().ifPresent(code -> foot.add(Message.of("report.foot.verification", code)));
        return foot;
    }

    private Message definition() {
        return Message.of(
                "report.foot.definition",
                counted.definition().substring(0, Math.min(SHOWN_HASH_DIGITS, counted.definition().length())));
    }

    /** Roles of domain.md §B.3; two lines where at least two people sign. */
    Block signatures() {
        Message scrutineer = Message.of("report.sign.scrutineer");
        Message teller = Message.of("report.sign.teller");
        return new Block.Signatures(
                List.of(
                        Message.of("report.sign.chief-scrutineer"),
                        Message.of("report.sign.group-head"),
                        scrutineer,
                        scrutineer,
                        teller,
                        teller),
                Message.of("report.sign.date"));
    }
}
