package dev.qiao.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The wallet at {@code /}, the merchant's app at {@code /merchant/}, the console at {@code
 * /console/}. Files whose names carry a hash are kept for a year; pages are always asked for.
 */
@Configuration(proxyBeanMethods = false)
class AppPages implements WebMvcConfigurer {
  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    app(registry, "/merchant", "classpath:/static/merchant/");
    app(registry, "/console", "classpath:/static/console/");
    app(registry, "", "classpath:/static/wallet/");
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/merchant", "/merchant/");
    registry.addRedirectViewController("/console", "/console/");
  }

  /** The apps' first pages. Not forwards: those would leave without the security headers. */
  @Bean
  RouterFunction<ServerResponse> firstPages() {
    return firstPage("/", "wallet")
        .and(firstPage("/merchant/", "merchant"))
        .and(firstPage("/console/", "console"));
  }

  private static RouterFunction<ServerResponse> firstPage(String path, String app) {
    return RouterFunctions.resource(
        RequestPredicates.path(path),
        new ClassPathResource("static/" + app + "/index.html"),
        (page, headers) -> headers.setCacheControl(CacheControl.noCache()));
  }

  private static void app(ResourceHandlerRegistry registry, String path, String files) {
    registry
        .addResourceHandler(path + "/assets/**")
        .addResourceLocations(files + "assets/")
        .setCacheControl(FOREVER);
    registry
        .addResourceHandler(path + "/**")
        .addResourceLocations(files)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageResolver());
  }
}
