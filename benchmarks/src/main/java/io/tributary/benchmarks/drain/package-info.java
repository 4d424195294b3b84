/**
 * Draining a preloaded topic: the whole pipeline and, as its baseline, an application that only passes bytes on. Each
 * run has a new group, an empty state folder and the configuration that ships.
 */
@NullMarked
package io.tributary.benchmarks.drain;

import org.jspecify.annotations.NullMarked;
