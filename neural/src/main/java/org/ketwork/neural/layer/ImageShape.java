package org.ketwork.neural.layer;

/** The shape of one sample that is an image: channel-major, then row-major. */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        Sizes.requirePositive("number of channels", channels);
        Sizes.requirePositive("image height", height);
        Sizes.requirePositive("image width", width);
    }

    public int size() {
        return channels * height * width;
    }
}
