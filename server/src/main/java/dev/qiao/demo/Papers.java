package dev.qiao.demo;

import dev.qiao.decision.Evidence;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Made-up documents: a sheet with a heading and lines, a colour for each kind, and no words. */
final class Papers {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;
  private static final Color SHEET = new Color(0xF7F8F5);
  private static final Color LINE = new Color(0xC4CDC8);

  private Papers() {}

  static byte[] of(Evidence kind) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D sheet = image.createGraphics();
    sheet.setColor(SHEET);
    sheet.fillRect(0, 0, WIDTH, HEIGHT);
    sheet.setColor(
        Color.getHSBColor(kind.ordinal() / (float) Evidence.values().length, 0.5f, 0.6f));
    sheet.fillRect(0, 0, WIDTH, 64);
    sheet.fillRect(WIDTH - 190, 110, 150, 190);
    sheet.setColor(LINE);
    for (int y = 110; y < HEIGHT - 30; y += 34) {
      sheet.fillRect(40, y, 300 - (y * 7) % 90, 12);
    }
    sheet.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }
}
