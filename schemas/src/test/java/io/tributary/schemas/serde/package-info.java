/** Tests of the serdes, a registry in memory, and the contract that a real registry must keep. */
@NullMarked
package io.tributary.schemas.serde;

import org.jspecify.annotations.NullMarked;
