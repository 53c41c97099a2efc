package milodex.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import java.util.Arrays;

/// Indicators of the TA-Lib library, for every bar of a series.
final class TaLib {

  static final Core CORE = new Core();

  private TaLib() {}

  /// A call of the library that fills `out` from the bar on that it names as the first.
  interface Call {
    void fill(int last, MInteger first, MInteger count, double[] out);
  }

  /// What it computes for each of `bars` bars; `NaN` where it has nothing yet.
  static double[] of(int bars, Call call) {
    double[] out = new double[bars];
    MInteger first = new MInteger();
    MInteger count = new MInteger();
    call.fill(bars - 1, first, count, out);
    double[] values = new double[bars];
    Arrays.fill(values, Double.NaN);
    System.arraycopy(out, 0, values, first.value, count.value);
    return values;
  }
}
