/**
 * The pages a browser sees: the start page, the OpenAPI document and its viewer, all from this jar.
 */
@NullMarked
package io.tributary.api.docs;

import org.jspecify.annotations.NullMarked;
