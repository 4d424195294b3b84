/**
 * The load of a drill: facts straight to the log at a steady rate, and users who post, change, correct and write rules
 * over HTTP, each with one request at a time. What is answered is told to the oracle. Does not belong here: judging.
 */
@NullMarked
package io.tributary.standalone.drill.load;

import org.jspecify.annotations.NullMarked;
