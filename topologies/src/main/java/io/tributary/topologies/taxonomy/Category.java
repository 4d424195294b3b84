package io.tributary.topologies.taxonomy;

import io.tributary.avro.Bucket;

/**
 * A category of the two-level taxonomy. A primary stands for itself where nobody can say more.
 *
 * @param index its place in the taxonomy, used in state rows; never changes
 * @param code the detailed code, e.g. FOOD_AND_DRINK_GROCERIES; the primary's for a primary
 * @param primary the primary's code, e.g. FOOD_AND_DRINK
 * @param defaultBucket what it counts as unless the user says otherwise
 */
public record Category(int index, String code, String primary, Bucket defaultBucket) {

    /** Whether this is a primary standing for itself. */
    public boolean isPrimary() {
        return code.equals(primary);
    }

    /** Whether this or its primary has the code: what a filter on a category means. */
    public boolean isWithin(String code) {
        return this.code.equals(code) || primary.equals(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
