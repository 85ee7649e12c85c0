package org.tallyroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.support.BadFiles;
import org.tallyroom.support.Poppler;
import org.tallyroom.vision.Pictures;

/** The command line as a contract: streams, exit codes, documents. */
class CommandsTest {

    private static final String FORM = "forms/joint-assessment/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path root;

    /** What a command left behind. */
    record Ran(int exit, String out, String err) {}

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new CommandLineTool(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
        Ran ran = new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(ran.err() + ran.out()).doesNotContain("\tat ").doesNotContain("Exception");
        return ran;
    }

    private String station() {
        Path folder = root.resolve("张三 会议（一）");
        assertThat(run("init", FORM + "meeting.yaml", folder.toString(), "--lang", "en"))
                .isEqualTo(new Ran(0, "The meeting is prepared in " + folder + ".\n", ""));
        return folder.toString();
    }

    @Test
    void everyDocumentFitsItsSchemaAndStandsAloneOnStandardOutput() throws IOException {
        String dir = station();
        assertThat(run("print", dir).exit()).isZero();
        Path scans = Files.createDirectories(root.resolve("scans"));
        Path pdf = Path.of(dir, "print", "parks-full.pdf");
        for (int page = 1; page <= 2; page++) {
            Files.write(scans.resolve("scan" + page + ".jpg"), Pictures.jpeg(Poppler.page(pdf, page, 200), 85));
        }
        new BadFiles(scans).empty("nothing.pdf");
        new BadFiles(scans).empty("Thumbs.db");

        Ran scan = run("scan", dir, scans.toString(), "--json", "--lang", "en");
        assertThat(scan.exit()).as("one file was not read").isEqualTo(3);
        List<String> lines = scan.out().lines().toList();
        assertThat(lines).hasSize(3);
        lines.forEach(line -> fits("scan-line", line));
        assertThat(lines.get(0)).isEqualTo("{\"source\":\"" + scans.resolve("nothing.pdf")
                + "\",\"page\":1,\"state\":\"unreadable\",\"reason\":\"damaged-file\"}");
        assertThat(scan.err())
                .contains("3 pages taken in = 2 read + 1 unreadable + 0 duplicate + 0 foreign + 0 blank + 0 pending")
                .contains("1 hidden or system files were not taken in (Thumbs.db).");

        JsonNode layout = fits("layout", run("layout", dir, "--json").out());
        assertThat(layout.get("sheets")).hasSize(140);
        assertThat(layout.at("/sheets/0/pages/0/boxes")).hasSize(14 * 3);
        JsonNode readings = fits("readings", run("readings", dir, "--json").out());
        assertThat(readings.at("/equation/takenIn").asInt()).isEqualTo(3);
        assertThat(readings.at("/pages/1/answers")).hasSize(14).allMatch(row -> row.get("answer").asText().equals("blank"));
        assertThat(run("count", dir, "--lang", "en").out().lines().map(String::strip)).contains(uncounted(2));
        JsonNode count = fits("count", run("count", dir, "--json").out());
        assertThat(count.at("/closed").asBoolean()).isFalse();
        fits("review", run("review", dir, "--list", "--json").out());
        fits("verify", run("verify", dir, "--json").out());
        String sheet = readings.at("/pages/1/sheet").asText();
        JsonNode explained = fits("explain", run("explain", dir, sheet, "--json").out());
        assertThat(Path.of(explained.at("/pages/0/picture").asText())).exists();
        assertThat(run("explain", dir, sheet).out().strip()).endsWith(sheet + "-1.png");
    }

    @Test
    void judgingAgainTakesTwoPeopleAReasonAndASoundProfile() throws IOException {
        String dir = station();
        Path profile = root.resolve("stricter.yaml");
        String ours = Files.readString(Path.of("calibration/default/profile.yaml"));
        Files.writeString(profile, ours.replaceFirst("value: 1.25", "value: 2"));
        String[] two = {"rejudge", dir, "--profile", profile.toString(), "--by", "张三", "--by", "李四", "--lang", "en"};
        assertThat(run(two)).isEqualTo(new Ran(2, "", "Judging by other criteria needs a reason (--reason).\n"));
        assertThat(run(with(two, "--reason", "light pens", "--json")).out())
                .satisfies(out -> assertThat(fits("rejudge", out).get("changes")).isEmpty());
        Files.writeString(profile, "name: broken\n");
        assertThat(run(with(two, "--reason", "light pens")).err()).contains("stricter.yaml:1: ").contains("criteria");
        assertThat(run("verify", dir, "--json").exit()).isZero();
    }

    @Test
    void aCalibrationSheetThatNobodyFilledInGivesNoProfile() throws IOException {
        Path pdf = root.resolve("sheet.pdf");
        assertThat(run("calibrate", "print", pdf.toString()).out()).isEqualTo(pdf + "\n");
        Path scan = Files.write(root.resolve("sheet.jpg"), Pictures.jpeg(Poppler.page(pdf, 1, 200), 85));
        Ran read = run("calibrate", "read", scan.toString(), "--into", root.toString(), "--json", "--lang", "en");
        assertThat(read.exit()).isEqualTo(3);
        JsonNode document = fits("calibrate", read.out());
        assertThat(document.at("/scans/0/measured/dpi").asInt()).isEqualTo(200);
        assertThat(document.get("refused")).isNotEmpty();
        assertThat(read.err()).endsWith("No profile was written.\n");
        assertThat(run("calibrate", "read", "--help", "--lang", "en").out()).contains("Measures scanned calibration");
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String uncounted(int seen) {
        String unit = seen == 0 ? "金水区政府投资评审中心" : "金水区园林绿化管理中心";
        return unit + ": 35 printed, " + seen + " seen, hand count not entered: figures cover only the sheets seen.";
    }

    @Test
    void theVerificationCodeIsTheDigestOfTheCountAsItIsPrinted() throws NoSuchAlgorithmException {
        String dir = station();
        assertThat(run("print", dir).exit()).isZero();
        Ran closed = run("close", dir, "--by", "张三", "--by", "李四", "--lang", "en");
        assertThat(closed.exit()).as("figures are still open").isEqualTo(3);
        assertThat(closed.err().lines()).as("before the code").startsWith(uncounted(0));
        String count = run("count", dir, "--json").out().strip();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(count.getBytes(StandardCharsets.UTF_8));
        assertThat(closed.out().strip()).isEqualTo(HexFormat.of().formatHex(digest).substring(0, 16));
        assertThat(count).contains("\"closed\":true");
        assertThat(run("verify", dir).exit()).isZero();
        assertThat(run("print", dir, "--lang", "zh"))
                .isEqualTo(new Ran(2, "", dir + " 的计票已经结束，不能再作任何修改。\n"));
    }

    @Test
    void everythingWrongInADefinitionIsToldAtOnceAndNothingIsMade() throws IOException {
        Path definitions = Files.createDirectories(root.resolve("wrong"));
        String form = Files.readString(Path.of(FORM + "form.yaml"));
        Files.writeString(definitions.resolve("form.yaml"), form.replace("id: study-1", "id: study-2"));
        String meeting = Files.readString(Path.of(FORM + "meeting.yaml"));
        Files.writeString(definitions.resolve("meeting.yaml"), meeting.replace("threshold: 2/3", "threshold: 7/3\n  treshold: 1/2"));
        Path dir = root.resolve("none");
        Ran init = run("init", definitions.resolve("meeting.yaml").toString(), dir.toString(), "--lang", "en");
        assertThat(init.exit()).isEqualTo(2);
        assertThat(init.out()).isEmpty();
        assertThat(init.err().lines().toList())
                .anyMatch(line -> line.matches("form\\.yaml:\\d+: .+"))
                .anyMatch(line -> line.matches("meeting\\.yaml:\\d+: .+"))
                .last()
                .asString()
                .endsWith("nothing was prepared.");
        assertThat(dir).doesNotExist();
    }

    @Test
    void wrongUsageIsTwoAndABrokenWorldIsOne() throws IOException {
        String dir = station();
        assertThat(run("frobnicate", "--lang", "en"))
                .isEqualTo(new Ran(2, "", "frobnicate is not understood. Ask for help with: tallyroom --help\n"));
        assertThat(run("scan", dir, "--lang", "zh"))
                .isEqualTo(new Ran(2, "", "缺少 PATH。查看帮助：tallyroom scan --help\n"));
        assertThat(run("init", FORM + "meeting.yaml", dir).exit()).as("the folder is taken").isEqualTo(2);
        assertThat(run("issue", dir, "--unit", "nobody", "--type", "full", "--issued", "1", "--by", "A").exit()).isEqualTo(2);
        assertThat(run("issue", dir, "--unit", "parks", "--type", "full", "--issued", "-1", "--by", "A").exit()).isEqualTo(2);
        assertThat(run("count", dir, "--lang", "fr").exit()).as("a language we do not speak").isEqualTo(2);
        assertThat(run("print", dir, "--again", "parks").exit()).as("no reason").isEqualTo(2);
        assertThat(run("print", dir, "--more", "parks", "full", "many").exit()).isEqualTo(2);
        assertThat(run("review", dir, "--decide", "AAA", "overall", "good", "--by", "A", "--reason", "r").exit()).isEqualTo(2);
        assertThat(run("scan", dir, root.resolve("nowhere").toString()).exit()).isEqualTo(2);
        assertThat(run("count", root.resolve("nowhere").toString()).exit()).isEqualTo(1);
        assertThat(run("count", root.toString(), "--lang", "en"))
                .isEqualTo(new Ran(1, "", root + " is not a station folder. Prepare one with: tallyroom init MEETING.yaml DIR\n"));
        Files.writeString(Path.of(dir, "keys", "secret"), "gone");
        assertThat(run("print", dir)).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
        });
    }

    /** The library that parses arguments has words of its own, all English: none may come through. */
    @Test
    void everyWayToMisuseAnArgumentIsToldInTheUsersLanguage() {
        String help = "查看帮助：tallyroom ";
        assertThat(misused("issue", "d", "--unit", "u", "--type", "t", "--by", "A", "--issued", "x"))
                .isEqualTo("--issued 后面的“x”不是整数。" + help + "issue --help");
        assertThat(misused("demo", "--seed", "many")).isEqualTo("--seed 后面的“many”不是整数。" + help + "demo --help");
        assertThat(misused("issue", "d", "--type", "t", "--type", "t")).startsWith("--type 重复给出。");
        assertThat(misused("print", "d", "--more", "parks", "full")).startsWith("--more 后面缺少内容：UNIT TYPE N。");
        assertThat(misused("review", "d", "--by")).startsWith("--by 后面缺少内容：NAME。");
        assertThat(misused("issue", "d", "--unit")).startsWith("缺少 --unit UNIT。");
        assertThat(misused("issue", "d", "--unit", "u")).startsWith("缺少 --type TYPE, --by NAME。");
        assertThat(misused("count", "d", "--json=yes")).startsWith("--json 单独使用，后面不带内容。");
        assertThat(misused("count", "d", "e", "--all")).startsWith("无法识别 e --all。");
        assertThat(misused("count", "d\0e")).startsWith("DIR 后面的“d\0e”无法识别。");
        assertThat(run("count", "d", "--lang=fr").err()).contains("fr").contains("zh, en");
        assertThat(misused("count")).startsWith("缺少 DIR。");
    }

    private static String misused(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--lang", "zh"));
        all.addAll(List.of(arguments));
        Ran ran = run(all.toArray(String[]::new));
        assertThat(ran.exit()).isEqualTo(2);
        return ran.err().strip();
    }

    @Test
    void everyCommandExplainsItselfInBothLanguages() {
        List<String> commands = new ArrayList<>(List.of(
                "init", "print", "layout", "issue", "scan", "readings", "review", "count", "report", "close", "verify", "demo"));
        for (String command : commands) {
            assertThat(run("--lang", "zh", command, "--help").out()).as(command).containsPattern("[\\u4e00-\\u9fff]{4}");
            assertThat(run("--lang", "en", command, "--help").out()).as(command).doesNotContainPattern("[\\u4e00-\\u9fff]");
        }
        assertThat(run("--help", "--lang", "en").out()).contains(commands);
    }

    @Test
    void theLogTellsNoCodesUnitsOrAnswers() throws IOException {
        String dir = station();
        run("print", dir);
        Path scans = Files.createDirectories(root.resolve("scans"));
        Files.write(scans.resolve("ok.jpg"), Pictures.jpeg(Poppler.page(Path.of(dir, "print", "parks-full.pdf"), 1, 200), 85));
        new BadFiles(scans).empty("broken.jpg");
        run("scan", dir, scans.toString());
        String log = Files.readString(Path.of(dir, "log", "tallyroom.log"));
        assertThat(log).contains("broken.jpg").doesNotContain("ok.jpg").doesNotContain("parks").doesNotContain("good");
    }

    private static JsonNode fits(String schema, String document) {
        try (InputStream in = CommandsTest.class.getResourceAsStream("/org/tallyroom/cli/schema/" + schema + ".json")) {
            Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(document.strip().lines().count()).as("one document").isEqualTo(1);
            assertThat(rules.validate(document, InputFormat.JSON)).isEmpty();
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
