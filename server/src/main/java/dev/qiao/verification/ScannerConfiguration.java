package dev.qiao.verification;

import dev.qiao.database.StartRefused;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which scanner looks at uploads: the one that {@code qiao.upload-scanner} names, or none. */
@Configuration
class ScannerConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ScannerConfiguration.class);
  private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\s]+):(\\d{1,5})");
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  @Bean
  UploadScanner uploadScanner(@Value("${qiao.upload-scanner:}") String address) {
    if (address.isBlank()) {
      LOG.warn("Uploads are not scanned: QIAO_UPLOAD_SCANNER names no clamd (host:port).");
      return content -> new Scan.Clean();
    }
    Matcher parts = ADDRESS.matcher(address.strip());
    if (!parts.matches() || port(parts) < 1 || port(parts) > 65_535) {
      throw new StartRefused("QIAO_UPLOAD_SCANNER is not host:port: " + address);
    }
    String host = parts.group(1).replaceAll("[\\[\\]]", "");
    return new ClamdScanner(host, port(parts), CONNECT_WITHIN, ANSWER_WITHIN);
  }

  private static int port(Matcher parts) {
    return Integer.parseInt(parts.group(2));
  }
}
