package io.tributary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which everything of one installation lives: the broker's log, the registry's database, the state of the
 * streams, log files and what the demo remembers. It belongs to one process at a time, by a lock of the operating system
 * that ends with the process however it dies.
 */
public final class DataFolder implements AutoCloseable {
    /** Below this much free space nothing starts: a broker whose disk is full stops in the middle of its work. */
    static final long REQUIRED_BYTES = 512L << 20;

    private static final String LOCK = "tributary.lock";
    private static final String KAFKA = "kafka";
    private static final String REGISTRY = "registry";
    private static final String STREAMS = "streams";
    private static final String LOGS = "logs";
    private static final String NOTES = "demo.properties";
    private static final List<String> OWN = List.of(KAFKA, REGISTRY, STREAMS, LOGS, NOTES);

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process; creates it when it is missing.
     *
     * @throws StartupException when another process has it, it cannot be written, holds something else under the names
     *     used here, or its disk is full
     */
    public static DataFolder open(Path folder) {
        return open(folder, REQUIRED_BYTES);
    }

    static DataFolder open(Path folder, long requiredBytes) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            refuseForeignFiles(root);
            FileChannel lock = lock(root);
            DataFolder opened = new DataFolder(root, lock);
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < requiredBytes) {
                opened.close();
                throw FolderTrouble.diskFull(root, free, requiredBytes);
            }
            return opened;
        } catch (IOException refused) {
            throw FolderTrouble.unusable(root, refused);
        }
    }

    /** Removes what earlier runs left in the folder, and nothing else. */
    public void wipe() {
        try {
            for (String name : OWN) {
                deleteTree(root.resolve(name));
            }
        } catch (IOException refused) {
            throw FolderTrouble.unusable(root, refused);
        }
    }

    /** The folder itself, absolute. */
    public Path root() {
        return root;
    }

    /** Where the broker keeps its log. */
    public Path kafka() {
        return root.resolve(KAFKA);
    }

    /** Where the registry keeps its database. */
    public Path registry() {
        return root.resolve(REGISTRY);
    }

    /** Where the streams keep their state. */
    public Path streams() {
        return root.resolve(STREAMS);
    }

    /** Where log files go. */
    public Path logs() {
        return root.resolve(LOGS);
    }

    /** The file in which the demo remembers what it has loaded. */
    public Path notes() {
        return root.resolve(NOTES);
    }

    /** Whether the disk ran full while the product ran. */
    public boolean isDiskFull() {
        try {
            return Files.getFileStore(root).getUsableSpace() < (1L << 20);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Lets other processes have the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException gone) {
            throw FolderTrouble.unusable(root, gone);
        }
    }

    /** Under the lock file's protection everything in {@link #OWN} is ours; without one it is somebody else's. */
    private static void refuseForeignFiles(Path root) {
        if (Files.exists(root.resolve(LOCK))) {
            return;
        }
        for (String name : OWN) {
            if (Files.exists(root.resolve(name))) {
                throw new StartupException(
                        "The folder %s holds a %s that is not Tributary's: choose another one with --data-dir."
                                .formatted(root, name));
            }
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        String.valueOf(ProcessHandle.current().pid()).getBytes(UTF_8)));
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // held by this very process, which is no less held
        }
        String holder = Files.readString(root.resolve(LOCK), UTF_8).strip();
        channel.close();
        throw new StartupException(("The data folder %s is in use by another Tributary (process %s): "
                        + "stop it or choose another folder with --data-dir.")
                .formatted(root, holder));
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
