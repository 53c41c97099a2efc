package milodex.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.config.ConfigException;
import milodex.config.Position;

/// The text of one of the operator's files, and the places in it.
///
/// @param name what messages call the file
/// @param text without a byte order mark
record SourceText(String name, String text) {

  /// No file of settings comes near a megabyte.
  private static final int LARGEST = 1 << 20;

  /// Reads a file of at most a megabyte of UTF-8.
  ///
  /// @throws ConfigException if it is missing, no ordinary file, unreadable, too large, or not
  ///     UTF-8
  static SourceText read(Path file, String name) {
    if (!Files.exists(file)) {
      throw problem(name, "there is no such file; check the name");
    }
    if (Files.isDirectory(file)) {
      throw problem(name, "is a directory; name a file in it");
    }
    if (!Files.isRegularFile(file)) {
      throw problem(name, "is not an ordinary file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw problem(name, "is larger than 1 MB; a file of settings is a few kB");
      }
      return decode(bytes, name);
    } catch (IOException e) {
      throw problem(name, "cannot be read (" + e + "); check its permissions");
    }
  }

  /// The place of the code point with this index.
  Position at(int codePoint) {
    return end(name, text.substring(0, text.offsetByCodePoints(0, codePoint)));
  }

  private static SourceText decode(byte[] bytes, String name) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String decoded = chars.flip().toString();
    String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    if (result.isError()) {
      throw ConfigException.of(end(name, text), "is not UTF-8 from here on; save it as UTF-8");
    }
    return new SourceText(name, text);
  }

  private static Position end(String name, String before) {
    int lineStart = before.lastIndexOf('\n') + 1;
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(lineStart, before.length()) + 1;
    return new Position(name, Math.toIntExact(line), column);
  }

  private static ConfigException problem(String name, String says) {
    return ConfigException.of(Position.whole(name), says);
  }
}
