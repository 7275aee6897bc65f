package dev.qiao.api;

import dev.qiao.ledger.LedgerUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where a failure becomes an answer. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Denials denials;

  ProblemAdvice(Denials denials) {
    this.denials = denials;
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(ProblemException refusal, HttpServletRequest request) {
    denials.note(request, refusal.problem());
    return answer(refusal.problem());
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(
      HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    Problem problem =
        switch (unreadable.getCause()) {
          case UnrecognizedPropertyException unknown ->
              Problem.of(ErrorCode.FIELD_UNKNOWN).with("field", unknown.getPropertyName());
          case DatabindException wrong when causeOf(wrong) instanceof ProblemException known ->
              known.problem();
          case DatabindException wrong
              when pathOf(wrong).endsWith("amount.amount") || pathOf(wrong).equals("amount") ->
              Problem.of(ErrorCode.AMOUNT_INVALID);
          case DatabindException wrong when !pathOf(wrong).isEmpty() ->
              Problem.of(ErrorCode.FIELD_INVALID).with("field", pathOf(wrong));
          // The only numbers in bodies are amounts; one that fits no number of ours fails before
          // its field is known.
          case InputCoercionException _ -> Problem.of(ErrorCode.AMOUNT_INVALID);
          case null, default -> Problem.of(ErrorCode.BODY_MALFORMED);
        };
    denials.note(request, problem);
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException mismatch) {
    if (mismatch.getCause() instanceof ConversionFailedException failed
        && causeOf(failed) instanceof ProblemException known) {
      return answer(known.problem());
    }
    return answer(Problem.of(ErrorCode.FIELD_INVALID).with("field", mismatch.getName()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
    return answer(Problem.of(ErrorCode.FIELD_INVALID).with("field", missing.getParameterName()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(MissingRequestHeaderException missing) {
    return answer(Problem.of(ErrorCode.FIELD_INVALID).with("field", missing.getHeaderName()));
  }

  /** A parameter whose bytes are no text. */
  @ExceptionHandler
  ResponseEntity<Problem> undecodable(InvalidParameterException undecodable) {
    return answer(Problem.of(ErrorCode.FIELD_INVALID).with("field", "query"));
  }

  /** A header that the firewall lets nobody read. Its message quotes it, so it is not logged. */
  @ExceptionHandler
  ResponseEntity<Problem> odd(RequestRejectedException odd) {
    return answer(Problem.of(ErrorCode.FIELD_INVALID).with("field", "header"));
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<Problem> nothingHere() {
    return answer(Problem.of(ErrorCode.NOT_FOUND));
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<Problem> wrongMethod() {
    return answer(Problem.of(ErrorCode.METHOD_NOT_ALLOWED));
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  ResponseEntity<Problem> wrongType() {
    return answer(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
  }

  @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
  ResponseEntity<Problem> notAcceptable() {
    return answer(Problem.of(ErrorCode.NOT_ACCEPTABLE));
  }

  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {
    // The client closed its event stream: nobody is left to answer.
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    RecoverableDataAccessException.class,
    // Named for what it is not: the connection broke, or there was none to be had.
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class,
    LedgerUnavailable.class
  })
  ResponseEntity<Problem> busy(RuntimeException busy) {
    log.warn("The database could not serve a request: {}", busy.getClass().getSimpleName());
    return answer(Problem.of(ErrorCode.UNAVAILABLE));
  }

  @ExceptionHandler
  ResponseEntity<Problem> broken(Exception bug) {
    log.error("A request failed", bug);
    return answer(Problem.of(ErrorCode.INTERNAL));
  }

  private static ResponseEntity<Problem> answer(Problem problem) {
    var response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.parameters().get("retry_after") instanceof Number seconds) {
      response.header("Retry-After", Long.toString(Math.max(1, seconds.longValue())));
    }
    return response.header("Cache-Control", "no-store").body(problem);
  }

  /** The names from the body's root to the wrong field, joined by dots. */
  private static String pathOf(DatabindException wrong) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath()) {
      if (!path.isEmpty()) {
        path.append('.');
      }
      path.append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return path.toString();
  }

  private static Throwable causeOf(Throwable wrapped) {
    Throwable cause = wrapped;
    while (cause.getCause() != null && !(cause instanceof ProblemException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
