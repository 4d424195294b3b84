/**
 * The settings of the process: every key, its default and its meaning, read once into records. Nothing else reads files or the environment.
 */
@NullMarked
package io.tributary.api.config;

import org.jspecify.annotations.NullMarked;
