package milodex.research;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.backtest.Artifacts;
import milodex.backtest.RunSummary;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.statistics.Figure;
import milodex.statistics.OnlineFdr;

/// The candidates in the order they first came before the gate, with the share of false ones among
/// those called discoveries held to a level: LORD++ (Ramdas, Yang, Wainwright and Jordan, 2017).
///
/// It decides nothing; it is shown beside the gate, for an operator who asks often.
public final class Discoveries {

  /// The share of false discoveries that is allowed.
  public static final double ALPHA = 0.05;

  private Discoveries() {}

  /// One candidate.
  ///
  /// @param p the larger p of its two streams when it was first judged; 1 if it is not known
  /// @param level what it had to reach at its place in the order
  public record Discovery(ManifestHash manifest, double p, double level, boolean isDiscovery) {}

  /// All candidates, in order.
  public static List<Discovery> of(Judged judged, Artifacts artifacts) {
    Map<ManifestHash, EvidenceJudged> first = new LinkedHashMap<>();
    judged.all().forEach(one -> first.putIfAbsent(one.judged().manifest(), one.judged()));
    double[] p = first.values().stream().mapToDouble(one -> p(one, artifacts)).toArray();
    List<OnlineFdr.Decision> decisions = OnlineFdr.at(ALPHA).decide(p);
    List<Discovery> discoveries = new ArrayList<>();
    int at = 0;
    for (ManifestHash manifest : first.keySet()) {
      OnlineFdr.Decision decision = decisions.get(at);
      discoveries.add(new Discovery(manifest, p[at], decision.level(), decision.rejected()));
      at++;
    }
    return discoveries;
  }

  private static double p(EvidenceJudged judged, Artifacts artifacts) {
    return read(artifacts, judged.evidence())
        .map(contents -> Math.max(p(contents, "net"), p(contents, "beside_universe")))
        .orElse(1.0);
  }

  private static double p(RunSummary contents, String stream) {
    return switch (contents.figure("luck", stream, "p")) {
      case Figure.Known(double value) -> value;
      case Figure.Undefined _ -> 1;
    };
  }

  private static Optional<RunSummary> read(Artifacts artifacts, String hash) {
    Optional<InputStream> found = artifacts.open(hash);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(RunSummary.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the evidence " + hash, e);
    }
  }
}
