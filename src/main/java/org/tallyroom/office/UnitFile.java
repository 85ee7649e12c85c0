package org.tallyroom.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.meeting.UnitTable;

/**
 * Reads a list of units as an office program wrote it: XLSX, or text with separators. What it is, its first bytes say,
 * not its name.
 */
public final class UnitFile {

    /** Bytes; a list of 4,095 units needs less than one million. */
    private static final long LARGEST = 20_000_000;

    /** Every XLSX is a zip file. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The container of the binary formats XLS and ET. */
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private UnitFile() {}

    /**
     * @param named where the definition names the file: what is wrong with it is reported there
     * @return empty when the file cannot be read, and then a problem says why
     */
    public static Optional<UnitTable> read(Path file, Origin named, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) {
                problems.add(named, "office.too-large", name, LARGEST / 1_000_000);
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            if (startsWith(bytes, OLE)) {
                problems.add(named, "office.old-format", name);
                return Optional.empty();
            }
            return Optional.of(startsWith(bytes, ZIP) ? XlsxTable.read(name, bytes) : CsvTable.read(name, bytes));
        } catch (IOException unreadable) {
            problems.add(named, "office.cannot-read", name, String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(Arrays.copyOf(bytes, head.length), head);
    }
}
