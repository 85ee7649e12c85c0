package org.tallyroom.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Natives need a folder that every loader can read and this user can write. */
class NativesTest {

    private final String home = System.getProperty("user.home");

    @TempDir
    private Path folder;

    @AfterEach
    void goHome() {
        System.setProperty("user.home", home);
    }

    @Test
    void theyAreUnpackedAtHomeWhereThatIsPossible() {
        System.setProperty("user.home", folder.toString());
        assertThat(Natives.unpackFolder()).startsWith(folder).isDirectory();
    }

    @Test
    void aChineseUserNameIsAvoided() {
        System.setProperty("user.home", folder.resolve("张三").toString());
        assertThat(Natives.unpackFolder().toString()).isASCII();
    }

    @Test
    void aUserWithoutAHomeHasTheTemporaryFolder() {
        System.setProperty("user.home", "/dev/null/nobody");
        assertThat(Natives.unpackFolder()).startsWith(Path.of(System.getProperty("java.io.tmpdir"))).isWritable();
    }

    /** A machine without a desktop has no GTK; on one with it, loading it would only show here. */
    @Test
    void nothingThatOpensWindowsIsLoaded() throws IOException {
        Natives.load();
        assertThat(Files.readString(Path.of("/proc/self/maps")))
                .contains("opencv_java")
                .doesNotContain("opencv_highgui", "libgtk", "libgdk");
    }
}
