/**
 * Answers from the state: turns views into what clients see. No arithmetic on money.
 */
@NullMarked
package io.tributary.api.query;

import org.jspecify.annotations.NullMarked;
