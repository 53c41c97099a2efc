package milodex.research;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import milodex.analytics.ReturnStreams;
import milodex.backtest.Artifacts;
import milodex.backtest.Runs;
import milodex.ledger.RunId;
import milodex.promotion.Alignment;
import milodex.promotion.Policy;
import milodex.statistics.BlockLength;
import milodex.statistics.Figure;
import milodex.statistics.MeanDeviations;
import milodex.statistics.Resamples;
import milodex.statistics.Scale;
import milodex.statistics.StepM;
import milodex.statistics.SuperiorAbility;

/// What a screen as a whole can say, with the chance of even one false name held to 5 %.
///
/// The stepwise test of Romano and Wolf (2005) and the test of the best of Hansen (2005), both
/// studentised, over the sessions of all screened strategies; a session that a trial did not look
/// at is a flat day of it. Every trial that overlaps a screened one takes part, screened or not.
/// The resampled block is the longest of the automatic ones of the screened strategies.
///
/// @param tested how many trials took part
/// @param withoutStreams how many trials over these sessions have no returns to resample, and so
///     did not; the p of each row counts them
/// @param net the places of the screen, from 0, that the stepwise test rejects after costs
/// @param universe the same beside the universe
/// @param bestNet p that no trial at all has returns above zero after costs
/// @param bestUniverse the same beside the universe
public record FamilyWise(
    int tested,
    int withoutStreams,
    Set<Integer> net,
    Set<Integer> universe,
    Figure bestNet,
    Figure bestUniverse) {

  /// The chance of even one false name.
  public static final double LEVEL = 0.05;

  public FamilyWise {
    net = Set.copyOf(net);
    universe = Set.copyOf(universe);
  }

  /// The places of the screen, ascending, that are rejected on both series.
  public List<Integer> rejected() {
    return net.stream().filter(universe::contains).sorted().toList();
  }

  static FamilyWise of(List<Screen.Row> ranked, Trials trials, Artifacts artifacts, Policy policy) {
    if (ranked.isEmpty()) {
      Figure none = Figure.undefined("no strategy ran");
      return new FamilyWise(0, 0, Set.of(), Set.of(), none, none);
    }
    List<ReturnStreams> all = new ArrayList<>(ranked.stream().map(FamilyWise::streams).toList());
    int[] sessions = sessions(all);
    int without = 0;
    for (Runs.Run other : others(ranked, trials)) {
      var streams = TrialStreams.read(other, artifacts);
      streams.ifPresent(all::add);
      without += streams.isPresent() ? 0 : 1;
    }
    long seed = Candidacy.seed(ranked.getFirst().candidate().run());
    Tested net = test(ranked.size(), all, sessions, ReturnStreams::net, policy.draws(), seed);
    Tested beside = test(ranked.size(), all, sessions, ReturnStreams::beside, policy.draws(), seed);
    return new FamilyWise(
        all.size(), without, net.rejected(), beside.rejected(), net.best(), beside.best());
  }

  private record Tested(Set<Integer> rejected, Figure best) {}

  private static Tested test(
      int screened,
      List<ReturnStreams> all,
      int[] sessions,
      Function<ReturnStreams, double[]> series,
      int draws,
      long seed) {
    double[][] columns =
        all.stream()
            .map(one -> Alignment.along(sessions, one.session(), series.apply(one)))
            .toArray(double[][]::new);
    double[] blocks =
        Figure.known(
            IntStream.range(0, screened).mapToObj(k -> BlockLength.stationary(columns[k])));
    if (blocks.length == 0) {
      return new Tested(Set.of(), Figure.undefined("no strategy varies enough to be resampled"));
    }
    double block = Arrays.stream(blocks).max().orElse(1);
    MeanDeviations resampled =
        MeanDeviations.of(Resamples.stationary(sessions.length, draws, block, seed), columns);
    Set<Integer> rejected =
        new TreeSet<>(StepM.of(resampled, Scale.STUDENTISED).rejections(LEVEL).rejected());
    rejected.removeIf(column -> column >= screened);
    return new Tested(rejected, SuperiorAbility.of(resampled).studentised().consistent());
  }

  /// Every other trial that overlaps a screened one, each once, in the order of trials.
  private static List<Runs.Run> others(List<Screen.Row> ranked, Trials trials) {
    List<RunId> screened = ranked.stream().map(row -> row.candidate().run().id()).toList();
    return ranked.stream()
        .flatMap(row -> trials.beside(row.candidate().run()).stream())
        .filter(run -> !screened.contains(run.id()))
        .distinct()
        .sorted(Comparator.comparingInt(Runs.Run::trial))
        .toList();
  }

  private static int[] sessions(List<ReturnStreams> all) {
    return all.stream()
        .flatMapToInt(one -> IntStream.of(one.session()))
        .distinct()
        .sorted()
        .toArray();
  }

  private static ReturnStreams streams(Screen.Row row) {
    return row.candidate().record().streams();
  }
}
