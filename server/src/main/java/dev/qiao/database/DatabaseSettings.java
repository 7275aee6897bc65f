package dev.qiao.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the person who starts us chose about data.
 *
 * @param demo whether the data is a demonstration; a database keeps the choice for good
 * @param fresh whether to delete what is in the data folder first
 * @param data the folder of the embedded database
 */
@ConfigurationProperties("qiao")
record DatabaseSettings(boolean demo, boolean fresh, Path data, @DefaultValue Urls database) {
  /**
   * Where a real database is, for each role; both empty means the embedded one.
   *
   * @param plain whether it may be reached without TLS from another machine
   */
  record Urls(
      @DefaultValue("") String url,
      @DefaultValue("") String ownerUrl,
      @DefaultValue("false") boolean plain) {
    @Override
    public String toString() {
      // They may hold passwords.
      return url.isEmpty() ? "embedded" : "given";
    }
  }
}
