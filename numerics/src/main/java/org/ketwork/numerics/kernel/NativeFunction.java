package org.ketwork.numerics.kernel;

import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A function of a native library that is linked when it is first called: linking takes about two milliseconds, and most programs call
 * few of the many functions of LAPACK. A call costs some nanoseconds more than by a handle that the compiler knows to be constant.
 */
final class NativeFunction {
    private final Supplier<MethodHandle> linking;
    private volatile @Nullable MethodHandle linked;

    NativeFunction(Supplier<MethodHandle> linking) {
        this.linking = linking;
    }

    /** Two threads at once link it twice, to the same effect. */
    MethodHandle handle() {
        MethodHandle known = linked;
        if (known == null) {
            known = linking.get();
            linked = known;
        }
        return known;
    }
}
