package io.tributary.schemas;

import io.tributary.avro.AmendTransaction;
import io.tributary.avro.Bucket;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.DeleteRule;
import io.tributary.avro.Profile;
import io.tributary.avro.PutBucket;
import io.tributary.avro.PutProfile;
import io.tributary.avro.PutRule;
import io.tributary.avro.UserCommand;
import io.tributary.avro.UserRule;
import io.tributary.avro.VoidTransaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds commands for tests: command c1 of user u1 on transaction t1, unless a test says otherwise. */
public final class TestCommands {

    private String user = "u1";
    private String commandId = "c1";
    private String transaction = "t1";
    private @Nullable Long expectedVersion;

    private TestCommands() {}

    /** The dull one; the last call says what it does. */
    public static TestCommands command() {
        return new TestCommands();
    }

    /** Of another user. */
    public TestCommands user(String userId) {
        this.user = userId;
        return this;
    }

    /** With another command id. */
    public TestCommands id(String id) {
        this.commandId = id;
        return this;
    }

    /** On another transaction. */
    public TestCommands on(String transactionId) {
        this.transaction = transactionId;
        return this;
    }

    /** Only if the entry still has this version. */
    public TestCommands expecting(long version) {
        this.expectedVersion = version;
        return this;
    }

    /** Any body. */
    public UserCommand with(Object body) {
        return UserCommand.newBuilder()
                .setCommandId(commandId)
                .setUserId(user)
                .setBody(body)
                .build();
    }

    /** An amendment to be filled in; hand what it builds to {@link #with}. */
    public AmendTransaction.Builder amendment() {
        return AmendTransaction.newBuilder().setTransactionId(transaction).setExpectedVersion(expectedVersion);
    }

    /** The amount was another one. */
    public UserCommand amendAmount(long minor, String currency) {
        return with(amendment()
                .setAmount(new io.tributary.avro.Money(minor, currency))
                .build());
    }

    /** The description is another one. */
    public UserCommand amendDescription(String description) {
        return with(amendment().setDescription(description).build());
    }

    /** Out of every figure. */
    public UserCommand voiding() {
        return voided(true);
    }

    /** Back into every figure. */
    public UserCommand restoring() {
        return voided(false);
    }

    /** Another category, for this transaction only. */
    public UserCommand categorise(String category) {
        return categorise(category, CorrectionScope.THIS);
    }

    /** Another category, for the whole merchant. */
    public UserCommand categoriseMerchant(String category) {
        return categorise(category, CorrectionScope.MERCHANT);
    }

    /** A profile with nothing but a zone and a base currency. */
    public UserCommand putProfile(@Nullable String timeZone, @Nullable String baseCurrency) {
        Profile profile = Profile.newBuilder()
                .setTimeZone(timeZone)
                .setBaseCurrency(baseCurrency)
                .setMutedKinds(List.of())
                .build();
        return with(PutProfile.newBuilder().setProfile(profile).build());
    }

    /** A rule. */
    public UserCommand putRule(UserRule rule) {
        return with(PutRule.newBuilder().setRule(rule).build());
    }

    /** A rule that gives a category to whatever contains a text. */
    public UserCommand putRule(String ruleId, String contains, String category) {
        return putRule(UserRule.newBuilder()
                .setRuleId(ruleId)
                .setContains(contains)
                .setSetCategory(category)
                .build());
    }

    /** Without a rule. */
    public UserCommand deleteRule(String ruleId) {
        return with(DeleteRule.newBuilder().setRuleId(ruleId).build());
    }

    /** Another bucket for a category; null for the default one. */
    public UserCommand putBucket(String category, @Nullable Bucket bucket) {
        return with(
                PutBucket.newBuilder().setCategory(category).setBucket(bucket).build());
    }

    private UserCommand voided(boolean voided) {
        return with(VoidTransaction.newBuilder()
                .setTransactionId(transaction)
                .setExpectedVersion(expectedVersion)
                .setVoided(voided)
                .build());
    }

    private UserCommand categorise(String category, CorrectionScope scope) {
        return with(CategoriseTransaction.newBuilder()
                .setTransactionId(transaction)
                .setExpectedVersion(expectedVersion)
                .setCategory(category)
                .setScope(scope)
                .build());
    }
}
