package org.ketwork.numerics.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The native libraries of one folder of a jar, and their extraction. The cache folder is named after their version and contents, is
 * written under another name, flushed to disk and moved into place in one step: whoever finds it finds it whole, however many processes
 * start at once and wherever one of them is killed.
 */
final class NativeBundle {
    private static final String DRAFT = ".draft-";

    private final JarFile jar;
    private final List<JarEntry> libraries;
    private final String name;

    private NativeBundle(JarFile jar, List<JarEntry> libraries, String name) {
        this.jar = jar;
        this.libraries = libraries;
        this.name = name;
    }

    /** OpenBLAS for this platform, from the class path. */
    static NativeBundle openBlas() throws IOException {
        String platform = platform();
        String folder = "org/bytedeco/openblas/" + platform + "/";
        URL url = NativeBundle.class.getClassLoader().getResource(folder);
        if (url == null) {
            throw new IOException("the class path holds no OpenBLAS for " + platform);
        }
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("OpenBLAS is not in a jar but at " + url);
        }
        JarFile jar = connection.getJarFile();
        // The jni libraries are JavaCPP's glue, of which nothing is used.
        List<JarEntry> libraries = jar.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .filter(entry -> entry.getName().indexOf('/', folder.length()) < 0)
                .filter(entry -> !fileName(entry).contains("jni"))
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        return new NativeBundle(jar, libraries, "openblas-" + platform + "-" + fingerprint(libraries));
    }

    /** The path of the library whose name starts so, in a folder that holds all of them. */
    static Path find(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + prefix + " in " + folder));
        }
    }

    /** The folder with the libraries below the given cache folder, extracted unless it is there. */
    Path extractInto(Path cache) throws IOException {
        Path target = cache.resolve(name);
        if (isWhole(target)) {
            return target;
        }
        Files.createDirectories(cache);
        removeAbandonedDrafts(cache);
        Path draft = Files.createTempDirectory(cache, DRAFT + name + "-");
        try {
            for (JarEntry library : libraries) {
                extract(library, draft.resolve(fileName(library)));
            }
            flush(draft);
            if (Files.exists(target) && !isWhole(target)) {
                // Somebody damaged it: it makes room, under a name that nobody looks for.
                Files.move(target, cache.resolve(DRAFT + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
            }
            moveIntoPlace(draft, target);
        } finally {
            delete(draft);
        }
        if (!isWhole(target)) {
            throw new IOException("the libraries in " + target + " are not those of the jar");
        }
        return target;
    }

    private void moveIntoPlace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A concurrent start was first; its folder is as good.
            if (!isWhole(target)) {
                throw e;
            }
        }
    }

    private boolean isWhole(Path folder) throws IOException {
        for (JarEntry library : libraries) {
            Path file = folder.resolve(fileName(library));
            if (!Files.isRegularFile(file) || Files.size(file) != library.getSize()) {
                return false;
            }
        }
        return true;
    }

    private void extract(JarEntry library, Path file) throws IOException {
        try (InputStream in = jar.getInputStream(library)) {
            Files.copy(in, file);
        }
        flush(file);
    }

    private static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows flushes no folders and nothing through a channel that only reads; elsewhere it is an error.
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw e;
            }
        }
    }

    /** Those of starts that were killed; a day is longer than any extraction takes. */
    private static void removeAbandonedDrafts(Path cache) throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (Stream<Path> entries = Files.list(cache)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(DRAFT)
                        && Files.isDirectory(entry)
                        && Files.getLastModifiedTime(entry).compareTo(yesterday) < 0) {
                    delete(entry);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** From the jar's directory, without unpacking: names, sizes and checksums. */
    private static String fingerprint(List<JarEntry> libraries) {
        CRC32 crc = new CRC32();
        long size = 0;
        for (JarEntry library : libraries) {
            crc.update(
                    (library.getName() + library.getSize() + "," + library.getCrc()).getBytes(StandardCharsets.UTF_8));
            size += library.getSize();
        }
        return Long.toHexString(size) + "-" + Long.toHexString(crc.getValue());
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
        String processor = System.getProperty("os.arch", "");
        return system + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                };
    }
}
