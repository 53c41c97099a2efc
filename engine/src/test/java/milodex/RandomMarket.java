package milodex;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import milodex.market.Session;

/// Markets with everything in them that goes wrong: holes, gaps, splits, dividends, ends.
public final class RandomMarket {

  private static final List<String> RATIOS = List.of("2", "1.5", "0.1", "3", "0.3333333333333333");

  private RandomMarket() {}

  /// Six symbols over half a year.
  public static TinyMarket of(RandomGenerator random) {
    TinyMarket market = TinyMarket.of("2023-01-03", "2023-06-30");
    List<Session> sessions = market.sessions().subList(market.begin(), market.sessions().size());
    for (String symbol : List.of("AA", "BB", "CC", "DD", "EE", "FF")) {
      tell(market, symbol, sessions, random);
    }
    return market;
  }

  private static void tell(
      TinyMarket market, String symbol, List<Session> sessions, RandomGenerator random) {
    StringBuilder words = new StringBuilder();
    double price = random.nextDouble(5, 300);
    boolean ends = random.nextInt(3) == 0;
    int last = ends ? random.nextInt(40, sessions.size()) : sessions.size();
    for (int i = 0; i < last; i++) {
      String date = sessions.get(i).date().toString();
      if (i > 0 && random.nextInt(60) == 0) {
        String ratio = RATIOS.get(random.nextInt(RATIOS.size()));
        market.split(symbol, date, ratio);
        price /= Double.parseDouble(ratio);
      }
      if (random.nextInt(40) == 0) {
        market.dividend(symbol, date, word(price / 50));
      }
      double open = price * (1 + random.nextGaussian() * 0.02);
      double close = open * (1 + random.nextGaussian() * 0.02);
      boolean hole = i > 0 && i < last - 1 && random.nextInt(50) == 0;
      words.append(hole ? "-" : word(open) + "/" + word(close)).append(' ');
      price = hole ? price : close;
    }
    market.bars(symbol, words.toString());
    if (ends && random.nextBoolean()) {
      String cash = random.nextBoolean() ? "0" : word(price);
      market.delisting(symbol, sessions.get(last - 1).date().toString(), cash);
    }
  }

  private static String word(double price) {
    return String.format(Locale.ROOT, "%.4f", Math.max(price, 0.01));
  }
}
