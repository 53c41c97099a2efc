package milodex.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import milodex.ledger.Sha256;
import milodex.strategy.Template;

/// The classes of a jar as they were read, once: what is scanned is what is run.
///
/// @param name the file's name
/// @param classes class files by the binary name of their class, `demo.GapFade$Level`
/// @param services the class names its service file lists, in order
record PluginJar(String name, SortedMap<String, byte[]> classes, List<String> services) {

  /// Where `ServiceLoader` looks for the names of templates.
  static final String SERVICES = "META-INF/services/" + Template.class.getName();

  private static final String CLASS = ".class";

  /// No template comes near; a jar with more holds something else.
  private static final int LARGEST_ENTRY = 1 << 20;

  private static final int MOST_CLASSES = 1_000;

  PluginJar {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    services = List.copyOf(services);
  }

  /// Reads the jar; classes for other releases of Java and module descriptors are left out.
  ///
  /// @throws ZipException if it is no jar, damaged, or larger than a plug-in may be
  static PluginJar read(Path file) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    List<String> services = List.of();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().equals(SERVICES)) {
          services = names(new String(bytes(zip, entry), UTF_8));
        }
        Optional<String> type = className(entry.getName());
        if (type.isPresent() && classes.put(type.get(), bytes(zip, entry)) != null) {
          throw new ZipException(entry.getName() + " is in it twice");
        }
        if (classes.size() > MOST_CLASSES) {
          throw new ZipException("it holds more than " + MOST_CLASSES + " classes");
        }
      }
    }
    return new PluginJar(String.valueOf(file.getFileName()), classes, services);
  }

  /// SHA-256 over names and bytes of the classes: the same code packed again has the same.
  String code() {
    StringBuilder lines = new StringBuilder();
    classes.forEach(
        (type, bytes) -> lines.append(type).append(' ').append(Sha256.of(bytes)).append('\n'));
    return Sha256.of(lines.toString());
  }

  private static Optional<String> className(String entry) {
    boolean isClass =
        entry.endsWith(CLASS)
            && !entry.startsWith("META-INF/")
            && !entry.endsWith("module-info" + CLASS);
    return isClass
        ? Optional.of(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'))
        : Optional.empty();
  }

  /// The lines of a service file without remarks.
  private static List<String> names(String text) {
    return text.lines()
        .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = zip.getInputStream(entry)) {
      bytes.write(in.readNBytes(LARGEST_ENTRY + 1));
    }
    if (bytes.size() > LARGEST_ENTRY) {
      throw new ZipException(entry.getName() + " is larger than 1 MB");
    }
    CRC32 sum = new CRC32();
    sum.update(bytes.toByteArray());
    if (sum.getValue() != entry.getCrc()) {
      throw new ZipException(entry.getName() + " is damaged");
    }
    return bytes.toByteArray();
  }
}
