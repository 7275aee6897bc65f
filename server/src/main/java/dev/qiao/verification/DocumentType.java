package dev.qiao.verification;

import java.util.Optional;
import java.util.stream.Stream;

/** In what form a document may come. */
public enum DocumentType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  PDF("application/pdf", "pdf");

  private final String media;
  private final String extension;

  DocumentType(String media, String extension) {
    this.media = media;
    this.extension = extension;
  }

  String media() {
    return media;
  }

  String extension() {
    return extension;
  }

  static DocumentType of(String media) {
    return find(media).orElseThrow();
  }

  static Optional<DocumentType> find(String media) {
    return Stream.of(values()).filter(type -> type.media.equals(media)).findFirst();
  }
}
