package dev.qiao.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies larger than anything that is asked for here, before anybody is known and before
 * they fill the memory.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {
  static final int BYTES_MAX = 64 * 1024;

  /** A document of a person's or a business's, whose length must be told beforehand. */
  static final int DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;

  private static final List<String> DOCUMENTS =
      List.of("/v1/verification/documents/", "/v1/merchant/verification/documents/");

  private final ProblemWriter problems;

  BodyLimit(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > max(request)) {
      problems.write(response, Problem.of(ErrorCode.BODY_TOO_LARGE));
      return;
    }
    if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
      chain.doFilter(request, response);
      return;
    }
    // How long it is shows only when it has been read.
    byte[] body = request.getInputStream().readNBytes(BYTES_MAX + 1);
    if (body.length > BYTES_MAX) {
      problems.write(response, Problem.of(ErrorCode.BODY_TOO_LARGE));
      return;
    }
    chain.doFilter(new Read(request, body), response);
  }

  private static int max(HttpServletRequest request) {
    return request.getMethod().equals("PUT")
            && DOCUMENTS.stream().anyMatch(request.getRequestURI()::startsWith)
        ? DOCUMENT_BYTES_MAX
        : BYTES_MAX;
  }

  /** A request whose body has been read. */
  private static final class Read extends HttpServletRequestWrapper {
    private final ServletInputStream input;

    Read(HttpServletRequest request, byte[] body) {
      super(request);
      this.input = new Bytes(body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return input;
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Bytes(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("Bodies are read where they are needed");
    }
  }
}
