/**
 * Builds the state anew under another application id from what the old one published. Decides whether that can be done,
 * runs the seeding and hands the log over; what a row becomes is the topologies' own.
 */
@NullMarked
package io.tributary.api.rebuild;

import org.jspecify.annotations.NullMarked;
