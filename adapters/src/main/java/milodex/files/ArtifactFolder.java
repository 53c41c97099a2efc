package milodex.files;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import milodex.backtest.Artifacts;

/// Artifacts as compressed files in one folder, named by the SHA-256 of what they hold.
///
/// A file appears whole or not at all. What a kill leaves behind ends in `.tmp` and may be deleted.
public final class ArtifactFolder implements Artifacts {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER = 1 << 16;

  /// The lightest: a record is mostly the same words, so that harder work saves next to nothing.
  private static final int LEVEL = 1;

  private final Path folder;

  public ArtifactFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String store(Body body) {
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, "artifact-", ".tmp");
      try {
        String hash = write(aside, body);
        AtomicFile.place(aside, file(hash));
        return hash;
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write an artifact in " + folder,
          e instanceof FileSystemException ? e : AtomicFile.named(folder, e));
    }
  }

  @Override
  public Optional<InputStream> open(String hash) {
    if (!NAME.matcher(hash).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(unzipped(Files.newInputStream(file(hash))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(hash), e);
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash + ".jsonl.zst");
  }

  private static String write(Path file, Body body) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out =
        new BufferedOutputStream(
            new DigestOutputStream(
                new ZstdOutputStream(Files.newOutputStream(file), LEVEL), digest),
            BUFFER)) {
      body.writeTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// @throws IOException if the file does not begin as an artifact does
  private static InputStream unzipped(InputStream file) throws IOException {
    try {
      InputStream in = new BufferedInputStream(new ZstdInputStream(file), BUFFER);
      in.mark(1);
      if (in.read() < 0) {
        throw new IOException("it is empty");
      }
      in.reset();
      return in;
    } catch (IOException e) {
      file.close();
      throw e;
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
