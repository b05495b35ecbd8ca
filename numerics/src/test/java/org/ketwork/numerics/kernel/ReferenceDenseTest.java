package org.ketwork.numerics.kernel;

class ReferenceDenseTest extends DenseKernelsContract {
    @Override
    DenseKernels kernels() {
        return new ReferenceDense("test");
    }
}
