package dev.qiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoServer;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Needs the built apps: {@code ./qiao test} builds them first. */
@SpringBootTest(
    classes = QiaoServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"qiao.demo=true", "qiao.demo-data=false"})
class AppPagesTest {
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry settings) {
    DatabaseAddress fresh = EmbeddedPostgres.temporary().freshDatabase();
    String as = fresh.url() + "?user=%s&password=%s";
    settings.add("qiao.database.url", () -> as.formatted(fresh.appUser(), fresh.appPassword()));
    settings.add(
        "qiao.database.owner-url", () -> as.formatted(fresh.ownerUser(), fresh.ownerPassword()));
  }

  @Test
  void showsEachAppAtItsPlaceAndAtPlacesInsideIt() throws Exception {
    for (String path :
        new String[] {"/", "/merchant/", "/console/", "/bills/7", "/merchant/bills"}) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).startsWithIgnoringCase("<!doctype html>");
      assertThat(header(page, "cache-control")).as(path).isEqualTo("no-cache");
      assertThat(header(page, "content-security-policy")).as(path).contains("default-src 'self'");
    }
    assertThat(get("/").body()).isEqualTo(get("/bills/7").body());
    assertThat(get("/merchant/bills").body()).isEqualTo(get("/merchant/").body());
    assertThat(get("/merchant/").body()).isNotEqualTo(get("/").body());
  }

  /** In the page itself nothing runs: the policy would refuse it, and nothing may need it. */
  @Test
  void pagesRunNoScriptButTheirOwnFiles() throws Exception {
    for (String path : new String[] {"/", "/merchant/", "/console/"}) {
      HttpResponse<String> page = get(path);
      String policy = header(page, "content-security-policy");
      assertThat(policy)
          .startsWith("default-src 'self';")
          .doesNotContain("script-src")
          .contains("object-src 'none'", "base-uri 'none'")
          .contains("frame-ancestors 'none'", "form-action 'self'");
      assertThat(policy.replace("style-src 'self' 'unsafe-inline'", "")).doesNotContain("unsafe");
      assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
      assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
      assertThat(header(page, "x-frame-options")).isEqualTo("DENY");
      String body = page.body().toLowerCase(java.util.Locale.ROOT);
      assertThat(Pattern.compile("<script(?![^>]*\\ssrc=)").matcher(body).find()).isFalse();
      assertThat(Pattern.compile("<[^>]+\\son[a-z]+=").matcher(body).find()).isFalse();
      assertThat(body).doesNotContain("javascript:", "//cdn", "src=\"http");
    }
  }

  @Test
  void nobodyIsNamedToFindersWhereTheOperatorNamedNobody() throws Exception {
    assertThat(get("/.well-known/security.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsHashedFilesForAYearAndCompressesThem() throws Exception {
    var script = Pattern.compile("/assets/[^\"]+\\.js").matcher(get("/").body());
    assertThat(script.find()).isTrue();
    HttpResponse<String> file = get(script.group());
    assertThat(header(file, "cache-control")).contains("max-age=31536000").contains("immutable");
    assertThat(header(file, "content-encoding")).isEqualTo("gzip");
  }

  @Test
  void doesNotPretendThatMissingFilesOrRoutesArePages() throws Exception {
    for (String path : new String[] {"/nothing.js", "/assets/nothing", "/merchant/no.css"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(header(get("/v1/nothing"), "content-type")).isEqualTo("application/problem+json");
    assertThat(get("/actuator/env").statusCode()).isNotEqualTo(200);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build(),
            BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
