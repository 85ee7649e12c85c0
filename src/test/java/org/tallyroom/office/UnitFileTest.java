package org.tallyroom.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.definition.Origin;
import org.tallyroom.definition.Problems;
import org.tallyroom.meeting.UnitTable;

class UnitFileTest {

    private static final Origin NAMED = new Origin("meeting.yaml", 9);
    private static final String CSV = "单位名称,人数\r\n\"甲,乙\n联合中心\",15\r\n丙局,12\r\n";

    private static final String SEMICOLONS = "单位名称;人数\n\"甲,乙\n联合中心\";15\n丙局;12\n";

    private static final long SEED = 7;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void csvIsReadInWhateverOfficesWrite() throws IOException {
        for (byte[] bytes : List.of(
                CSV.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8),
                CSV.getBytes(Charset.forName("GB18030")),
                SEMICOLONS.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_16LE))) {
            UnitTable table = read("units.csv", bytes).orElseThrow();
            assertThat(table.rows()).hasSize(3);
            assertThat(table.rows().get(0).cell(0).replace("\uFEFF", "")).isEqualTo("单位名称");
            assertThat(table.rows().get(1).cells()).containsExactly("甲,乙\n联合中心", "15");
            assertThat(table.rows().get(2).cell(0)).isEqualTo("丙局");
            assertThat(table.rows().get(2).line()).isEqualTo(4);
        }
        assertThat(problems.none()).isTrue();
    }

    @Test
    void rareCharactersSurviveGb18030() throws IOException {
        UnitTable table = read("units.csv", "单位名称\n䶮㛃〇镇\n".getBytes(Charset.forName("GB18030"))).orElseThrow();
        assertThat(table.rows().get(1).cell(0)).isEqualTo("䶮㛃〇镇");
    }

    @Test
    void xlsxIsReadWithItsRowNumbersAndWholeNumbers() throws IOException {
        Path file = folder.resolve("units.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单位");
            sheet.value(0, 1, "单位名称");
            sheet.value(2, 1, "丙局");
            sheet.value(2, 2, 15);
        }
        UnitTable table = UnitFile.read(file, NAMED, problems).orElseThrow();
        UnitTable.Row last = table.rows().get(table.rows().size() - 1);
        assertThat(last.line()).isEqualTo(3);
        assertThat(last.cells()).containsExactly("", "丙局", "15");
    }

    @Test
    void whatCannotBeReadIsAProblemOfTheLineThatNamesIt() throws IOException {
        assertThat(UnitFile.read(folder.resolve("missing.csv"), NAMED, problems)).isEmpty();
        assertThat(read("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})).isEmpty();
        assertThat(read("broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0})).isEmpty();
        assertThat(read("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, (byte) 0xff, 0})).isEmpty();
        assertThat(problems.list()).hasSize(4).allMatch(p -> p.origin().equals(NAMED));
        assertThat(problems.list()).extracting(p -> p.sentence().key()).contains("office.old-format");
    }

    @Test
    void aDamagedWorkbookIsAProblemAndNeverAnException() throws IOException {
        Path good = folder.resolve("good.xlsx");
        try (OutputStream out = Files.newOutputStream(good);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单位");
            for (int row = 0; row < 50; row++) {
                sheet.value(row, 0, "第" + row + "单位");
                sheet.value(row, 1, row);
            }
        }
        byte[] bytes = Files.readAllBytes(good);
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 2 == 0 ? bytes.clone() : Arrays.copyOf(bytes, random.nextInt(bytes.length));
            for (int flips = 0; flips < 5 && damaged.length > 4; flips++) {
                damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 << random.nextInt(8));
            }
            Problems found = new Problems();
            Path file = Files.write(folder.resolve("damaged.xlsx"), damaged);
            boolean readable = UnitFile.read(file, NAMED, found).isPresent();
            assertThat(found.none()).as("round %d, seed %d", i, SEED).isEqualTo(readable);
        }
    }

    private Optional<UnitTable> read(String name, byte[] bytes) throws IOException {
        return UnitFile.read(Files.write(folder.resolve(name), bytes), NAMED, problems);
    }
}
