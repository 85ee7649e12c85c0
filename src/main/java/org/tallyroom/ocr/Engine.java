package org.tallyroom.ocr;

import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import net.sourceforge.tess4j.TessAPI;
import org.bytedeco.javacpp.Loader;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.vision.Natives;

/** Tesseract's native libraries and its language file, unpacked once into a folder that every loader can read. */
final class Engine {

    private static final String SEARCH_PATH = "jna.library.path";

    /**
     * Resource → file name. JNA asks for the plain name, the linker for the versioned ones. On Windows Tess4J brings
     * and finds its own.
     */
    private static final Map<String, Map<String, String>> LIBRARIES = Map.of(
            "linux",
                    Map.of(
                            "tesseract/%s/libtesseract.so.5.5", "libtesseract.so",
                            "leptonica/%s/libleptonica.so.6", "libleptonica.so.6",
                            "leptonica/%s/libgomp.so.1", "libgomp.so.1"),
            "macosx",
                    Map.of(
                            "tesseract/%s/libtesseract.5.5.dylib", "libtesseract.dylib",
                            "leptonica/%s/libleptonica.6.dylib", "libleptonica.6.dylib"),
            "windows", Map.of());

    private static final String LANGUAGE_FILE = "tessdata/eng.traineddata";

    private Engine() {}

    /** The one library, ready for handles. */
    static TessAPI library() {
        return Once.LIBRARY;
    }

    /** The folder with the language file. */
    static Path languages() {
        return folder().resolve("tessdata");
    }

    private static Path folder() {
        return Natives.unpackFolder().resolve("tallyroom-ocr-5.5.2");
    }

    private static TessAPI load() {
        try {
            Path folder = Files.createDirectories(folder());
            Files.createDirectories(languages());
            unpack(LANGUAGE_FILE, folder.resolve(LANGUAGE_FILE));
            String platform = Loader.getPlatform();
            for (Map.Entry<String, String> library : librariesOf(platform).entrySet()) {
                unpack("org/bytedeco/" + library.getKey().formatted(platform), folder.resolve(library.getValue()));
            }
            if (!Platform.isWindows()) {
                preload(folder, librariesOf(platform));
                System.setProperty(SEARCH_PATH, folder.toString());
            }
            return TessAPI.INSTANCE;
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new WorldBroke(Message.of("ocr.not-loaded"), e);
        }
    }

    private static Map<String, String> librariesOf(String platform) {
        return LIBRARIES.getOrDefault(platform.substring(0, platform.indexOf('-')), Map.of());
    }

    /** What Tesseract needs is loaded before it: not every linker looks into the folder of the library that asks. */
    private static void preload(Path folder, Map<String, String> libraries) {
        for (String needed : List.of("libgomp.so.1", "libleptonica.so.6", "libleptonica.6.dylib")) {
            if (libraries.containsValue(needed)) {
                System.load(folder.resolve(needed).toString());
            }
        }
    }

    /** Written beside its place and moved there, so that a second program starting now never sees half a file. */
    private static void unpack(String resource, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path beside = Files.createTempFile(target.getParent(), "unpacking", ".part");
        try (InputStream in = Engine.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("not on the class path: " + resource);
            }
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The class loader runs this exactly once and makes every other thread wait. */
    private static final class Once {
        private static final TessAPI LIBRARY = load();
    }
}
