package milodex.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;

/// The SHA-256 that names the content of a series: same bars, same name, whoever delivered them.
///
/// @param hex 64 lower-case hexadecimal digits
public record BarFingerprint(String hex) {

  private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");
  private static final int CHUNK = 8192;

  /// @throws IllegalArgumentException if `hex` is not a SHA-256
  public BarFingerprint {
    if (!GRAMMAR.matcher(hex).matches()) {
      throw new IllegalArgumentException("'" + hex + "' is not a SHA-256 in lower-case hex");
    }
  }

  /// The fingerprint of a series.
  ///
  /// The bytes hashed: the line `milodex-bars-1 SYMBOL TIMEFRAME ADJUSTMENT COUNT` and a line feed
  /// in UTF-8, then every column whole, in the order day, openedAt, open, high, low, close, volume;
  /// each value as a 64-bit big-endian integer, prices and volumes by their IEEE 754 bits.
  public static BarFingerprint of(BarSeries series) {
    MessageDigest sha = sha256();
    String head =
        "milodex-bars-1 %s %s %s %d\n"
            .formatted(series.symbol(), series.timeframe(), series.adjustment(), series.size());
    sha.update(head.getBytes(StandardCharsets.UTF_8));
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);
    int[] day = series.day();
    hash(sha, buffer, day.length, i -> day[i]);
    long[] openedAt = series.openedAt();
    hash(sha, buffer, openedAt.length, i -> openedAt[i]);
    BarColumns columns = series.columns();
    hash(sha, buffer, columns.open());
    hash(sha, buffer, columns.high());
    hash(sha, buffer, columns.low());
    hash(sha, buffer, columns.close());
    hash(sha, buffer, columns.volume());
    return new BarFingerprint(HexFormat.of().formatHex(sha.digest()));
  }

  /// The fingerprint of the corporate actions beside a series, in the order given.
  ///
  /// The bytes hashed: one line per action in UTF-8, `EX_DATE KIND SYMBOL VALUE` and a line feed,
  /// values without trailing zeros.
  public static BarFingerprint ofActions(List<CorporateAction> actions) {
    MessageDigest sha = sha256();
    for (CorporateAction action : actions) {
      String line =
          "%s %s %s %s\n"
              .formatted(
                  action.exDate(),
                  ActionTerms.kind(action),
                  action.symbol(),
                  ActionTerms.value(action));
      sha.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return new BarFingerprint(HexFormat.of().formatHex(sha.digest()));
  }

  @Override
  public String toString() {
    return hex;
  }

  private static void hash(MessageDigest sha, ByteBuffer buffer, double[] column) {
    hash(sha, buffer, column.length, i -> Double.doubleToLongBits(column[i]));
  }

  private static void hash(MessageDigest sha, ByteBuffer buffer, int size, Column column) {
    for (int start = 0; start < size; start += CHUNK) {
      int end = Math.min(size, start + CHUNK);
      buffer.clear();
      for (int i = start; i < end; i++) {
        buffer.putLong(column.at(i));
      }
      sha.update(buffer.flip());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /// One column seen as whole numbers.
  private interface Column {
    long at(int index);
  }
}
