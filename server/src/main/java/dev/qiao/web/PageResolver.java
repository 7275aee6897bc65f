package dev.qiao.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Finds an app's file. A path that names none is a place inside the app, which its page shows; only
 * paths of the API and paths with an extension do not exist then.
 */
final class PageResolver extends PathResourceResolver {
  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    Resource file = super.getResource(path, location);
    if (file != null) {
      return file;
    }
    boolean notAPage =
        path.startsWith("v1/")
            || path.equals("v1")
            || path.startsWith("actuator")
            || path.substring(path.lastIndexOf('/') + 1).contains(".");
    return notAPage ? null : super.getResource("index.html", location);
  }
}
