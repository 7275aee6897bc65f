package dev.qiao.journey;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture that stands for a document. */
final class Drawing {
  private Drawing() {}

  static byte[] of(String text) {
    var image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(0xDF, 0xEC, 0xE4));
    graphics.fillRect(0, 0, 640, 400);
    graphics.setColor(new Color(0x0B, 0x6A, 0x54));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 72));
    graphics.drawString(text, 60, 220);
    graphics.dispose();
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
