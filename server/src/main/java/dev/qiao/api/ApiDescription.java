package dev.qiao.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;

/**
 * How the API describes itself. The document is committed; a test fails when it no longer says what
 * the code does.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static {
    // They come from the credential and a header, not from where springdoc would look for them.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IdempotencyKey.class);
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .components(new Components())
        .info(
            new Info()
                .title("Qiao")
                .version("v1")
                .description(
                    "The open API of the wallet platform. Amounts are whole minor units; times are RFC 3339 in UTC.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }

  /** The description's own mapper does not know that our JSON is in snake case. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver snakeCase(ObjectMapperProvider mappers) {
    return new ModelResolver(
        mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  @Bean
  OperationCustomizer names() {
    return (operation, method) -> {
      String routes = method.getBeanType().getSimpleName().replaceFirst("Routes$", "");
      operation.setTags(List.of(routes));
      operation.setOperationId(
          routes.substring(0, 1).toLowerCase(Locale.ROOT)
              + routes.substring(1)
              + "_"
              + method.getMethod().getName());
      if (takesKey(method)) {
        operation.addParametersItem(keyHeader());
      }
      return operation;
    };
  }

  private static boolean takesKey(HandlerMethod method) {
    return List.of(method.getMethod().getParameterTypes()).contains(IdempotencyKey.class);
  }

  private static HeaderParameter keyHeader() {
    HeaderParameter header = new HeaderParameter();
    header
        .name(IdempotencyKey.HEADER)
        .required(true)
        .description("Made by the client for this one act; the same key brings the same answer")
        .schema(new StringSchema().minLength(1).maxLength(128));
    return header;
  }

  /** Every operation may answer a problem. */
  @Bean
  OpenApiCustomizer problems() {
    return description -> {
      ModelConverters.getInstance(true)
          .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
          .referencedSchemas
          .forEach(description.getComponents()::addSchemas);
      description.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDescription::mayFail);
    };
  }

  private static void mayFail(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("A problem; its code says which")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }
}
