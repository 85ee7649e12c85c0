package org.tallyroom.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/** Whether a folder can be opened for what somebody wants to do with it. */
final class Access {

    private Access() {}

    /** @throws WorldBroke when there is no station in the folder, or only one that is half closed */
    static void toStation(Folder folder) {
        if (!Files.isDirectory(folder.root())) {
            throw new WorldBroke(Message.of("store.no-folder", folder.root().toString()));
        }
        if (!folder.isStation() && Closing.interrupted(folder)) {
            throw new WorldBroke(Message.of("store.closing-interrupted", folder.root().toString()));
        }
        if (!folder.isStation()) {
            throw new WorldBroke(Message.of("store.no-station", folder.root().toString()));
        }
    }

    /**
     * SQLite gives its log the rights of the journal and leaves it there: one that may not be written must not begin.
     *
     * @throws WorldBroke when it may not
     */
    static void toWrite(Folder folder) {
        for (String tail : List.of("", "-wal", "-shm")) {
            Path file = folder.journal().resolveSibling(folder.journal().getFileName() + tail);
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new WorldBroke(Message.of("store.cannot-write", file.toString()));
            }
        }
    }
}
