package org.ketwork.numerics.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ketwork.numerics.InvalidInputException;

/**
 * NumPy's npz archives: a zip of npy members, stored or deflated. Names are without ".npy"; members that are not npy are passed
 * over. A member must hold exactly what the archive and its own header declare, and agree with its checksum.
 */
public final class Npz {
    private static final String SUFFIX = ".npy";
    /** The first moment that a zip can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /** Names of the members, in the order of the archive. */
    public static List<String> names(Path file) {
        return inside(file, zip -> List.copyOf(members(file, zip).keySet()));
    }

    /** One member; an absent name is an error that lists the present ones. */
    public static NdArray read(Path file, String name) {
        return inside(file, zip -> {
            Map<String, ZipEntry> members = members(file, zip);
            ZipEntry entry = members.get(name);
            if (entry == null) {
                throw Failure.content(file, "there is no array '" + name + "'; present are " + members.keySet());
            }
            return read(file, zip, name, entry);
        });
    }

    /** All members, in the order of the archive. */
    public static Map<String, NdArray> read(Path file) {
        return inside(file, zip -> {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            for (Map.Entry<String, ZipEntry> member : members(file, zip).entrySet()) {
                arrays.put(member.getKey(), read(file, zip, member.getKey(), member.getValue()));
            }
            return Collections.unmodifiableMap(arrays);
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ZipFile zip) throws IOException;
    }

    private static <T> T inside(Path file, Reading<T> reading) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.from(zip);
        } catch (ZipException e) {
            throw new InvalidInputException(
                    file + ": this is no npz archive (a zip of npy arrays), or the archive is damaged or cut off", e);
        } catch (IOException e) {
            throw Failure.cannot("read", file, e);
        }
    }

    private static Map<String, ZipEntry> members(Path file, ZipFile zip) {
        Map<String, ZipEntry> members = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (name.endsWith(SUFFIX)) {
                String plain = name.substring(0, name.length() - SUFFIX.length());
                if (members.put(plain, entry) != null) {
                    throw Failure.content(file, "the array '" + plain + "' is there twice");
                }
            }
        }
        return members;
    }

    private static NdArray read(Path file, ZipFile zip, String name, ZipEntry entry) throws IOException {
        String member = file + ", array '" + name + "'";
        InputStream content = zip.getInputStream(entry);
        if (content == null) {
            throw Failure.content(member, "the archive has no content for it");
        }
        CRC32 checksum = new CRC32();
        try (CheckedInputStream in = new CheckedInputStream(content, checksum)) {
            NdArray array = Npy.read(member, "it", in, entry.getSize(), entry.getCompressedSize());
            if (in.read() >= 0) {
                throw Failure.content(
                        member, "it holds more than the " + entry.getSize() + " bytes that the archive declares");
            }
            if (checksum.getValue() != entry.getCrc()) {
                throw Failure.content(member, "its checksum is wrong: the archive is damaged");
            }
            return array;
        }
    }

    /** Writes a stored (uncompressed) archive with the members in the order of the map. The same arrays give the same bytes. */
    public static void write(Path file, Map<String, NdArray> arrays) {
        List<Map.Entry<String, NdArray>> members = new ArrayList<>(arrays.entrySet());
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, NdArray> member : members) {
                // A stored member's header holds size and checksum before the content: one pass to count, one to write.
                Counter counter = new Counter();
                Npy.write(member.getValue(), counter);
                ZipEntry entry = new ZipEntry(member.getKey() + SUFFIX);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(counter.bytes);
                entry.setCompressedSize(counter.bytes);
                entry.setCrc(counter.checksum.getValue());
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                Npy.write(member.getValue(), zip);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** Counts and sums what is written, and keeps nothing. */
    private static final class Counter extends OutputStream {
        private final CRC32 checksum = new CRC32();
        private long bytes;

        @Override
        public void write(int b) {
            checksum.update(b);
            bytes++;
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            checksum.update(source, offset, length);
            bytes += length;
        }
    }
}
