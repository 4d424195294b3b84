/**
 * One command that runs everything on one machine: a real Kafka broker, a schema registry and the API process, with
 * demo data. Belongs here: starting, watching and stopping those parts, the folder they keep their data in, and the
 * sentences a person reads on the terminal. Does not belong here: anything that production needs; there the API process
 * meets a Kafka and a registry that others run.
 */
@NullMarked
package io.tributary.standalone;

import org.jspecify.annotations.NullMarked;
