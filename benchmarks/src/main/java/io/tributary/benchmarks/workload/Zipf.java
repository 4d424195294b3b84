package io.tributary.benchmarks.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ranks drawn so that rank r comes 1/(r+1) as often as rank 0: how often people return to a shop. */
final class Zipf {

    private final double[] cumulative;

    /** For at most so many ranks. */
    Zipf(int most) {
        cumulative = new double[most];
        double sum = 0;
        for (int rank = 0; rank < most; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
    }

    /** One of the first {@code ranks} ranks. */
    int draw(RandomGenerator random, int ranks) {
        return search(cumulative, random.nextDouble() * cumulative[ranks - 1], ranks);
    }

    /** The first of {@code length} places whose cumulative weight is above the point. */
    static int search(double[] cumulative, double point, int length) {
        int found = Arrays.binarySearch(cumulative, 0, length, point);
        return Math.min(found < 0 ? -found - 1 : found + 1, length - 1);
    }
}
