package org.tallyroom.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/** The one writer of a folder. The operating system takes the lock back when its process dies, however it dies. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws WorldBroke when another program writes in this folder */
    public static FolderLock take(Folder folder) {
        FileChannel channel = open(folder);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            throw refused(folder, channel, e);
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.lock(), e);
        }
        throw refused(folder, channel, new IOException("locked by another process"));
    }

    private static FileChannel open(Folder folder) {
        try {
            return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Folder.cannotWrite(folder.lock(), e);
        }
    }

    private static WorldBroke refused(Folder folder, FileChannel channel, Exception why) {
        try {
            channel.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return new WorldBroke(Message.of("store.in-use", folder.root().toString()), why);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new WorldBroke(Message.of("store.cannot-write", "lock"), e);
        }
    }
}
