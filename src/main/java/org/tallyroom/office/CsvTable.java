package org.tallyroom.office;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tallyroom.meeting.UnitTable;

/** Reads CSV in the encodings Chinese offices write: UTF-8 with or without BOM, UTF-16 with BOM, GB18030. */
final class CsvTable {

    private CsvTable() {}

    static UnitTable read(String name, byte[] bytes) throws IOException {
        String text = decode(bytes);
        List<UnitTable.Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            long line = 1;
            for (CSVRecord record : parser) {
                rows.add(new UnitTable.Row((int) line, record.toList()));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
        return new UnitTable(name, rows);
    }

    /** By its byte order mark; without one it is UTF-8 if it is valid UTF-8, which GB18030 text hardly ever is. */
    private static String decode(byte[] bytes) throws IOException {
        if (bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return strictly(StandardCharsets.UTF_8, bytes);
        } catch (CharacterCodingException notUtf8) {
            return strictly(Charset.forName("GB18030"), bytes);
        }
    }

    private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The one of comma, tab and semicolon that the first line has most of. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            if (count(first, candidate) > count(first, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String line, char character) {
        return line.chars().filter(c -> c == character).count();
    }
}
