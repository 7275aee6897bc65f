package dev.qiao.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for requests that failed where no route runs. Asked for by itself, it does not exist. */
@Hidden
@RestController
class LastResort implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<Problem> answer(HttpServletRequest request) {
    Problem problem = Problem.of(code(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header("Cache-Control", "no-store")
        .body(problem);
  }

  private static ErrorCode code(Object status) {
    return switch (status) {
      case null -> ErrorCode.NOT_FOUND;
      case Integer code when code == 404 -> ErrorCode.NOT_FOUND;
      case Integer code when code == 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case Integer code when code == 413 -> ErrorCode.BODY_TOO_LARGE;
      case Integer code when code >= 400 && code < 500 -> ErrorCode.BODY_MALFORMED;
      default -> ErrorCode.INTERNAL;
    };
  }
}
