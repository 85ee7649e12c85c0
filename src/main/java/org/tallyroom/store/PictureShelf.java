package org.tallyroom.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/**
 * The pages' pictures, named by the SHA-256 of their bytes. A picture is on the disk before any row names it: a picture
 * without a row is harmless, a row without its picture is not.
 */
public final class PictureShelf {

    private final Path folder;

    public PictureShelf(Folder folder) {
        this.folder = folder.images();
    }

    /** @param kind jpg or png @return the picture's name */
    public String put(byte[] bytes, String kind) {
        String name = Digest.of(bytes) + "." + kind;
        Path place = place(name);
        if (!Files.exists(place)) {
            Folder.writeSynced(place, bytes);
        }
        return name;
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(place(name));
        } catch (IOException e) {
            throw new WorldBroke(Message.of("store.picture-lost", place(name).toString()), e);
        }
    }

    /** Whether the picture is there and its bytes are still the ones it is named after. */
    public boolean sound(String name) {
        return Files.isRegularFile(place(name)) && name.startsWith(Digest.of(read(name)));
    }

    public Path place(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
