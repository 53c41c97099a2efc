package milodex.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The faults of one file, in line order, at most [#CAP] of them kept.
final class CsvFaults {

  /// Faults of one file that are told one by one; the rest is counted.
  static final int CAP = 1_000;

  private final String file;
  private final List<CsvFault> faults = new ArrayList<>();
  private int more;

  CsvFaults(Path file) {
    this.file = file.toString();
  }

  void add(int line, String says) {
    if (faults.size() < CAP) {
      faults.add(new CsvFault(file, line, says));
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /// All that was kept, and one line for what was not.
  List<CsvFault> list() {
    if (more == 0) {
      return Collections.unmodifiableList(faults);
    }
    List<CsvFault> all = new ArrayList<>(faults);
    all.add(new CsvFault(file, 0, "and " + more + " more faults"));
    return all;
  }
}
