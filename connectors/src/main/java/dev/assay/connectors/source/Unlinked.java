package dev.assay.connectors.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/**
 * Opens files below a folder through no link. Whoever may write there could put a link in the place of a file, or of a folder on the
 * way to it, after the folder was listed, and have any file of this machine published. So each folder on the way is opened from the one
 * above it, where the system can, and what was opened is compared with what was looked at.
 */
final class Unlinked {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private Unlinked() {}

    /** Opens the file while it is looked at. */
    private interface Opening {
        SeekableByteChannel open() throws IOException;
    }

    /**
     * Opens a file.
     *
     * @param folder where it is, itself perhaps a link
     * @param below its path from there
     * @throws NoSuchFileException where it is no regular file, behind a link, or another one by the time it is open
     */
    static SeekableByteChannel open(Path folder, Path below) throws IOException {
        try (DirectoryStream<Path> top = Files.newDirectoryStream(folder)) {
            if (top instanceof SecureDirectoryStream<Path> secure) {
                return open(secure, below);
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException link) { // what the system says of one where it must not follow it
            throw gone(below, link);
        }
        Path file = folder.resolve(below);
        return same(
                below,
                Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS),
                () -> Files.newByteChannel(file, READ));
    }

    private static SeekableByteChannel open(SecureDirectoryStream<Path> folder, Path below) throws IOException {
        int names = below.getNameCount();
        if (names > 1) {
            try (SecureDirectoryStream<Path> next =
                    folder.newDirectoryStream(below.getName(0), LinkOption.NOFOLLOW_LINKS)) {
                return open(next, below.subpath(1, names));
            }
        }
        return same(
                below,
                folder.getFileAttributeView(below, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS),
                () -> folder.newByteChannel(below, READ));
    }

    private static SeekableByteChannel same(Path name, BasicFileAttributeView view, Opening opening)
            throws IOException {
        BasicFileAttributes before = view.readAttributes();
        if (!before.isRegularFile()) { // opening a pipe would wait for a writer
            throw gone(name, null);
        }
        SeekableByteChannel channel = opening.open();
        try {
            if (Objects.equals(before.fileKey(), view.readAttributes().fileKey())) {
                return channel;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw gone(name, null);
    }

    private static NoSuchFileException gone(Path name, FileSystemException cause) {
        var gone = new NoSuchFileException(name.toString(), null, "a link, or no longer the file that was listed");
        gone.initCause(cause);
        return gone;
    }
}
