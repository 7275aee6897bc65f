package dev.qiao.verification;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Files that people might send. */
final class Pictures {
  /** Stands in the clear at the end of every picture made here, where decoders do not look. */
  static final String MARK = "MARK-OF-A-DOCUMENT-440301199001011234";

  private Pictures() {}

  static byte[] jpeg() {
    return picture("jpg", 320, 200);
  }

  static byte[] png() {
    return picture("png", 320, 200);
  }

  static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(10, 10, width / 2, height / 2);
    graphics.dispose();
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      bytes.write(MARK.getBytes(StandardCharsets.US_ASCII));
      return bytes.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] pdf(String inside) {
    return ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog "
            + inside
            + " >>\nendobj\nxref\n0 1\ntrailer\n"
            + "<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A lossless frame of 320 × 200, as its header has it. */
  static byte[] webp() {
    byte[] file = new byte[40];
    byte[] head = "RIFF____WEBPVP8L".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, file, 0, head.length);
    file[4] = (byte) (file.length - 8);
    Arrays.fill(file, 5, 8, (byte) 0);
    file[16] = (byte) (file.length - 20);
    file[20] = 0x2F;
    int bits = 320 - 1 | 200 - 1 << 14;
    for (int i = 0; i < 4; i++) {
      file[21 + i] = (byte) (bits >>> 8 * i);
    }
    return file;
  }
}
