package org.ketwork.neural.layer;

import java.util.Arrays;

/** A square window that slides over an image in steps of the stride; the image is surrounded by {@code padding} zeros. */
record Window(ImageShape image, int kernel, int stride, int padding) {
    Window {
        Sizes.requirePositive("kernel size", kernel);
        Sizes.requirePositive("stride", stride);
        if (padding < 0 || padding >= kernel) {
            throw new IllegalArgumentException(
                    "padding must be in [0, kernel), got " + padding + " at kernel size " + kernel);
        }
        if (kernel > Math.min(image.height(), image.width()) + 2 * padding) {
            throw new IllegalArgumentException("a window of " + kernel + " does not fit an image of " + image.height()
                    + " x " + image.width() + " with padding " + padding);
        }
    }

    /** Number of window positions from top to bottom. */
    int height() {
        return (image.height() + 2 * padding - kernel) / stride + 1;
    }

    /** Number of window positions from left to right. */
    int width() {
        return (image.width() + 2 * padding - kernel) / stride + 1;
    }

    int positions() {
        return height() * width();
    }

    /**
     * Index in one channel of the image of pixel (u, v) of the window at position (i, j), or -1 in the padding.
     */
    int pixel(int i, int j, int u, int v) {
        int row = i * stride + u - padding;
        int column = j * stride + v - padding;
        boolean inside = row >= 0 && row < image.height() && column >= 0 && column < image.width();
        return inside ? row * image.width() + column : -1;
    }

    /** Copies the patches of the image that starts at {@code offset} to the columns of a matrix (channels kernel^2, positions). */
    void gather(double[] x, int offset, double[] patches) {
        int target = 0;
        for (int c = 0; c < image.channels(); c++) {
            int channel = offset + c * image.height() * image.width();
            for (int u = 0; u < kernel; u++) {
                for (int v = 0; v < kernel; v++) {
                    for (int i = 0; i < height(); i++) {
                        for (int j = 0; j < width(); j++) {
                            int pixel = pixel(i, j, u, v);
                            patches[target++] = pixel < 0 ? 0 : x[channel + pixel];
                        }
                    }
                }
            }
        }
    }

    /** The adjoint of {@link #gather}: overwrites the image by the sums of the patches that cover each pixel. */
    void scatter(double[] patches, double[] x, int offset) {
        Arrays.fill(x, offset, offset + image.size(), 0);
        int source = 0;
        for (int c = 0; c < image.channels(); c++) {
            int channel = offset + c * image.height() * image.width();
            for (int u = 0; u < kernel; u++) {
                for (int v = 0; v < kernel; v++) {
                    for (int i = 0; i < height(); i++) {
                        for (int j = 0; j < width(); j++) {
                            int pixel = pixel(i, j, u, v);
                            if (pixel >= 0) {
                                x[channel + pixel] += patches[source];
                            }
                            source++;
                        }
                    }
                }
            }
        }
    }
}
