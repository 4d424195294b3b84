package io.tributary.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.tributary.api.route.OpenApi;
import io.tributary.api.route.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RoutesTest {

    private final RouteTable table = new RouteTable();

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void shouldBeDocumentedByAValidOpenApiDocument() {
        SwaggerParseResult result = parse();
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void shouldHaveNoRouteThatIsNotDocumented() {
        Set<String> served = new TreeSet<>();
        table.routes().forEach(route -> served.add(route.method().name() + " " + route.path()));
        Set<String> documented = new TreeSet<>();
        OpenAPI document = parse().getOpenAPI();
        document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> documented.add(method.name() + " " + path)));
        assertThat(documented).isEqualTo(served).hasSameSizeAs(table.routes());
    }

    @Test
    void shouldNameEveryOperationOnceAndSayWhatItAnswers() {
        List<Operation> operations = parse().getOpenAPI().getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .toList();
        assertThat(operations).extracting(Operation::getOperationId).doesNotHaveDuplicates();
        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation.getResponses().keySet())
                        .as(operation.getOperationId())
                        .anyMatch(status -> status.startsWith("2")));
    }

    @Test
    void shouldStandUnderTheBasePathUnlessItIsOfTheSystem() {
        assertThat(table.routes())
                .filteredOn(route -> !route.tag().equals("System"))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.path()).startsWith(Route.BASE + "/"));
    }

    private SwaggerParseResult parse() {
        String document = new String(new OpenApi("test").document(table.routes()), StandardCharsets.UTF_8);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(document, null, options);
    }
}
