import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/// Takes SQLite's native library for this machine out of its jar, so that not every start has to.
///
/// The build runs it (`bin/app.sh`) with SQLite's jar on the class path: `java Unpack.java FOLDER`.
final class Unpack {

  private Unpack() {}

  public static void main(String[] arguments) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("the jar has no " + resource);
      }
      Files.copy(library, Files.createDirectories(Path.of(arguments[0])).resolve(name));
    }
  }
}
