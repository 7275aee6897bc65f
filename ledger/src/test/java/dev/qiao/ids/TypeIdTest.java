package dev.qiao.ids;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against the cases of the TypeID specification 0.3. */
class TypeIdTest {
  private static final Pattern OBJECT = Pattern.compile("\\{[^}]*}");
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");

  @Test
  void readsAndWritesEveryValidOne() throws IOException {
    List<Map<String, String>> cases = cases("/typeid-valid.json");

    assertThat(cases).hasSize(9);
    for (Map<String, String> valid : cases) {
      TypeId id = new TypeId(valid.get("prefix"), UUID.fromString(valid.get("uuid")));
      assertThat(TypeId.parse(valid.get("typeid"))).as(valid.get("name")).contains(id);
      assertThat(id).as(valid.get("name")).hasToString(valid.get("typeid"));
    }
  }

  @Test
  void readsNoInvalidOne() throws IOException {
    List<Map<String, String>> cases = cases("/typeid-invalid.json");

    assertThat(cases).hasSizeGreaterThan(15);
    for (Map<String, String> invalid : cases) {
      assertThat(TypeId.parse(invalid.get("typeid"))).as(invalid.get("name")).isEmpty();
    }
  }

  @Test
  void readsOnlyThePrefixAskedFor() {
    assertThat(TypeId.parse("pay", "pay_01h455vb4pex5vsknk084sn02q")).isPresent();
    assertThat(TypeId.parse("rfd", "pay_01h455vb4pex5vsknk084sn02q")).isEmpty();
    assertThatThrownBy(() -> new TypeId("_pay", new UUID(0, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Map<String, String>> cases(String resource) throws IOException {
    try (InputStream stream = TypeIdTest.class.getResourceAsStream(resource)) {
      List<Map<String, String>> cases = new ArrayList<>();
      OBJECT
          .matcher(new String(stream.readAllBytes(), UTF_8))
          .results()
          .forEach(
              object ->
                  cases.add(
                      FIELD
                          .matcher(object.group())
                          .results()
                          .collect(
                              Collectors.toMap(field -> field.group(1), field -> field.group(2)))));
      return cases;
    }
  }
}
