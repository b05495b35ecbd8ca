package org.ketwork.app.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Reason;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.layer.ParameterBlock;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.neural.optimiser.Lbfgs;
import org.ketwork.neural.optimiser.Minimum;
import org.ketwork.neural.training.EpochRecord;
import org.ketwork.neural.training.Examples;
import org.ketwork.neural.training.FullBatch;
import org.ketwork.neural.training.Scores;
import org.ketwork.neural.training.Trainer;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.neural.training.TrainingState;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.Safetensors;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import tools.jackson.databind.JsonNode;

/**
 * Trains one network a seed into a run folder. After every epoch there is a line of metrics and a checkpoint; a run that was killed
 * goes on from the checkpoint and ends with the same bits, since all random numbers are functions of seed and step.
 */
public final class TrainRun {
    /** Told about progress. */
    @FunctionalInterface
    public interface Listener {
        /** @param epochs how many there will be at most */
        void epochDone(long seed, EpochLine line, int epochs);
    }

    /** One line of metrics; what was not measured is NaN and stored as null. */
    public record EpochLine(
            long seed,
            int epoch,
            long steps,
            double learningRate,
            double keepProbability,
            double trainingLoss,
            double trainingAccuracy,
            double validationLoss,
            double validationAccuracy,
            double validationCalibrationError) {
        static EpochLine of(long seed, EpochRecord record) {
            Optional<Scores> validation = record.validation();
            return new EpochLine(
                    seed,
                    record.epoch(),
                    record.steps(),
                    record.learningRate(),
                    record.keepProbability().orElse(Double.NaN),
                    record.training().loss(),
                    record.training().accuracy().orElse(Double.NaN),
                    validation.map(Scores::loss).orElse(Double.NaN),
                    validation.map(s -> s.accuracy().orElse(Double.NaN)).orElse(Double.NaN),
                    validation.map(s -> s.calibrationError().orElse(Double.NaN)).orElse(Double.NaN));
        }
    }

    /**
     * What one training brought; files are names in the run folder.
     *
     * @param predictions class probabilities under masks, of shape (passes, samples, classes), which {@code inspect} reads
     * @param outputs in their place the outputs under masks, of a network that gives no class probabilities
     * @param labels the true classes of the samples in {@code predictions}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record SeedResult(
            long seed,
            int epochs,
            double trainingLoss,
            double trainingAccuracy,
            double testLoss,
            double testAccuracy,
            double testCalibrationError,
            String weights,
            Optional<String> predictions,
            Optional<String> outputs,
            Optional<String> labels) {}

    private final TrainSpec spec;
    private final TrainData data;
    private final Network network;
    private final RunFolder folder;
    private final Workers workers;
    private final Listener listener;
    private final boolean several;

    public TrainRun(Prepared prepared, RunFolder folder, Workers workers, Listener listener) {
        this.spec = prepared.spec();
        this.data = prepared.data();
        this.network = prepared.network();
        this.folder = folder;
        this.workers = workers;
        this.listener = listener;
        this.several = prepared.seeds().size() > 1;
    }

    /** The results, one a seed. */
    public List<SeedResult> run(List<Long> seeds) {
        List<SeedResult> results = new ArrayList<>();
        for (long seed : seeds) {
            String done = name("result", seed, "json");
            if (Files.exists(folder.file(done))) {
                results.add(Json.read(folder.file(done), SeedResult.class));
            } else {
                results.add(train(seed, done));
            }
        }
        return results;
    }

    /** The name of a file of one seed. */
    private String name(String what, long seed, String ending) {
        return what + (several ? "-seed" + seed : "") + "." + ending;
    }

    private SeedResult train(long seed, String done) {
        RandomAddress address = RandomAddress.root(seed);
        Task task = new Task(seed, address, data.parts(spec.data(), address.at("split")), Built.loss(spec, data.all()));
        Trained trained = spec.fullBatch() ? minimise(task) : descend(task);
        SeedResult result = result(task, trained);
        folder.write(done, Json.pretty(result));
        delete(name("checkpoint", seed, "safetensors"));
        return result;
    }

    /** What is done for one seed. */
    private record Task(long seed, RandomAddress address, TrainData.Parts parts, Loss loss) {
        Examples examples(DataSet part, Network network) {
            return Examples.of(part, network, loss);
        }

        Examples training(Network network) {
            return examples(parts.train(), network);
        }

        /** The part that training watches: validation, or the test part without one. */
        Optional<Examples> watched(Network network) {
            return parts.validation().or(parts::test).map(part -> examples(part, network));
        }
    }

    private record Trained(Parameters parameters, int epochs) {}

    private Trained descend(Task task) {
        TrainingSpec training =
                Built.training(spec, data.all(), task.parts.train().samples());
        Trainer trainer = new Trainer(
                network, training, task.training(network), task.watched(network), task.address.at("training"), workers);
        String checkpoint = name("checkpoint", task.seed, "safetensors");
        TrainingState state = resume(task.seed, training, checkpoint).orElseGet(trainer::start);
        trainer.run(state, (record, live) -> {
            EpochLine line = EpochLine.of(task.seed, record);
            folder.metrics().append(line);
            // The line first: after a kill in between, lines beyond the checkpoint are forgotten and made again.
            Safetensors.write(folder.file(checkpoint), tensors(live));
            listener.epochDone(task.seed, line, training.epochs());
        });
        return new Trained(training.earlyStopping().isPresent() ? state.best() : state.parameters(), state.epoch());
    }

    /** L-BFGS, which has no checkpoints: after a kill the seed begins again, and makes the same steps. */
    private Trained minimise(Task task) {
        Lbfgs method = Built.lbfgs(spec);
        forgetBeyond(task.seed, 0);
        Examples training = task.training(network);
        Optional<Examples> watched = task.watched(network);
        RandomAddress address = task.address.at("training");
        FullBatch objective = new FullBatch(
                network,
                task.loss,
                training,
                spec.method().weightDecay(),
                Pass.masked(address.at("masks"), 0),
                workers);
        Minimum minimum =
                objective.minimise(method, network.initialise(address.at("weights")), (iteration, value, point) -> {
                    Parameters now = new Parameters(network, point);
                    EpochLine line = EpochLine.of(
                            task.seed,
                            new EpochRecord(
                                    iteration,
                                    iteration,
                                    Double.NaN,
                                    OptionalDouble.empty(),
                                    Trainer.score(now, task.loss, training),
                                    watched.map(w -> Trainer.score(now, task.loss, w))));
                    folder.metrics().append(line);
                    listener.epochDone(task.seed, line, method.maxIterations());
                });
        return new Trained(new Parameters(network, minimum.point()), minimum.iterations());
    }

    private static Map<String, NdArray> tensors(TrainingState state) {
        Map<String, NdArray> tensors = new LinkedHashMap<>();
        state.arrays().forEach((name, values) -> tensors.put(name, NdArray.vector(values)));
        return tensors;
    }

    /** The state of the checkpoint, with the metrics cut back to it. */
    private Optional<TrainingState> resume(long seed, TrainingSpec training, String checkpoint) {
        Optional<TrainingState> state = Optional.empty();
        if (Files.exists(folder.file(checkpoint))) {
            Map<String, double[]> arrays = new LinkedHashMap<>();
            Safetensors.read(folder.file(checkpoint)).forEach((name, array) -> arrays.put(name, array.data()));
            state = Optional.of(TrainingState.restore(network, training.optimiser(), arrays));
        }
        forgetBeyond(seed, state.map(TrainingState::epoch).orElse(0));
        return state;
    }

    /** Cuts the metrics back to the given epoch of a seed. */
    private void forgetBeyond(long seed, int epoch) {
        int kept = 0;
        for (JsonNode line : folder.metrics().lines()) {
            if (line.path("seed").asLong() == seed && line.path("epoch").asInt() > epoch) {
                break;
            }
            kept++;
        }
        folder.metrics().keep(kept);
    }

    private SeedResult result(Task task, Trained trained) {
        Parameters parameters = trained.parameters;
        String weights = name("weights", task.seed, "safetensors");
        Safetensors.write(folder.file(weights), named(parameters));
        Meaning meaning = Meaning.of(task.loss, data.all().targets(), network.outputs());
        Optional<String> stored = Optional.empty();
        Optional<String> labels = Optional.empty();
        int count = spec.passes().orElse(0);
        Optional<DataSet> test = task.parts.test();
        if (count > 0 && test.isPresent()) {
            stored = Optional.of(name(meaning.probabilities() ? "predictions" : "outputs", task.seed, "npy"));
            Npy.write(folder.file(stored.get()), underMasks(task, parameters, meaning, test.get(), count));
            Optional<double[]> classes = meaning.classes(test.get());
            if (classes.isPresent()) {
                labels = Optional.of(name("labels", task.seed, "npy"));
                Npy.write(folder.file(labels.get()), NdArray.vector(classes.get()));
            }
        }
        Scores train = Trainer.score(parameters, task.loss, task.training(network));
        Optional<Scores> tested = test.map(d -> Trainer.score(parameters, task.loss, task.examples(d, network)));
        return new SeedResult(
                task.seed,
                trained.epochs,
                train.loss(),
                train.accuracy().orElse(Double.NaN),
                tested.map(Scores::loss).orElse(Double.NaN),
                tested.map(s -> s.accuracy().orElse(Double.NaN)).orElse(Double.NaN),
                tested.map(s -> s.calibrationError().orElse(Double.NaN)).orElse(Double.NaN),
                weights,
                stored.filter(name -> meaning.probabilities()),
                stored.filter(name -> !meaning.probabilities()),
                labels);
    }

    private static Map<String, NdArray> named(Parameters parameters) {
        Map<String, NdArray> tensors = new LinkedHashMap<>();
        for (ParameterBlock block : parameters.network().parameterBlocks()) {
            tensors.put(
                    block.name(),
                    new NdArray(
                            block.shape().stream().mapToInt(Integer::intValue).toArray(),
                            parameters.block(block.name())));
        }
        return tensors;
    }

    /** What the outputs under masks mean, of shape (passes, samples, classes or outputs). */
    private NdArray underMasks(Task task, Parameters parameters, Meaning meaning, DataSet test, int count) {
        RandomAddress passes = task.address.at("passes");
        int samples = test.samples();
        int width = meaning.width(network.outputs());
        double[] all = new double[Math.multiplyExact(Math.multiplyExact(count, samples), width)];
        workers.map(count, pass -> {
            Matrix output = network.apply(parameters, test.features(), Pass.masked(passes, pass));
            System.arraycopy(meaning.stored(output), 0, all, pass * samples * width, samples * width);
            return pass;
        });
        return NdArray.of(all, count, samples, width);
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(folder.file(file));
        } catch (IOException e) {
            throw new InvalidInputException("cannot remove " + folder.file(file) + ": " + Reason.of(e), e);
        }
    }
}
