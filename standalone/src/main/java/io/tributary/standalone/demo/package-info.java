/**
 * The data a demo starts with: real card purchases and three synthetic households, as facts of the input topic, and what
 * sends them once. Belongs here: reading the shipped files, ids, the shift of dates, the load. Does not belong here:
 * starting the parts that receive them.
 */
@NullMarked
package io.tributary.standalone.demo;

import org.jspecify.annotations.NullMarked;
