package org.tallyroom.vision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/**
 * Loads OpenCV's native libraries, once in the life of the program. The first load on a machine unpacks them and takes
 * seconds; {@code station} therefore calls this early, and every class here that needs them calls it again at no cost.
 */
public final class Natives {

    private static final String UNPACK_TO = "org.bytedeco.javacpp.cachedir";

    private Natives() {}

    /** Returns when the libraries are ready; throws {@link WorldBroke} where this system cannot load them. */
    public static void load() {
        Once.FAILURE.ifPresent(failure -> {
            throw new WorldBroke(Message.of("vision.not-loaded", failure.getMessage()), failure);
        });
    }

    /**
     * The folder natives are unpacked into: the first that can be written and has an ASCII name, since loaders on
     * Windows fail on paths with Chinese user names (opencv#19011, tess4j#190). A user without a home has the
     * temporary folder.
     */
    public static Path unpackFolder() {
        String user = Integer.toHexString(System.getProperty("user.name", "").hashCode());
        return Stream.of(
                        Path.of(System.getProperty("user.home"), ".javacpp", "cache"),
                        Path.of(System.getProperty("java.io.tmpdir"), "tallyroom-natives-" + user),
                        Path.of("/ProgramData", "tallyroom", "natives").toAbsolutePath())
                .filter(folder -> StandardCharsets.US_ASCII.newEncoder().canEncode(folder.toString()))
                .filter(Natives::canBeWritten)
                .findFirst()
                .orElseThrow(() -> new UnsatisfiedLinkError("no folder to unpack the native libraries into"));
    }

    private static void chooseFolder() {
        if (System.getProperty(UNPACK_TO) == null) {
            System.setProperty(UNPACK_TO, unpackFolder().toString());
        }
    }

    private static boolean canBeWritten(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException | SecurityException notThisOne) {
            // The next folder of the list is tried; when there is none, the caller is told.
            return false;
        }
    }

    private static Optional<UnsatisfiedLinkError> loaded() {
        try {
            chooseFolder();
            Loader.load(Loader.getPlatform().startsWith("linux") ? LinuxOpenCv.class : opencv_java.class);
            Core.setNumThreads(1);
            return Optional.empty();
        } catch (UnsatisfiedLinkError failure) {
            return Optional.of(failure);
        }
    }

    /** The class loader runs this exactly once and makes every other thread wait. */
    private static final class Once {
        private static final Optional<UnsatisfiedLinkError> FAILURE = loaded();
    }
}
