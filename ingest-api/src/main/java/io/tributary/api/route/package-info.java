/**
 * The typed route table: one description of a route that the router serves and the OpenAPI document shows. Holds no route itself.
 */
@NullMarked
package io.tributary.api.route;

import org.jspecify.annotations.NullMarked;
