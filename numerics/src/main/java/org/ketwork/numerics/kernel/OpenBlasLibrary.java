package org.ketwork.numerics.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The loaded OpenBLAS.
 *
 * @param symbols its functions
 * @param coreType the kernel family that was asked for
 */
record OpenBlasLibrary(SymbolLookup symbols, CoreType coreType) {
    private static final System.Logger LOG = System.getLogger(OpenBlasLibrary.class.getName());

    /** Sets the environment that OpenBLAS reads when it is loaded, then loads it; once in a process. */
    static OpenBlasLibrary load() throws IOException {
        NativeBundle bundle = NativeBundle.openBlas();
        Path folder = extract(bundle);
        CoreType coreType = CoreType.ofThisProcess();
        // Its own threads spin and slow everything down on few cores. Parallelism comes from above, reproducibly.
        setEnvironment("OPENBLAS_NUM_THREADS", "1");
        if (coreType.name().isPresent()) {
            setEnvironment("OPENBLAS_CORETYPE", coreType.name().get());
        }
        try {
            Path library = NativeBundle.find(folder, "libopenblas");
            return new OpenBlasLibrary(SymbolLookup.libraryLookup(library, Arena.global()), coreType);
        } catch (IllegalArgumentException e) {
            throw new IOException("OpenBLAS in " + folder + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static Path extract(NativeBundle bundle) throws IOException {
        Path cache = cacheFolder();
        try {
            return bundle.extractInto(cache);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "OpenBLAS is extracted to a temporary folder, for {0} failed: {1}",
                    cache,
                    e);
            Path temporary = Files.createTempDirectory("ketwork-");
            temporary.toFile().deleteOnExit();
            Path folder = bundle.extractInto(temporary);
            folder.toFile().deleteOnExit();
            try (var files = Files.list(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return folder;
        }
    }

    /** The folder for things that can be made again: {@code -Dketwork.cache}, or the place the operating system has for them. */
    private static Path cacheFolder() {
        String chosen = System.getProperty("ketwork.cache");
        if (chosen != null) {
            return Path.of(chosen);
        }
        for (String variable : new String[] {"XDG_CACHE_HOME", "LOCALAPPDATA"}) {
            String folder = System.getenv(variable);
            if (folder != null && !folder.isEmpty()) {
                return Path.of(folder, "ketwork");
            }
        }
        return Path.of(System.getProperty("user.home", "."), ".cache", "ketwork");
    }

    /** Java cannot change its own environment; the C library can. Where it has no setenv, OpenBLAS keeps what it finds. */
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("setenv");
        if (function.isEmpty()) {
            return;
        }
        MethodHandle setenv = linker.downcallHandle(
                function.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int status = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (status != 0) {
                LOG.log(System.Logger.Level.WARNING, "the environment variable {0} could not be set", name);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("setenv", e);
        }
    }
}
