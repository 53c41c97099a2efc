package milodex.backtest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.Script;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.analytics.Holdings;
import milodex.analytics.ReturnStreams;
import milodex.data.HoldingReturns;
import milodex.ledger.Sha256;
import milodex.market.Symbol;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// What luck is tested on: returns, the market they were made in, and what was held.
class StreamsTest {

  private static final Offset<Double> EXACT = within(1e-9);

  /// Two symbols from a calm year; one rises by a tenth each session, the other stands still.
  private static final TinyMarket MARKET =
      TinyMarket.of("2024-03-04", "2024-03-08")
          .bars("AAA", "100/100 100/110 110/121 121/121 121/121")
          .bars("BBB", "50/50 50/50 50/50 50/50 50/50");

  @Test
  void theUniverseIsHeldInEqualPartsThatDrift() {
    ReturnStreams streams = run(new Script()).streams();

    assertThat(streams.net()).containsOnly(0.0);
    double[] universe = universe();
    assertThat(universe[1]).isEqualTo(0.05, within(0.01));
    double drifted = 110.0 / (110 + 100);
    assertThat(universe[2]).isEqualTo(0.1 * drifted, within(0.01));
    assertThat(universe[3]).isEqualTo(0, EXACT);
  }

  @Test
  void whatIsLeftBesideTheUniverseIsTheReturnLessTheAverageExposureOfIt() {
    RunResult run = run(new Script().buy("2024-03-04", "AAA", 0.5));
    ReturnStreams streams = run.streams();
    double exposure = Arrays.stream(run.curve().exposures()).average().orElseThrow();
    double[] universe = universe();

    assertThat(exposure).isPositive();
    for (int i = 0; i < streams.sessions(); i++) {
      assertThat(streams.beside()[i]).isEqualTo(streams.net()[i] - exposure * universe[i], EXACT);
    }
  }

  @Test
  void holdingsEarnFromOpenToOpenAndTheLastToItsClose() {
    int[] days =
        MARKET.sessions().subList(MARKET.begin(), MARKET.sessions().size()).stream()
            .mapToInt(session -> Math.toIntExact(session.date().toEpochDay()))
            .toArray();
    double[] returns = HoldingReturns.betweenOpens(MARKET.history(), Symbol.of("AAA"), days);

    assertThat(returns).containsExactly(new double[] {0, 0.1, 0.1, 0, 0}, EXACT);
    assertThat(HoldingReturns.betweenCloses(MARKET.history(), Symbol.of("AAA"), days)[1])
        .isEqualTo(0.1, EXACT);
  }

  @Test
  void weightsTimesReturnsAreWhatTheRunEarnedButForCosts() {
    RunResult run = run(new Script().buy("2024-03-04", "AAA", 0.5));
    Holdings holdings = HoldingsFold.of(run).orElseThrow();
    double[] net = run.streams().net();

    double held = 0;
    for (int i = 0; i < net.length; i++) {
      for (int k = 0; k < holdings.weights()[i].length; k++) {
        held += holdings.weights()[i][k] * holdings.returns()[i][k];
      }
    }
    assertThat(held).isPositive();
    assertThat(held).isEqualTo(Arrays.stream(net).sum(), within(0.01));
  }

  @Test
  void keptStreamsReadBackToTheLastBit() {
    Seeds.forEachSeed(
        50,
        seed -> {
          var random = Seeds.random(seed);
          int n = random.nextInt(20);
          int[] days = new int[n];
          double[] net = new double[n];
          double[] beside = new double[n];
          for (int i = 0; i < n; i++) {
            days[i] = 19_000 + i;
            net[i] = random.nextGaussian() * Math.pow(10, random.nextInt(-12, 3));
            beside[i] = random.nextGaussian();
          }
          StreamsText text = StreamsText.of(new ReturnStreams(days, net, beside));
          Shelf shelf = new Shelf();
          text.store(shelf);
          ReturnStreams read = read(shelf, text.hash()).orElseThrow();
          assertThat(read.session()).containsExactly(days);
          assertThat(read.net()).containsExactly(net);
          assertThat(read.beside()).containsExactly(beside);
        });
  }

  @Test
  void streamsThatAreNotWhatTheirNameSaysAreRefused() {
    StreamsText text =
        StreamsText.of(new ReturnStreams(new int[] {1}, new double[1], new double[1]));
    Shelf shelf = new Shelf();
    shelf.kept.put(text.hash(), "[1]\n[0.5]\n[0.0]\n".getBytes(US_ASCII));

    assertThatThrownBy(() -> read(shelf, text.hash()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("damaged");
    assertThat(read(shelf, Sha256.of("nothing"))).isEmpty();
  }

  private static Optional<ReturnStreams> read(Artifacts artifacts, String hash) {
    try {
      return StreamsText.read(artifacts, hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunResult run(Script rule) {
    return TinyRuns.run(TinyRuns.plan(MARKET, rule), MARKET);
  }

  private static double[] universe() {
    RunResult run = run(new Script());
    return UniverseReturns.of(run.ready(), run.curve());
  }

  private static final class Shelf implements Artifacts {
    private final Map<String, byte[]> kept = new TreeMap<>();

    @Override
    public String store(Body body) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        body.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String hash = Sha256.of(out.toString(US_ASCII));
      kept.put(hash, out.toByteArray());
      return hash;
    }

    @Override
    public Optional<InputStream> open(String hash) {
      return Optional.ofNullable(kept.get(hash)).map(ByteArrayInputStream::new);
    }
  }
}
