package milodex.analytics;

import java.util.Arrays;

/// How long a trade was held, in groups of sessions: a day, a week, two, a month, a quarter.
public enum HoldLength {
  A_DAY(0, 1),
  A_WEEK(2, 5),
  TWO_WEEKS(6, 10),
  A_MONTH(11, 21),
  A_QUARTER(22, 63),
  LONGER(64, Integer.MAX_VALUE);

  private final int least;
  private final int most;

  HoldLength(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /// The group of a trade held for so many sessions; bought and sold in one session is 0.
  ///
  /// @throws IllegalArgumentException if `sessions` is negative
  public static HoldLength of(int sessions) {
    return Arrays.stream(values())
        .filter(group -> group.least <= sessions && sessions <= group.most)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a trade is held for 0 sessions or more: " + sessions));
  }

  /// `2 to 5 sessions`.
  public String says() {
    return this == LONGER ? least + " sessions or more" : least + " to " + most + " sessions";
  }
}
