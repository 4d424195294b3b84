package io.tributary.standalone;

/**
 * The loopback ports of a demo.
 *
 * @param api of the HTTP API
 * @param kafka of the broker
 * @param registry of the schema registry
 */
record DemoPorts(int api, int kafka, int registry) {}
