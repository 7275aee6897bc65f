package dev.qiao.verification;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds out what a file really is: by how it begins, and by reading it to its end. What it was said
 * to be counts only if that is so. PNG and JPEG are decoded whole; of WebP the frame, and of PDF
 * the outline is read, since nothing here can decode them; both leave this server as attachments
 * only.
 */
final class DocumentContent {
  /** Width times height: more is no photograph of a document, but a weapon against memory. */
  static final long PIXELS_MAX = 50_000_000;

  static final int SIDE_MIN = 100;
  private static final int DECODED_SIDE = 1_000;
  private static final int TRAILER = 2_048;

  /** What can act, reach out or hide in a PDF. */
  private static final List<String> ACTIVE =
      List.of(
          "/JavaScript",
          "/JS",
          "/Launch",
          "/EmbeddedFile",
          "/RichMedia",
          "/XFA",
          "/Encrypt",
          "/SubmitForm",
          "/GoToR",
          "/ImportData");

  /** Pictures are large once decoded: a few at a time. */
  private static final Semaphore DECODING = new Semaphore(2);

  private DocumentContent() {}

  /** The type of a whole and harmless file of one of our types; empty for anything else. */
  static Optional<DocumentType> find(byte[] content) {
    Optional<DocumentType> type = begins(content);
    return type.filter(
        found ->
            switch (found) {
              case JPEG -> isPicture(content, "jpeg");
              case PNG -> isPicture(content, "png");
              case WEBP -> isWebp(content);
              case PDF -> isQuietPdf(content);
            });
  }

  private static Optional<DocumentType> begins(byte[] content) {
    if (startsWith(content, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(DocumentType.JPEG);
    }
    if (startsWith(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(DocumentType.PNG);
    }
    if (startsWith(content, 0, 'R', 'I', 'F', 'F') && startsWith(content, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(DocumentType.WEBP);
    }
    return startsWith(content, 0, '%', 'P', 'D', 'F', '-')
        ? Optional.of(DocumentType.PDF)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] content, int at, int... magic) {
    if (content.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((content[at + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPicture(byte[] content, String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    DECODING.acquireUninterruptibly();
    try (ImageInputStream input =
        new javax.imageio.stream.MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input, true, true);
      // A reader of JPEG fills up what was cut off, and only mumbles.
      AtomicBoolean cut = new AtomicBoolean();
      reader.addIIOReadWarningListener(
          (source, warning) -> cut.compareAndSet(false, isOfAnEnd(warning)));
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (!isSize(width, height)) {
        return false;
      }
      // All of it is read; little of it is kept.
      int step = Math.max(1, Math.max(width, height) / DECODED_SIDE);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage picture = reader.read(0, param);
      return picture.getWidth() > 0 && !cut.get();
    } catch (IOException | RuntimeException broken) {
      // Readers throw what they like at what they cannot read.
      return false;
    } finally {
      reader.dispose();
      DECODING.release();
    }
  }

  private static boolean isOfAnEnd(String warning) {
    String said = warning.toLowerCase(Locale.ROOT);
    return said.contains("premature") || said.contains("truncated") || said.contains("eoi");
  }

  private static boolean isSize(long width, long height) {
    return width >= SIDE_MIN && height >= SIDE_MIN && width * height <= PIXELS_MAX;
  }

  /** A container whose length is the file's, with a still picture of a sensible size in it. */
  private static boolean isWebp(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < 30) {
      return false;
    }
    long said = Integer.toUnsignedLong(bytes.getInt(4)) + 8;
    if (said != content.length && said != content.length - 1L) {
      return false;
    }
    String chunk = new String(content, 12, 4, StandardCharsets.US_ASCII);
    return switch (chunk) {
      case "VP8 " ->
          startsWith(content, 23, 0x9D, 0x01, 0x2A)
              && isSize(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF);
      case "VP8L" -> {
        int bits = bytes.getInt(21);
        yield content[20] == 0x2F && isSize((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
      }
      case "VP8X" -> isSize(bytes.getInt(24) & 0xFFFFFF, (bytes.getInt(26) >>> 8) + 1);
      default -> false;
    };
  }

  private static boolean isQuietPdf(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String end = text.substring(Math.max(0, text.length() - TRAILER));
    return end.contains("%%EOF")
        && end.contains("startxref")
        && text.contains(" obj")
        && ACTIVE.stream().noneMatch(text::contains);
  }
}
