package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.Vintage;
import milodex.data.DataUnavailableException;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.RunId;
import milodex.ledger.Semantics;
import milodex.ledger.Sha256;
import milodex.market.NewYork;
import milodex.promotion.Candidate;
import milodex.promotion.Evidence;
import milodex.promotion.EvidenceVintage;
import milodex.promotion.LifecycleProof;
import milodex.promotion.LifecycleProof.Veto;
import milodex.promotion.Manifest;
import milodex.promotion.Policy;
import milodex.promotion.PromotionLog;
import milodex.risk.RiskPolicy;
import milodex.risk.SelfProofLog;
import milodex.yaml.Configuration;

/// Gathers what is known of a strategy that is to be promoted: files, ledger, artifacts, bars.
///
/// @param run the run its evidence has to rest on; empty: any
record Candidates(Wiring wiring, Configuration configuration, Optional<String> run) {

  private static final String NOT_STORED = "not stored as it was read";

  /// What `ledger` and its log say of it now.
  Candidate of(Ledger ledger, PromotionLog log) {
    Runs runs = new Runs(ledger, wiring.artifacts());
    Optional<Manifest> frozen = new Freezing(ledger).newest(configuration.strategy().id());
    Optional<RunId> asked = run.map(prefix -> RunFinder.find(runs, prefix).id());
    return new Candidate(
        configuration.strategy().id(),
        configuration.manifest(),
        frozen,
        configuration.strategy().hypothesis(),
        frozen
            .flatMap(one -> log.evidence(one.strategy(), one.hash(), asked))
            .map(judged -> new Evidence(judged, kept(judged), now(judged, runs))),
        configuration.strategy().template().isLifecycleProof()
            ? Optional.of(lifecycle(ledger, runs))
            : Optional.empty());
  }

  /// What the package says it rests on; empty if it is gone, damaged or says nothing of it.
  private Optional<EvidenceVintage> kept(EvidenceJudged judged) {
    try (InputStream in =
        wiring.artifacts().open(judged.evidence()).orElseGet(InputStream::nullInputStream)) {
      byte[] bytes = in.readAllBytes();
      return Sha256.of(bytes).equals(judged.evidence())
              && CanonicalJson.parse(new String(bytes, UTF_8)) instanceof Map<?, ?> tree
              && tree.get(EvidenceVintage.KEY) instanceof Map<?, ?> vintage
          ? EvidenceVintage.read(vintage)
          : Optional.empty();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private EvidenceVintage now(EvidenceJudged judged, Runs runs) {
    return new EvidenceVintage(
        judged.manifest(),
        Policy.CURRENT.version(),
        Semantics.VERSION,
        EvidenceVintage.costs(Plans.costs(configuration)),
        bars(judged, runs));
  }

  private String bars(EvidenceJudged judged, Runs runs) {
    Vintage vintage = new Vintage(wiring.bars());
    try {
      return runs.find(judged.run().hash()).stream()
          .findFirst()
          .flatMap(
              found ->
                  found
                      .completed()
                      .map(done -> RunSummary.parse(done.summary()))
                      .flatMap(summary -> vintage.stored(found.registration(), summary)))
          .map(
              hashes -> {
                Map<String, String> byTicker = new TreeMap<>();
                hashes.forEach((symbol, hash) -> byTicker.put(symbol.ticker(), hash));
                return EvidenceVintage.bars(byTicker);
              })
          .orElse(NOT_STORED);
    } catch (DataUnavailableException e) {
      return NOT_STORED;
    }
  }

  private LifecycleProof lifecycle(Ledger ledger, Runs runs) {
    Optional<Runs.Run> proved =
        runs.all().stream()
            .filter(one -> one.completed().isPresent() && RunMatch.isOf(configuration, one))
            .filter(one -> isProved(RunSummary.parse(one.completed().orElseThrow().summary())))
            .reduce((one, other) -> one.registered() > other.registered() ? one : other);
    Optional<LocalDate> day = proved.map(RunMatch::day);
    boolean explained =
        proved
            .filter(one -> Explained.holds(RunRecord.of(one, wiring.artifacts()).ledger()))
            .isPresent();
    return new LifecycleProof(day, day.filter(_ -> explained), veto(ledger));
  }

  private Optional<Veto> veto(Ledger ledger) {
    RiskPolicy policy = configuration.policy();
    return new SelfProofLog(ledger)
        .newest(policy)
        .map(proof -> new Veto(LocalDate.parse(NewYork.day(proof.at())), proof.doubt(policy)));
  }

  private static boolean isProved(RunSummary summary) {
    return summary.isFullyProved() && !summary.isInvalid();
  }
}
