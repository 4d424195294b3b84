@NullMarked
package io.tributary.api.imports;

import org.jspecify.annotations.NullMarked;
