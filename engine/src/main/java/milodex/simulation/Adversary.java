package milodex.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.trading.Moment;

/// Lets faults happen, by a seed, and remembers which.
///
/// Each session draws from a stream of its own, so that leaving faults out of some sessions changes
/// nothing about those of the others until their consequences meet.
final class Adversary {

  private static final RandomGeneratorFactory<RandomGenerator> STREAMS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final long seed;
  private final LocalDate from;
  private final LocalDate to;
  private final List<Struck> struck = new ArrayList<>();
  private RandomGenerator stream;
  private LocalDate session = LocalDate.MIN;
  private String moment = "";

  /// @param from first session in which anything goes wrong; `to` is the last
  Adversary(long seed, LocalDate from, LocalDate to) {
    this.seed = seed;
    this.from = from;
    this.to = to;
    this.stream = STREAMS.create(seed);
  }

  /// It is this moment now.
  void at(Moment now) {
    if (!now.session().date().equals(session)) {
      session = now.session().date();
      stream = STREAMS.create(seed * 1_000_003 + session.toEpochDay());
    }
    moment = now.name();
  }

  /// Whether nothing goes wrong now.
  boolean isResting() {
    return session.isBefore(from) || session.isAfter(to);
  }

  /// Whether `fault` happens now; it is remembered if it does.
  boolean strikes(Fault fault, String detail) {
    boolean drawn = stream.nextDouble() < fault.chance();
    if (!drawn || isResting()) {
      return false;
    }
    struck.add(new Struck(session, moment, fault, detail));
    return true;
  }

  /// A whole number in `[from, below)`.
  int draw(int from, int below) {
    return stream.nextInt(from, below);
  }

  /// What happened so far.
  List<Struck> struck() {
    return List.copyOf(struck);
  }
}
