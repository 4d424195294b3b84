package io.tributary.api.settings;

import io.tributary.api.route.Answer;
import io.tributary.avro.state.Verdict;

/** Names the job that a command started. */
final class Jobs {

    private static final String HEADER = "Tributary-Job";

    private Jobs() {}

    static Answer named(Answer answer, Verdict verdict) {
        String job = verdict.getJobId();
        return job == null ? answer : answer.with(HEADER, job);
    }
}
