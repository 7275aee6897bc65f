package dev.qiao.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * Describes records as they are: every component is there, and those marked {@link Nullable} may be
 * null. Without this the description would call everything optional, and clients would have to
 * check for what never happens.
 */
@Component
class RecordSchemas implements ModelConverter, OpenApiCustomizer {
  @Override
  public Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
    if (schema != null && java.isRecordType()) {
      describe(java.getRawClass(), defined(schema, context));
    }
    return schema;
  }

  /** In what a client sends, a component that may be null may be missing as well. */
  @Override
  @SuppressWarnings("rawtypes")
  public void customise(OpenAPI description) {
    Map<String, Schema> schemas = description.getComponents().getSchemas();
    description.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
        .map(content -> content.getSchema().get$ref())
        .filter(Objects::nonNull)
        .map(ref -> schemas.get(ref.substring(ref.lastIndexOf('/') + 1)))
        .forEach(RecordSchemas::mayBeMissing);
  }

  private static void mayBeMissing(Schema<?> schema) {
    if (schema.getRequired() != null && schema.getProperties() != null) {
      List<String> required = new ArrayList<>(schema.getRequired());
      required.removeIf(name -> isNullable(schema.getProperties().get(name)));
      schema.setRequired(required);
    }
  }

  private static boolean isNullable(Schema<?> schema) {
    return schema.getTypes() != null && schema.getTypes().contains("null")
        || schema.getOneOf() != null;
  }

  private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
    if (schema.get$ref() == null) {
      return schema;
    }
    return context
        .getDefinedModels()
        .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
  }

  private static void describe(Class<?> record, @Nullable Schema<?> schema) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String name =
          PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
      if (!schema.getProperties().containsKey(name)) {
        continue;
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        allowNull(schema.getProperties(), name);
      }
      required.add(name);
    }
    schema.setRequired(required);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void allowNull(Map properties, String name) {
    Schema property = (Schema) properties.get(name);
    Schema none = new Schema().types(Set.of("null"));
    if (property.get$ref() != null) {
      properties.put(name, new Schema().oneOf(List.of(property, none)));
    } else if (property.getTypes() != null) {
      property.addType("null");
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        property.addEnumItemObject(null);
      }
    }
  }
}
