package io.tributary.standalone.drill.oracle;

/**
 * A statement line of the drill and what the API said of it before the load began.
 *
 * @param description the text
 * @param inflow whether money comes in
 * @param category the detailed category it was given
 * @param primary that category's primary
 * @param merchantKey the merchant's key
 */
public record StatementLine(String description, boolean inflow, String category, String primary, String merchantKey) {}
