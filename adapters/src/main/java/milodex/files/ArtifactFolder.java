package milodex.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import milodex.backtest.Artifacts;

/// Artifacts as compressed files in one folder, named by the SHA-256 of what they hold.
///
/// A file appears whole or not at all: it is written aside, forced to disk and then renamed.
public final class ArtifactFolder implements Artifacts {

  private final Path folder;

  public ArtifactFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String store(Body body) {
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, "artifact-", ".part");
      try {
        String hash = write(aside, body);
        Files.move(aside, file(hash), StandardCopyOption.ATOMIC_MOVE);
        return hash;
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an artifact in " + folder, e);
    }
  }

  @Override
  public Optional<InputStream> open(String hash) {
    try {
      return Optional.of(new GZIPInputStream(Files.newInputStream(file(hash)), 1 << 16));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(hash), e);
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash + ".jsonl.gz");
  }

  private static String write(Path file, Body body) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out =
        new BufferedOutputStream(
            new DigestOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), digest),
            1 << 16)) {
      body.writeTo(out);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
