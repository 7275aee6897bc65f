package dev.qiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file is, whatever it says. */
class DocumentContentTest {
  @Test
  void knowsWhatIsWholeByReadingIt() {
    assertThat(DocumentContent.find(Pictures.jpeg())).contains(DocumentType.JPEG);
    assertThat(DocumentContent.find(Pictures.png())).contains(DocumentType.PNG);
    assertThat(DocumentContent.find(Pictures.webp())).contains(DocumentType.WEBP);
    assertThat(DocumentContent.find(Pictures.pdf(""))).contains(DocumentType.PDF);
  }

  @Test
  void refusesWhatOnlyBeginsLikeOne() {
    for (byte[] whole :
        List.of(Pictures.jpeg(), Pictures.png(), Pictures.webp(), Pictures.pdf(""))) {
      byte[] half = Arrays.copyOf(whole, Math.min(whole.length / 2, whole.length - 20));
      assertThat(DocumentContent.find(half)).isEmpty();
    }
    byte[] page =
        "\u00ff\u00d8\u00ff<html><script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(DocumentContent.find(page)).isEmpty();
  }

  @Test
  void refusesEverythingElse() {
    for (String text :
        List.of("", "<svg onload=alert(1)>", "GIF89a", "PK\u0003\u0004", "MZ", "#!/bin/sh")) {
      assertThat(DocumentContent.find(text.getBytes(StandardCharsets.ISO_8859_1)))
          .as(text)
          .isEmpty();
    }
  }

  @Test
  void refusesAPdfThatActs() {
    for (String act : List.of("/OpenAction << /S /JavaScript >>", "/AA << /JS (x) >>", "/Launch")) {
      assertThat(DocumentContent.find(Pictures.pdf(act))).as(act).isEmpty();
    }
  }

  @Test
  void refusesSizesThatNoDocumentHas() {
    assertThat(DocumentContent.find(Pictures.picture("png", 99, 300))).isEmpty();
    byte[] bomb = Pictures.png();
    // Its header now says 65,535 × 65,535.
    Arrays.fill(bomb, 18, 20, (byte) 0xFF);
    Arrays.fill(bomb, 22, 24, (byte) 0xFF);
    assertThat(DocumentContent.find(bomb)).isEmpty();
  }
}
