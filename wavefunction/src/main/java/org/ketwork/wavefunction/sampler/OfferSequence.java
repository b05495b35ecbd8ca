package org.ketwork.wavefunction.sampler;

import java.util.List;
import org.ketwork.numerics.random.RandomStream;

/** The offers to a group of chains one after another. Those of one part come in random order, all once before any comes again. */
final class OfferSequence {
    private final List<Part> parts;
    private final RandomStream random;

    OfferSequence(Offers offers, RandomStream random) {
        this.parts = offers.parts().stream().map(Part::new).toList();
        this.random = random;
    }

    Offer next() {
        if (parts.size() == 1) {
            return parts.getFirst().next(random);
        }
        double u = random.nextDouble();
        int chosen = 0;
        while (chosen + 1 < parts.size() && u >= parts.get(chosen).weight) {
            u -= parts.get(chosen).weight;
            chosen++;
        }
        return parts.get(chosen).next(random);
    }

    private static final class Part {
        private final double weight;
        private final Offer[] order;
        private int next;

        Part(Offers.Part part) {
            weight = part.weight();
            order = part.offers().toArray(Offer[]::new);
        }

        /** A step of Fisher and Yates's shuffle at a time, begun anew after the last. */
        Offer next(RandomStream random) {
            int chosen = next + random.nextInt(order.length - next);
            Offer offer = order[chosen];
            order[chosen] = order[next];
            order[next] = offer;
            next = next + 1 == order.length ? 0 : next + 1;
            return offer;
        }
    }
}
