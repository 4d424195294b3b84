package io.tributary.topologies.flow;

import io.tributary.topologies.taxonomy.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a transaction is. Pure and deterministic for a {@link #version()}; an instance belongs to one thread.
 *
 * <p>Order of decision: the user's category for this one, user rule, the user's merchant correction, strong structural
 * rule, merchant dictionary, transfer and weak rules, keyword, model, MCC, OTHER.
 */
public interface Classifier {

    /** Names dictionary, rules and model; stored with every decision. */
    String version();

    /** What can be said without knowing the user. */
    Automatic automatic(Subject subject);

    /**
     * The decision for one user.
     *
     * @param automatic what {@link #automatic} said of the same subject
     * @param settings what the user has taught
     * @param chosen the user's category for this very transaction, if they chose one
     */
    Classification personal(Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen);

    /** The likeliest categories with their probabilities, best first, at most {@code most}; for showing only. */
    List<Alternative> alternatives(Subject subject, int most);

    /**
     * A category and how likely it is.
     *
     * @param category the category
     * @param probability 0 to 1
     */
    record Alternative(Category category, float probability) {}
}
