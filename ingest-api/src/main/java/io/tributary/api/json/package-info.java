/**
 * How HTTP bodies are read and written: strict JSON, exact decimals, nothing guessed. Knows no route.
 */
@NullMarked
package io.tributary.api.json;

import org.jspecify.annotations.NullMarked;
