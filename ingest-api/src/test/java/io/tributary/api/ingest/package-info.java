@NullMarked
package io.tributary.api.ingest;

import org.jspecify.annotations.NullMarked;
