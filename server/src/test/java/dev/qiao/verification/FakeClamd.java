package dev.qiao.verification;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A daemon that speaks clamd's INSTREAM, knows one virus, and can be in a bad mood. */
final class FakeClamd implements Closeable {
  /** What it takes for a virus: put together here, so that no scanner stumbles over this file. */
  static final byte[] VIRUS =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.ISO_8859_1);

  /** How it answers. */
  enum Mood {
    HONEST,
    /** Reads all and says nothing. */
    SILENT,
    /** Says one letter after another, without end. */
    DRIPPING,
    /** Hangs up in the middle of reading. */
    RUDE,
    /** Answers as it does when a file is larger than it takes. */
    OVERWHELMED
  }

  private final ServerSocket server;
  private final List<byte[]> seen = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.HONEST;

  FakeClamd() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  void be(Mood wanted) {
    mood = wanted;
  }

  /** Whole files, in the order in which they came. */
  List<byte[]> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      if (!command(in).equals("zINSTREAM")) {
        say(socket, "UNKNOWN COMMAND");
        return;
      }
      if (mood == Mood.RUDE) {
        in.readInt();
        return;
      }
      byte[] content = content(in);
      seen.add(content);
      switch (mood) {
        case HONEST, RUDE ->
            say(socket, isInfected(content) ? "stream: Eicar-Test FOUND" : "stream: OK");
        case SILENT -> in.read(); // Until the other side gives up.
        case DRIPPING -> drip(socket);
        case OVERWHELMED -> say(socket, "INSTREAM size limit exceeded. ERROR");
      }
    } catch (IOException | InterruptedException gone) {
      // The other side has hung up.
    }
  }

  private static String command(DataInputStream in) throws IOException {
    var command = new StringBuilder();
    for (int next = in.readUnsignedByte(); next != 0; next = in.readUnsignedByte()) {
      command.append((char) next);
    }
    return command.toString();
  }

  private static byte[] content(DataInputStream in) throws IOException {
    var content = new ByteArrayOutputStream();
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    return content.toByteArray();
  }

  private static boolean isInfected(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String(VIRUS, StandardCharsets.ISO_8859_1));
  }

  private static void say(Socket socket, String answer) throws IOException {
    socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  private static void drip(Socket socket) throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    while (true) {
      out.write('.');
      Thread.sleep(20);
    }
  }
}
