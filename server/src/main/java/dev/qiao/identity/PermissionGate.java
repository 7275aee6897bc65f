package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets operators and staff reach only operations whose permission their role has, before anything
 * of the request is read. The description of the API names each permission.
 */
@Configuration(proxyBeanMethods = false)
class PermissionGate implements WebMvcConfigurer, HandlerInterceptor {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/v1/operations/**", "/v1/merchant", "/v1/merchant/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What is no method of ours ends in a 404.
    if (handler instanceof HandlerMethod method && !isPermitted(method)) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    return true;
  }

  private static boolean isPermitted(HandlerMethod method) {
    Caller caller =
        SessionFilter.caller().orElseThrow(() -> Problem.of(ErrorCode.SESSION_REQUIRED).thrown());
    String role = caller.role().orElse("");
    return switch (caller.kind()) {
      case OPERATOR ->
          needed(method)
              .flatMap(needed -> OperatorRole.find(role).map(known -> known.may(needed)))
              .orElse(false);
      case STAFF ->
          neededOfStaff(method)
              .flatMap(needed -> StaffRole.find(role).map(known -> known.may(needed)))
              .orElse(false);
      case PERSON -> false;
    };
  }

  private static Optional<Permission> needed(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(Requires.class)).map(Requires::value);
  }

  private static Optional<StaffPermission> neededOfStaff(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(StaffRequires.class))
        .map(StaffRequires::value);
  }

  @Bean
  OperationCustomizer permissions() {
    return (operation, method) -> {
      needed(method)
          .map(Permission::text)
          .or(() -> neededOfStaff(method).map(StaffPermission::text))
          .ifPresent(text -> operation.addExtension("x-permission", text));
      return operation;
    };
  }
}
