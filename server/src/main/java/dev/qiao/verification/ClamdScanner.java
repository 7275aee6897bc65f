package dev.qiao.verification;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon over TCP, by its INSTREAM command: a length of four bytes before each piece, none
 * at the end, and one line as the answer (clamd(8)). A connection each, since the daemon closes it.
 */
final class ClamdScanner implements UploadScanner {
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PIECE = 64 * 1024;
  private static final int ANSWER_MAX = 1_024;
  private static final Pattern FOUND = Pattern.compile("stream: (.{1,500}) FOUND");

  private final String host;
  private final int port;
  private final Duration connectWithin;
  private final Duration answerWithin;

  ClamdScanner(String host, int port, Duration connectWithin, Duration answerWithin) {
    this.host = host;
    this.port = port;
    this.connectWithin = connectWithin;
    this.answerWithin = answerWithin;
  }

  @Override
  public Scan scan(byte[] content) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) connectWithin.toMillis());
      // Neither writing nor an answer in drips has a limit of its own.
      Thread limit = Thread.ofVirtual().start(() -> closeLater(socket));
      try {
        send(socket, content);
        return read(answer(socket.getInputStream()));
      } finally {
        limit.interrupt();
      }
    } catch (IOException | RuntimeException failure) {
      return new Scan.Unknown(failure.toString());
    }
  }

  private void closeLater(Socket socket) {
    try {
      Thread.sleep(answerWithin);
      socket.close();
    } catch (InterruptedException | IOException over) {
      // Answered in time, or closed already.
    }
  }

  private static void send(Socket socket, byte[] content) throws IOException {
    var out = new DataOutputStream(socket.getOutputStream());
    out.write(COMMAND);
    for (int from = 0; from < content.length; from += PIECE) {
      int length = Math.min(PIECE, content.length - from);
      out.writeInt(length);
      out.write(content, from, length);
    }
    out.writeInt(0);
    out.flush();
  }

  private static String answer(InputStream in) throws IOException {
    var answer = new ByteArrayOutputStream();
    for (int next = in.read(); next > 0; next = in.read()) {
      if (answer.size() == ANSWER_MAX) {
        throw new IOException("The answer does not end");
      }
      answer.write(next);
    }
    return answer.toString(StandardCharsets.US_ASCII).strip();
  }

  /** Only these words mean that it was looked at; anything else, silence too, does not. */
  private static Scan read(String answer) {
    if (answer.equals("stream: OK")) {
      return new Scan.Clean();
    }
    Matcher found = FOUND.matcher(answer);
    return found.matches()
        ? new Scan.Infected(found.group(1).replaceAll("[^A-Za-z0-9._/-]", "_"))
        : new Scan.Unknown("It answered: " + answer.replaceAll("[^ -~]", "?"));
  }
}
