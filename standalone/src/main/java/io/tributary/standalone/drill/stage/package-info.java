/**
 * The processes of a drill: broker, registry and application as children of this one, started, killed and started again on
 * the same folder, and a look at what a kill left behind in the broker. Does not belong here: what is sent to them.
 */
@NullMarked
package io.tributary.standalone.drill.stage;

import org.jspecify.annotations.NullMarked;
