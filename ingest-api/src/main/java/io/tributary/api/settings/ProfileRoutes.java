package io.tributary.api.settings;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.ingest.CommandView;
import io.tributary.api.ingest.Commands;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.query.Readings;
import io.tributary.api.query.UserReading;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.api.settings.SettingViews.BucketBody;
import io.tributary.api.settings.SettingViews.BucketView;
import io.tributary.api.settings.SettingViews.CategoryRow;
import io.tributary.api.settings.SettingViews.ProfileView;
import io.tributary.api.settings.SettingViews.TaxonomyView;
import io.tributary.avro.Bucket;
import io.tributary.avro.BucketOverride;
import io.tributary.avro.PutBucket;
import io.tributary.avro.PutProfile;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profile and buckets of a user, and the categories there are. */
final class ProfileRoutes {

    private static final String TAG = "Settings";
    private static final String PROFILE = Route.BASE + "/users/{user}/profile";

    private final Readings readings;
    private final Commands commands;

    ProfileRoutes(Readings readings, Commands commands) {
        this.readings = readings;
        this.commands = commands;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, PROFILE, "The user's profile")
                        .tag(TAG)
                        .answers(200, ProfileView.class, "The profile; defaults where there is none.")
                        .by(this::profile),
                Route.of(HandlerType.PUT, PROFILE, "Replace the profile; another time zone restates history")
                        .tag(TAG)
                        .reads(ProfileView.class)
                        .answers(200, ProfileView.class, "Done; as it now stands.")
                        .answers(202, CommandView.class, "The log has it; ask again at Location.")
                        .by(this::putProfile),
                Route.of(
                                HandlerType.PUT,
                                Route.BASE + "/users/{user}/categories/{category}/bucket",
                                "Say what a category counts as; restates history")
                        .tag(TAG)
                        .reads(BucketBody.class)
                        .answers(200, BucketView.class, "Done; Tributary-Job names the job that restates.")
                        .answers(202, CommandView.class, "The log has it; ask again at Location.")
                        .problems(ProblemType.NOT_FOUND)
                        .by(this::putBucket),
                Route.of(
                                HandlerType.GET,
                                Route.BASE + "/categories",
                                "The categories and what they count as by default")
                        .tag(TAG)
                        .access(Access.ANYONE)
                        .answers(200, TaxonomyView.class, "The taxonomy.")
                        .by(request -> taxonomy()));
    }

    private Answer profile(Request request) {
        UserReading reading = readings.open(request);
        return Answer.ok(reading.profile().map(ProfileView::of).orElse(ProfileView.NONE));
    }

    private Answer putProfile(Request request) {
        ProfileView profile = ProfileView.of(request.body(ProfileView.class).profile());
        return commands.submit(
                request,
                request.user(),
                new PutProfile(profile.profile()),
                verdict -> Jobs.named(Answer.ok(profile), verdict));
    }

    private Answer putBucket(Request request) {
        Category category = Taxonomy.find(request.path("category"))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such category."));
        Bucket bucket = bucket(request.body(BucketBody.class).bucket());
        String userId = request.user();
        return commands.submit(
                request,
                userId,
                new PutBucket(category.code(), bucket),
                verdict -> Jobs.named(Answer.ok(bucketView(userId, request, category)), verdict));
    }

    private BucketView bucketView(String userId, Request request, Category category) {
        Optional<BucketOverride> own = readings.open(request).views().settings(userId).buckets(userId).stream()
                .filter(override -> override.getCategory().equals(category.code()))
                .findFirst();
        return new BucketView(
                category.code(), own.map(BucketOverride::getBucket).orElse(category.defaultBucket()), own.isPresent());
    }

    private static @Nullable Bucket bucket(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Bucket.values())
                .filter(bucket -> bucket.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "bucket", "bucket.known", "bucket must be one of " + List.of(Bucket.values())));
    }

    private static Answer taxonomy() {
        return Answer.ok(new TaxonomyView(Taxonomy.all().stream()
                .map(category -> new CategoryRow(category.code(), category.primary(), category.defaultBucket()))
                .toList()));
    }
}
