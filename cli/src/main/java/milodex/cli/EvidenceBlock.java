package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.promotion.Luck;
import milodex.promotion.Overfitting;
import milodex.research.Candidacy;
import milodex.research.Discoveries;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// What luck has to do with a candidate: what decides, and what is shown beside it.
///
/// @param discoveries every candidate so far, this one among them
record EvidenceBlock(Candidacy evidence, List<Discoveries.Discovery> discoveries) {

  Block block() {
    return KeyValues.of()
        .with("Trials", trials())
        .with("After costs", luck(evidence.net()))
        .with("Beside universe", luck(evidence.universe()))
        .with(
            "Deflated Sharpe",
            Figures.withReason(
                figure("deflated_sharpe"),
                percent("deflated_sharpe") + " likely above what luck makes of the best"))
        .with(
            "Best by luck",
            Figures.withReason(
                figure("best_by_luck"),
                "Sharpe "
                    + Figures.plain(figure("best_by_luck"))
                    + " from the best of so many without skill"))
        .with(
            "Any trial at all",
            Figures.withReason(
                figure("spa_of_best"),
                "p " + p(figure("spa_of_best")) + " that none of them beats zero"))
        .with(
            "History needed",
            Figures.withReason(
                figure("min_backtest_years"),
                Figures.plain(figure("min_backtest_years"))
                    + " years, so that the best of so many without skill stays below it"))
        .with("Overfitting", overfitting(evidence.overfitting()))
        .with("Online", online());
  }

  Data data() {
    Data data =
        Data.of()
            .count("trials", evidence.tried().trials())
            .count("trials_without_streams", evidence.tried().withoutStreams())
            .figure("p_net", evidence.net().p())
            .figure("p_net_alone", evidence.net().alone())
            .figure("p_beside_universe", evidence.universe().p())
            .figure("p_beside_universe_alone", evidence.universe().alone());
    evidence.beside().forEach(data::figure);
    own()
        .ifPresent(
            one ->
                data.number("online_level", one.level())
                    .flag("online_discovery", one.isDiscovery()));
    return data;
  }

  static Data data(Overfitting found) {
    return Data.of()
        .count("trials", found.trials())
        .count("blocks", found.blocks())
        .count("splits", found.splits())
        .figure("pbo", found.pbo())
        .figure("median_logit", found.medianLogit());
  }

  private static String overfitting(Overfitting found) {
    return Figures.withReason(
        found.pbo(),
        "PBO %s over %,d splits of %d blocks, by %d trials of its family"
            .formatted(Figures.plain(found.pbo()), found.splits(), found.blocks(), found.trials()));
  }

  /// Where the candidate stands in the order of all that were ever judged.
  private String online() {
    int found = (int) discoveries.stream().filter(Discoveries.Discovery::isDiscovery).count();
    return own()
        .map(
            one ->
                "candidate %d, had to reach p %.5f (LORD++, 5 %% false discoveries); %d found so far"
                    .formatted(discoveries.indexOf(one) + 1, one.level(), found))
        .orElse("not judged before");
  }

  private Optional<Discoveries.Discovery> own() {
    return discoveries.stream()
        .filter(one -> one.manifest().equals(evidence.manifest()))
        .findFirst();
  }

  private Figure figure(String name) {
    return evidence.beside().getOrDefault(name, Figure.undefined("not computed"));
  }

  private String percent(String name) {
    return Figures.percent(figure(name));
  }

  private String trials() {
    int without = evidence.tried().withoutStreams();
    return FactLine.counted(evidence.tried().trials(), "trial", "trials")
        + " over these sessions"
        + (without == 0 ? "" : ", %d of them without returns to resample".formatted(without));
  }

  private static String luck(Luck luck) {
    return Figures.withReason(
        luck.p(), "p %s, were it the only trial %s".formatted(p(luck.p()), p(luck.alone())));
  }

  private static String p(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> "%.3f".formatted(value);
      case Figure.Undefined _ -> "undefined";
    };
  }
}
