package org.tallyroom.vision;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;

/**
 * Loads OpenCV's native libraries, once in the life of the program. The first load on a machine unpacks them and takes
 * seconds; {@code station} therefore calls this early, and every class here that needs them calls it again at no cost.
 */
public final class Natives {

    private static final String UNPACK_TO = "org.bytedeco.javacpp.cachedir";

    private Natives() {}

    /** Returns when the libraries are ready; throws {@link UnsatisfiedLinkError} where there are none for this system. */
    public static void load() {
        Once.await();
    }

    /**
     * The folder natives are unpacked into when the user's own folder will not do: loaders on Windows fail on paths
     * with Chinese user names (opencv#19011, tess4j#190).
     */
    public static Path unpackFolder() {
        return Stream.of("user.home", "java.io.tmpdir")
                .map(System::getProperty)
                .filter(folder -> StandardCharsets.US_ASCII.newEncoder().canEncode(folder))
                .findFirst()
                .map(folder -> Path.of(folder, ".javacpp", "cache"))
                .orElseGet(() -> Path.of("/ProgramData", "tallyroom", "natives").toAbsolutePath());
    }

    /** The class loader runs this exactly once and makes every other thread wait. */
    private static final class Once {
        static {
            if (System.getProperty(UNPACK_TO) == null) {
                System.setProperty(UNPACK_TO, unpackFolder().toString());
            }
            Loader.load(opencv_java.class);
            Core.setNumThreads(1);
        }

        private static void await() {
            // Reaching this line means that the initialiser above has run.
        }
    }
}
