package milodex.terminal;

/// What a colour means; a screen without colour shows the plain text.
public enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  FAIR("33"),
  BAD("31"),
  BACKTEST("36"),
  PAPER("33"),
  LIVE("31"),
  ALARM("1;97;41");

  private static final double TARGET_SHARPE = 0.5;
  private static final double NOTABLE_DRAWDOWN = 0.075;
  private static final double TOLERATED_DRAWDOWN = 0.15;

  private final String codes;

  Style(String codes) {
    this.codes = codes;
  }

  /// Green from 0.5 on, yellow from 0 on, red below.
  public static Style ofSharpe(double sharpe) {
    if (Double.isNaN(sharpe)) {
      return FAINT;
    }
    return sharpe >= TARGET_SHARPE ? GOOD : sharpe >= 0 ? FAIR : BAD;
  }

  /// Green up to a loss of 7.5 %, yellow up to 15 %, red beyond.
  ///
  /// @param drawdown fraction lost from the peak; its sign does not matter
  public static Style ofDrawdown(double drawdown) {
    double loss = Math.abs(drawdown);
    if (Double.isNaN(loss)) {
      return FAINT;
    }
    return loss <= NOTABLE_DRAWDOWN ? GOOD : loss <= TOLERATED_DRAWDOWN ? FAIR : BAD;
  }

  /// The colour of exposure: backtest cyan, paper yellow, anything live red, the rest faint.
  public static Style ofStage(String stage) {
    return switch (stage) {
      case "backtest" -> BACKTEST;
      case "paper" -> PAPER;
      case "micro_live", "live" -> LIVE;
      default -> FAINT;
    };
  }

  /// Green for passed, red for breached.
  public static Style ofPass(boolean passed) {
    return passed ? GOOD : BAD;
  }

  String paint(String text, Screen screen) {
    if (!screen.colour() || this == PLAIN || text.isEmpty()) {
      return text;
    }
    return "\u001b[" + codes + "m" + text + "\u001b[0m";
  }
}
