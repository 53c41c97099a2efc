package milodex.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A folder that sheets are written into: all of them or none, and over nothing that is there.
public final class SheetFolder {

  private final Path folder;

  public SheetFolder(Path folder) {
    this.folder = folder;
  }

  /// Writes every sheet as a file of its name; makes the folder if it is missing.
  ///
  /// A temporary file that a kill leaves behind ends in `.tmp` and may be deleted.
  ///
  /// @return the files, in the order of `sheets`
  /// @throws FileAlreadyExistsException if one of the files is there; nothing was written
  /// @throws IOException if a file cannot be written; none of them is left
  public List<Path> write(List<Sheet> sheets, SheetFormat format) throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> complete = new LinkedHashMap<>();
    List<Path> placed = new ArrayList<>();
    try {
      for (Sheet sheet : sheets) {
        Path target = folder.resolve(sheet.name() + format.ending());
        requireFree(target);
        Path temp = Files.createTempFile(folder, sheet.name() + ".", ".tmp");
        complete.put(target, temp);
        format.write(sheet, temp);
      }
      for (Path target : complete.keySet()) {
        requireFree(target);
        AtomicFile.place(complete.get(target), target);
        placed.add(target);
      }
      return List.copyOf(placed);
    } catch (IOException | RuntimeException e) {
      for (Path target : placed) {
        Files.deleteIfExists(target);
      }
      throw e;
    } finally {
      for (Path temp : complete.values()) {
        Files.deleteIfExists(temp);
      }
    }
  }

  private static void requireFree(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }
}
