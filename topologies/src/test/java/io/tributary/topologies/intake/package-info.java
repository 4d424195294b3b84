/** Tests of intake: the rules by table and property, the topology with everything that may come in. */
@NullMarked
package io.tributary.topologies.intake;

import org.jspecify.annotations.NullMarked;
