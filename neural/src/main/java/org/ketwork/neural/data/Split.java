package org.ketwork.neural.data;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** A data set in two parts that share no sample. */
public record Split(DataSet train, DataSet test) {
    /**
     * A random split. With classes it is stratified: the test part has the rounded share of every class.
     *
     * @param testShare the share of samples in the test part, in (0, 1)
     */
    public static Split of(DataSet data, double testShare, RandomAddress address) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("the share of test samples must be in (0, 1), got " + testShare);
        }
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        RandomStream stream = address.at("split").stream();
        for (int[] group : groups(data)) {
            int[] order = stream.permutation(group.length);
            long tests = Math.round(testShare * group.length);
            for (int i = 0; i < group.length; i++) {
                (i < tests ? test : train).add(group[order[i]]);
            }
        }
        return new Split(data.select(sorted(train)), data.select(sorted(test)));
    }

    private static List<int[]> groups(DataSet data) {
        int classes = data.targets() instanceof Targets.Labels labels
                ? labels.classNames().size()
                : 1;
        List<List<Integer>> groups = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < data.samples(); i++) {
            groups.get(data.targets() instanceof Targets.Labels labels ? labels.classes()[i] : 0)
                    .add(i);
        }
        return groups.stream().map(Split::sorted).toList();
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
