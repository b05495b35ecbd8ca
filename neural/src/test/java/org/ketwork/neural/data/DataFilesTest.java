package org.ketwork.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.neural.data.DataFiles.Kind;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.Idx;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.matrix.Matrix;

class DataFilesTest {
    @TempDir
    private Path folder;

    private static final Matrix FEATURES = Matrix.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});

    @Test
    void allFormatsGiveTheSameData() throws IOException {
        NdArray features = NdArray.of(FEATURES.data(), 3, 2);
        NdArray labels = NdArray.vector(0, 2, 1);
        Path csv = Files.writeString(folder.resolve("a.csv"), "u,label,v\n1,0,2\n3,2,4\n5,1,6\n");
        Npy.write(folder.resolve("x.npy"), features);
        Npy.write(folder.resolve("y.npy"), labels);
        Idx.write(folder.resolve("x.idx"), features);
        Idx.write(folder.resolve("y.idx"), labels);
        Map<String, NdArray> members = new LinkedHashMap<>();
        members.put("features", features);
        members.put("targets", labels);
        Npz.write(folder.resolve("a.npz"), members);
        for (DataSet data : new DataSet[] {
            DataFiles.csv(csv, "label", Kind.CLASSES),
            DataFiles.npz(folder.resolve("a.npz"), Kind.CLASSES),
            DataFiles.arrays(folder.resolve("x.npy"), folder.resolve("y.npy"), Kind.CLASSES),
            DataFiles.arrays(folder.resolve("x.idx"), folder.resolve("y.idx"), Kind.CLASSES)
        }) {
            assertThat(data.features()).isEqualTo(FEATURES);
            assertThat(data.labels().classes()).containsExactly(0, 2, 1);
            assertThat(data.labels().classNames()).containsExactly("0", "1", "2");
        }
        assertThat(DataFiles.csv(csv, "u", Kind.VALUES).values().values().column(0))
                .containsExactly(1, 3, 5);
    }

    @Test
    void imagesBecomeRows() {
        Npy.write(folder.resolve("x.npy"), NdArray.of(new double[12], 3, 2, 2));
        Npy.write(folder.resolve("y.npy"), NdArray.of(new double[6], 3, 2));
        DataSet data = DataFiles.arrays(folder.resolve("x.npy"), folder.resolve("y.npy"), Kind.VALUES);
        assertThat(data.features().columns()).isEqualTo(4);
        assertThat(data.values().values().columns()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsNamed() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "u,label\n1,0.5\n");
        assertThatThrownBy(() -> DataFiles.csv(csv, "class", Kind.CLASSES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no column \"class\"; its columns are u, label");
        assertThatThrownBy(() -> DataFiles.csv(csv, "label", Kind.CLASSES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must hold classes 0, 1, 2, ..., got 0.5 for sample 0");
        Npy.write(folder.resolve("x.npy"), NdArray.of(new double[4], 2, 2));
        Npy.write(folder.resolve("y.npy"), NdArray.vector(1, 2, 3));
        assertThatThrownBy(() -> DataFiles.arrays(folder.resolve("x.npy"), folder.resolve("y.npy"), Kind.VALUES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2 samples, but targets of shape [3]");
        Npy.write(folder.resolve("y.npy"), NdArray.vector(0, 1.5));
        assertThatThrownBy(() -> DataFiles.arrays(folder.resolve("x.npy"), folder.resolve("y.npy"), Kind.CLASSES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("y.npy must hold classes 0, 1, 2, ..., got 1.5 for sample 1");
        Path targetsOnly = Files.writeString(folder.resolve("b.csv"), "label\n1\n");
        assertThatThrownBy(() -> DataFiles.csv(targetsOnly, "label", Kind.CLASSES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("b.csv has no features");
    }

    @Test
    void otherTargetsAreAnotherOrigin() {
        Path x = folder.resolve("x.npy");
        Path y = folder.resolve("y.npy");
        Npy.write(x, NdArray.of(new double[4], 2, 2));
        Npy.write(y, NdArray.vector(1, 2));
        String before = DataFiles.arrays(x, y, Kind.VALUES).provenance().sha256();
        Npy.write(y, NdArray.vector(1, 3));
        assertThat(DataFiles.arrays(x, y, Kind.VALUES).provenance().sha256()).isNotEqualTo(before);
    }
}
