package milodex.research;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.SharpeEvidence;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.statistics.DeflatedSharpe;
import milodex.statistics.Figure;
import milodex.statistics.Moments;
import milodex.statistics.TrialSharpes;

/// The Sharpe ratio of a run after all trials over its sessions are counted.
///
/// N is every trial of the multiplicity set, a killed or failed one too; trials that are alike
/// count in full.
///
/// @param trials N
/// @param known how many of them have a Sharpe ratio, whose scatter gives V
/// @param deflated with V of those trials, and at least the squared error of this one
/// @param bestByLuck annual ratio that the best of N trials without skill would show
public record Deflation(int trials, int known, DeflatedSharpe deflated, Figure bestByLuck) {

  /// The deflation of `run`, whose summary has evidence.
  ///
  /// @param beside its multiplicity set, itself included
  /// @throws IllegalArgumentException if its summary has none
  public static Deflation of(Runs.Run run, List<Runs.Run> beside) {
    RunSummary evidence = summary(run).getFirst().at("evidence");
    List<Figure> sharpes = new ArrayList<>();
    for (Runs.Run trial : beside) {
      for (RunSummary summary : summary(trial)) {
        summary.find("evidence").ifPresent(one -> sharpes.add(one.figure("sharpe")));
      }
    }
    DeflatedSharpe deflated =
        DeflatedSharpe.withError(
            moments(evidence),
            evidence.figure("standard_error"),
            beside.size(),
            scatter(new TrialSharpes(sharpes).variance(), evidence.figure("standard_error")));
    return new Deflation(
        beside.size(),
        Figure.known(sharpes.stream()).length,
        deflated,
        deflated.benchmark().map(SharpeEvidence::annual));
  }

  /// Trials that are nearly the same scatter little, and would make a large number of them look
  /// harmless; without skill, each is off by its own error at least.
  private static Figure scatter(Figure variance, Figure error) {
    return switch (error) {
      case Figure.Known(double one) ->
          switch (variance) {
            case Figure.Known(double across) -> Figure.of(Math.max(across, one * one));
            case Figure.Undefined _ -> Figure.of(one * one);
          };
      case Figure.Undefined none -> none;
    };
  }

  private static List<RunSummary> summary(Runs.Run run) {
    return run.summary().filter(summary -> !summary.isInvalid()).stream().toList();
  }

  private static Moments moments(RunSummary evidence) {
    int sessions = evidence.whole("sessions");
    return switch (evidence.figure("sharpe")) {
      case Figure.Known(double sharpe) ->
          switch (evidence.figure("skew")) {
            case Figure.Known(double skew) ->
                switch (evidence.figure("kurtosis")) {
                  case Figure.Known(double kurtosis) ->
                      Moments.standardised(sessions, sharpe, skew, kurtosis);
                  case Figure.Undefined none -> unknown(sessions, none);
                };
            case Figure.Undefined none -> unknown(sessions, none);
          };
      case Figure.Undefined none -> unknown(sessions, none);
    };
  }

  private static Moments unknown(int sessions, Figure why) {
    return new Moments(sessions, why, why, why, why);
  }
}
