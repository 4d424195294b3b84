package io.tributary.api.docs;

import java.util.Map;

/**
 * Whether the instance works.
 *
 * @param status up or down
 * @param parts the state of each part in one word
 */
public record HealthView(String status, Map<String, String> parts) {}
