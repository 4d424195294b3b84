/**
 * What is asked of the Kafka cluster about topics, groups and the state of applications, before the streams start and beside
 * them. Nothing here runs streams or serves requests.
 */
@NullMarked
package io.tributary.api.cluster;

import org.jspecify.annotations.NullMarked;
