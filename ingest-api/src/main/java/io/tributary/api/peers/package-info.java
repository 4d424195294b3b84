/**
 * The other instances: who has a user, asking them, and what to say when they are away. Reads no state itself.
 */
@NullMarked
package io.tributary.api.peers;

import org.jspecify.annotations.NullMarked;
