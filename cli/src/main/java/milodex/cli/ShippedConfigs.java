package milodex.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The configurations that come with the program.
///
/// @param files text by path below `configs/`, with forward slashes
record ShippedConfigs(SortedMap<String, String> files) {

  ShippedConfigs {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// Reads every file of a folder on the class path, in a jar or not, so that no list can go stale.
  static ShippedConfigs onClassPath(ClassLoader loader, String folder) throws IOException {
    URL url = loader.getResource(folder + "/");
    if (url == null) {
      throw new IllegalStateException("this build holds no folder '" + folder + "'");
    }
    if (url.openConnection() instanceof JarURLConnection connection) {
      Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        return below(files.getPath(folder));
      }
    }
    return below(Path.of(URI.create(url.toString())));
  }

  private static ShippedConfigs below(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : regularFiles(folder)) {
      files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return new ShippedConfigs(files);
  }

  private static List<Path> regularFiles(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
