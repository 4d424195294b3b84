/**
 * Who is asking, and whose data they may touch. Everything that decides access stands here; handlers only name the user.
 */
@NullMarked
package io.tributary.api.auth;

import org.jspecify.annotations.NullMarked;
