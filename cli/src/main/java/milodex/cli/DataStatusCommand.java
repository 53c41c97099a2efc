package milodex.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milodex.data.BarStore;
import milodex.data.DataGrade;
import milodex.data.QualityFinding;
import milodex.data.QualityScan;
import milodex.data.SessionDays;
import milodex.data.Settlement;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Timeframe;
import milodex.terminal.Block;

/// Looks every stored series over, as a backtest would before it runs.
final class DataStatusCommand implements Action {

  private int shown = 20;

  @Override
  public String name() {
    return "status";
  }

  @Override
  public Usage usage() {
    return Usage.of("List every stored series with its range, its grade and what the scan found.")
        .option(
            "--findings",
            "N",
            Integer.class,
            "How many findings to show, the gravest first; default: 20.",
            it -> shown = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    BarStore store = new Wiring(invocation.workspace()).bars();
    LocalDate settled = Settlement.newestFinal(invocation.environment().clock().instant());
    QualityScan scan = scan(settled);
    List<Looked> all = store.series().stream().map(stored -> look(stored, store, scan)).toList();
    if (all.isEmpty()) {
      Reply reply = Reply.of().say("No bars are stored in this workspace yet.");
      reply.data().objects("series", List.of());
      return reply.block(
          Block.paragraph(
              "Import some with `milodex data import PATH`, or fetch some with `milodex data fetch SYMBOL`."));
    }
    return reply(all, settled);
  }

  /// One series and what was found in it.
  record Looked(StoredSeries stored, List<QualityFinding> findings, int actions) {

    DataGrade grade() {
      return DataGrade.of(findings, stored.adjustment() == Adjustment.SPLIT_ADJUSTED);
    }
  }

  /// A finding and the series it is about.
  record Found(StoredSeries stored, QualityFinding finding) {}

  private static Looked look(StoredSeries stored, BarStore store, QualityScan scan) {
    List<CorporateAction> actions = store.actions(stored.symbol());
    return store
        .load(stored.symbol(), stored.timeframe(), stored.adjustment())
        .map(bars -> new Looked(stored, scan.scan(bars, actions), actions.size()))
        .orElseThrow();
  }

  private Reply reply(List<Looked> all, LocalDate settled) {
    List<Found> findings =
        all.stream()
            .flatMap(one -> one.findings().stream().map(found -> new Found(one.stored(), found)))
            .sorted(Comparator.comparing(found -> found.finding().code()))
            .toList();
    LocalDate newest =
        all.stream().map(one -> one.stored().last()).max(LocalDate::compareTo).orElseThrow();
    Reply reply = Reply.of().dataFreshness(newest.toString()).block(StatusTable.series(all));
    if (!findings.isEmpty() && shown > 0) {
      reply.block(StatusTable.findings(findings, shown));
    }
    List<String> blocked = new ArrayList<>();
    for (Looked one : all) {
      if (one.grade() == DataGrade.BLOCKED) {
        blocked.add(one.stored().symbol() + " " + one.stored().timeframe());
      }
    }
    if (!blocked.isEmpty()) {
      reply.warn(
          "data_blocked", "nothing may run on these bars: " + String.join(", ", blocked) + ".");
    }
    List<String> provisional = provisional(all, settled);
    if (!provisional.isEmpty()) {
      reply.warn(
          "bars_provisional",
          "no run sees the daily bars after %s: %s."
              .formatted(settled, String.join(", ", provisional)));
    }
    reply.data().text("newest_final", settled.toString());
    reply.data().objects("series", all.stream().map(StatusTable::data).toList());
    return reply.say(
        "%d series, the newest bar of %s; %d findings. Daily bars are final up to %s, %d minutes after the close."
            .formatted(all.size(), newest, findings.size(), settled, Settlement.LAG.toMinutes()));
  }

  /// The daily series with bars that no run may take for final.
  private static List<String> provisional(List<Looked> all, LocalDate settled) {
    return all.stream()
        .map(Looked::stored)
        .filter(one -> one.timeframe() == Timeframe.DAY_1 && one.last().isAfter(settled))
        .map(one -> one.symbol() + " " + one.adjustment())
        .toList();
  }

  /// A scan against the newest session whose daily bar is final.
  private static QualityScan scan(LocalDate settled) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    return new QualityScan(
        SessionDays.of(calendar.sessions(calendar.firstCovered(), settled)), settled, 0);
  }
}
