@NullMarked
package io.tributary.api.cli;

import org.jspecify.annotations.NullMarked;
