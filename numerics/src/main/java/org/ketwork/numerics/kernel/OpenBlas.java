package org.ketwork.numerics.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of OpenBLAS that are used here, bound through the Foreign Function API. LAPACKE takes column-major memory outside the
 * heap: a long call on heap arrays would keep the garbage collector waiting.
 *
 * <p>A record, so that the compiler trusts its handles to be constants: those of short functions, which are linked at once.
 */
record OpenBlas(
        MethodHandle dgemm,
        MethodHandle dgemv,
        MethodHandle dpotrfOnHeap,
        MethodHandle zpotrfOnHeap,
        MethodHandle dtrtriOnHeap,
        MethodHandle ztrtriOnHeap,
        NativeFunction dsyevd,
        NativeFunction zheevd,
        NativeFunction dgeev,
        NativeFunction zgeev,
        NativeFunction dgesdd,
        NativeFunction zgesdd,
        NativeFunction dgeqrf,
        NativeFunction zgeqrf,
        NativeFunction dorgqr,
        NativeFunction zungqr,
        NativeFunction dpotrf,
        NativeFunction zpotrf,
        NativeFunction dgetrf,
        NativeFunction zgetrf,
        NativeFunction dgetrs,
        NativeFunction zgetrs,
        String configuration) {

    static final int ROW_MAJOR = 101;
    static final int COLUMN_MAJOR = 102;
    static final int AS_IS = 111;
    static final int TRANSPOSED = 112;

    /**
     * Binds the functions.
     *
     * @throws java.util.NoSuchElementException naming a function that the library lacks
     */
    static OpenBlas bind(SymbolLookup symbols) {
        Binder binder = new Binder(symbols, Linker.nativeLinker());
        binder.limitThreads();
        return new OpenBlas(
                binder.onHeap("dgemm", "iiiiiidaiaidai"),
                binder.onHeap("dgemv", "iiiidaiaidai"),
                binder.lapackOnHeap("dpotrf", "ciai"),
                binder.lapackOnHeap("zpotrf", "ciai"),
                binder.lapackOnHeap("dtrtri", "cciai"),
                binder.lapackOnHeap("ztrtri", "cciai"),
                binder.lapack("dsyevd", "cciaia"),
                binder.lapack("zheevd", "cciaia"),
                binder.lapack("dgeev", "cciaiaaaiai"),
                binder.lapack("zgeev", "cciaiaaiai"),
                binder.lapack("dgesdd", "ciiaiaaiai"),
                binder.lapack("zgesdd", "ciiaiaaiai"),
                binder.lapack("dgeqrf", "iiaia"),
                binder.lapack("zgeqrf", "iiaia"),
                binder.lapack("dorgqr", "iiiaia"),
                binder.lapack("zungqr", "iiiaia"),
                binder.lapack("dpotrf", "ciai"),
                binder.lapack("zpotrf", "ciai"),
                binder.lapack("dgetrf", "iiaia"),
                binder.lapack("zgetrf", "iiaia"),
                binder.lapack("dgetrs", "ciiaiaai"),
                binder.lapack("zgetrs", "ciiaiaai"),
                binder.text("openblas_get_config") + ", core " + binder.text("openblas_get_corename"));
    }

    private record Binder(SymbolLookup symbols, Linker linker) {
        /** A LAPACKE function, its parameters after the order as letters: c(har), i(nt), a(ddress). */
        NativeFunction lapack(String function, String parameters) {
            MemorySegment address = symbols.findOrThrow("LAPACKE_" + function);
            return new NativeFunction(
                    () -> linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, layouts("i" + parameters))));
        }

        /** A function of BLAS that takes arrays of the heap as they are, because it is only called on pieces of a few milliseconds. */
        MethodHandle onHeap(String function, String parameters) {
            return linker.downcallHandle(
                    symbols.findOrThrow("cblas_" + function),
                    FunctionDescriptor.ofVoid(layouts(parameters)),
                    Linker.Option.critical(true));
        }

        /** The same for LAPACKE, in its form that leaves not-a-numbers alone. */
        MethodHandle lapackOnHeap(String function, String parameters) {
            return linker.downcallHandle(
                    symbols.findOrThrow("LAPACKE_" + function + "_work"),
                    FunctionDescriptor.of(JAVA_INT, layouts("i" + parameters)),
                    Linker.Option.critical(true));
        }

        private static MemoryLayout[] layouts(String parameters) {
            MemoryLayout[] layouts = new MemoryLayout[parameters.length()];
            for (int i = 0; i < layouts.length; i++) {
                layouts[i] = switch (parameters.charAt(i)) {
                    case 'c' -> JAVA_BYTE;
                    case 'i' -> JAVA_INT;
                    case 'd' -> JAVA_DOUBLE;
                    default -> ADDRESS;
                };
            }
            return layouts;
        }

        String text(String function) {
            MethodHandle handle = linker.downcallHandle(symbols.findOrThrow(function), FunctionDescriptor.of(ADDRESS));
            try {
                MemorySegment text = (MemorySegment) handle.invokeExact();
                return text.reinterpret(1024).getString(0).strip();
            } catch (Throwable e) {
                throw new IllegalStateException(function, e);
            }
        }

        void limitThreads() {
            MethodHandle handle = linker.downcallHandle(
                    symbols.findOrThrow("openblas_set_num_threads"), FunctionDescriptor.ofVoid(JAVA_INT));
            try {
                handle.invokeExact(1);
            } catch (Throwable e) {
                throw new IllegalStateException("openblas_set_num_threads", e);
            }
        }
    }
}
