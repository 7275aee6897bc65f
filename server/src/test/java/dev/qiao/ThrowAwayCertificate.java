package dev.qiao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for localhost that nobody trusts, in PEM files. Also a program, for the launcher's
 * tests: {@code java ThrowAwayCertificate.java DIR}.
 */
public final class ThrowAwayCertificate {
  private static final char[] PASSWORD = "throw-away".toCharArray();
  private static final String KEYTOOL =
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

  private ThrowAwayCertificate() {}

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    into(Path.of(arguments[0]));
  }

  /** Writes {@code certificate.pem} and {@code key.pem}, over those that are there. */
  public static void into(Path folder) throws IOException, GeneralSecurityException {
    Path store = Files.createTempFile("throw-away", ".p12");
    Files.delete(store);
    try {
      make(store);
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
      // The key first: a certificate without its key must not be taken up.
      write(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("qiao", PASSWORD).getEncoded());
      write(
          folder.resolve("certificate.pem"),
          "CERTIFICATE",
          keys.getCertificate("qiao").getEncoded());
    } finally {
      Files.deleteIfExists(store);
    }
  }

  private static void make(Path store) throws IOException {
    List<String> command =
        List.of(
            KEYTOOL,
            "-genkeypair",
            "-alias",
            "qiao",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD));
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.onExit().join().exitValue() != 0) {
      throw new IOException("keytool failed");
    }
  }

  private static void write(Path file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
