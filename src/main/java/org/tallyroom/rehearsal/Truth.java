package org.tallyroom.rehearsal;

import java.util.List;
import java.util.stream.Collectors;

/** What is really on the pages that a rehearsal made. */
public record Truth(List<Line> lines) {

    public Truth {
        lines = List.copyOf(lines);
    }

    /**
     * @param file name inside the folder of scans
     * @param page from 1, within the file
     * @param sheet the printed short code
     * @param answer an option id, {@code blank}, {@code overmarked} or {@code doubtful}
     */
    public record Line(String file, int page, String sheet, String item, String answer) {}

    /** With a head line; none of the fields holds a comma. */
    public String csv() {
        return lines.stream()
                .map(l -> String.join(",", l.file(), String.valueOf(l.page()), l.sheet(), l.item(), l.answer()))
                .collect(Collectors.joining("\n", "file,page,sheet,item,answer\n", "\n"));
    }
}
