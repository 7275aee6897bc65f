package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongMapTest {
  @Test
  void agreesWithAHashMap() {
    Random random = new Random(20261121);
    Map<Long, String> expected = new HashMap<>();
    LongMap<String> map = new LongMap<>();
    for (int i = 0; i < 200_000; i++) {
      long key = random.nextInt(-1_000, 1_000) * (i % 3 == 0 ? 1L << 40 : 1);
      if (random.nextInt(3) > 0) {
        expected.put(key, "v" + i);
        map.put(key, "v" + i);
      } else {
        expected.remove(key);
        map.remove(key);
      }
      assertThat(map.get(key)).isEqualTo(expected.get(key));
    }
    List<String> values = new ArrayList<>();
    map.forEach(values::add);
    assertThat(values).containsExactlyInAnyOrderElementsOf(expected.values());
    assertThat(map.size()).isEqualTo(expected.size());
    expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    map.clear();
    assertThat(map.get(1)).isNull();
  }
}
