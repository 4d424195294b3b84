package io.tributary.standalone.drill;

/**
 * What a drill does.
 *
 * @param seed gives the same requests and the same order of kills again
 * @param kills of the application alone
 * @param brokerKills of application and broker together
 * @param rate facts of the feed a second
 * @param users how many users there are
 * @param seconds the longest time from when users are served after one kill to the next
 */
public record DrillPlan(long seed, int kills, int brokerKills, int rate, int users, int seconds) {}
