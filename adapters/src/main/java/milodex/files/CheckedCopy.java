package milodex.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// Copies files so that what was copied is known, and on the disk.
public final class CheckedCopy {

  private static final int BLOCK = 1 << 16;

  /// What a file holds.
  ///
  /// @param size in bytes
  /// @param sha256 of them, 64 hexadecimal digits
  public record Sum(long size, String sha256) {}

  private interface Sink {
    void take(byte[] block, int length) throws IOException;
  }

  private CheckedCopy() {}

  /// Copies `from` to the new file `to`; makes missing folders.
  ///
  /// @return what was copied
  /// @throws IOException if it cannot be read or written, or `to` exists; a part may be left
  public static Sum copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.toAbsolutePath().getParent(), "folder"));
    try (FileChannel out = FileChannel.open(to, CREATE_NEW, WRITE)) {
      Sum sum = read(from, (block, length) -> write(out, block, length));
      out.force(true);
      return sum;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw AtomicFile.named(to, e);
    }
  }

  /// What `file` holds now.
  ///
  /// @throws IOException if it cannot be read
  public static Sum of(Path file) throws IOException {
    return read(file, (_, _) -> {});
  }

  private static Sum read(Path file, Sink sink) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[BLOCK];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        digest.update(block, 0, length);
        sink.take(block, length);
        size += length;
      }
    }
    return new Sum(size, HexFormat.of().formatHex(digest.digest()));
  }

  private static void write(FileChannel out, byte[] block, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(block, 0, length);
    while (left.hasRemaining()) {
      out.write(left);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
