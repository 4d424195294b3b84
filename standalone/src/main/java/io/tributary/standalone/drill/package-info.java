/**
 * The drill: kills the application, and the broker under it, at random moments under load, and compares what it then serves
 * with an oracle. Belongs here: the command, the course of a drill and its report. Does not belong here: processes
 * ({@code stage}), load ({@code load}), comparisons ({@code check}), and what is right ({@code oracle}).
 */
@NullMarked
package io.tributary.standalone.drill;

import org.jspecify.annotations.NullMarked;
