package milodex.files;

/// Something wrong in a file offered for import.
///
/// @param file the file's path as it was offered
/// @param line the line's number from 1; 0 if the file as a whole is meant
/// @param says what is wrong, with the text found
public record CsvFault(String file, int line, String says) {

  /// `FILE:LINE: SAYS`.
  @Override
  public String toString() {
    return line == 0 ? file + ": " + says : file + ":" + line + ": " + says;
  }
}
