package milodex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import milodex.files.DiskReserve;
import milodex.ledger.Draft;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.market.ExchangeCalendar;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import milodex.trading.Clockwork;

/// What a paper runner keeps in memory as it goes on and on: `strategy run --all` over recorded
/// sessions in one process, whose clock is at the evening of the next session whenever it waits.
///
/// It stands in the package of the program to hand it that clock. The heap is measured between
/// turns, after a collection of all of it.
final class PaperSoak implements Clockwork {

  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalDate PROMOTED = LocalDate.of(2010, 1, 4);
  private static final double MIB = 1 << 20;

  private final Thread runner = Thread.currentThread();
  private final Path home;
  private final PrintStream told;
  private final int sessions;
  private final int every;
  private final double allowed;
  private final List<double[]> points = new ArrayList<>();
  private final long began = System.nanoTime();
  private LocalDate day = PROMOTED;
  private int done;
  private volatile Instant wall = evening(PROMOTED);

  private PaperSoak(Path directory, int sessions, int every, double allowed) throws IOException {
    this.home = directory.resolve("workspace");
    this.told =
        new PrintStream(
            Files.newOutputStream(directory.resolve("told.txt")), true, StandardCharsets.UTF_8);
    this.sessions = sessions;
    this.every = every;
    this.allowed = allowed;
  }

  /// Prints live heap, resident memory and ledger after every so many sessions, and the slope of
  /// the heap; ends with 1 if it is steeper than it may be.
  ///
  /// @param arguments an empty directory, how many sessions, after how many to measure, and how
  ///     many MiB the heap may grow in a thousand sessions
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    PaperSoak soak =
        new PaperSoak(
            directory,
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Double.parseDouble(arguments[3]));
    soak.prepare(directory);
    System.out.println("sessions   heap MiB   resident MiB   ledger MiB   seconds");
    soak.milodex("strategy", "run", "--all");
  }

  @Override
  public Instant wall() {
    return wall;
  }

  @Override
  public Duration running() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void rest(Duration longest) {
    if (Thread.currentThread() != runner) {
      LockSupport.parkNanos(longest.toNanos());
      return;
    }
    if (done > 0 && done % every == 0) {
      measure();
    }
    if (done == sessions) {
      end();
    }
    done++;
    day = after(day);
    wall = evening(day);
  }

  private void end() {
    double slope = slope();
    System.out.printf("%nThe live heap grows by %.3f MiB in 1,000 sessions.%n", slope);
    System.exit(slope > allowed ? 1 : 0);
  }

  private void prepare(Path directory) throws IOException {
    wall = evening(SampleMarket.LAST);
    milodex("init");
    loosen(home.resolve("configs/risk.yaml"));
    SampleCsv.write(SampleMarket.generate(1), directory.resolve("market"));
    milodex("data", "import", directory.resolve("market").toString(), "--source", "sample");
    wall = evening(PROMOTED);
    for (String id : daily()) {
      milodex("promotion", "freeze", id);
      promote(id);
    }
  }

  /// Lets no fall of the market halt it for the rest.
  private static void loosen(Path policy) throws IOException {
    String standard = Files.readString(policy);
    String loose =
        standard
            .replace("max_daily_loss_pct: 0.03", "max_daily_loss_pct: 0.5")
            .replace("max_drawdown_pct: 0.10", "max_drawdown_pct: 0.9");
    Files.writeString(policy, loose);
  }

  /// As many shipped strategies for the sample market as an account has shares for.
  private List<String> daily() throws IOException {
    try (var files = Files.list(home.resolve("configs/strategies"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .filter(id -> id.contains(".daily.") && id.contains(".sim_"))
          .filter(id -> !id.startsWith("null."))
          .sorted()
          .toList();
    }
  }

  /// As if it had passed the gate.
  private void promote(String id) {
    Workspace workspace = new Workspace(home);
    ManifestHash manifest = new Wiring(workspace).configs().load(id).manifest().hash();
    StagePromoted fact =
        new StagePromoted(
            StrategyId.parse(id),
            manifest,
            "backtest",
            "paper",
            "PASS",
            Optional.empty(),
            "It is soaked.",
            List.of("none"),
            Optional.empty());
    try (SqliteLedger ledger = SqliteLedger.open(workspace.ledger())) {
      ledger.append(wall, Draft.of("stage/" + id, fact));
    }
  }

  private void milodex(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--home", home.toString()));
    Environment environment =
        new Environment(
            Map.of(),
            home,
            this,
            InputStream.nullInputStream(),
            told,
            told,
            EnumSet.noneOf(Environment.Stream.class),
            DiskReserve::in);
    int exit = Main.run(environment, words.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException(words + " ended with " + exit + ", see told.txt");
    }
  }

  private void measure() {
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    points.add(new double[] {done, heap});
    System.out.printf(
        "%8d   %8.2f   %12.1f   %10.1f   %7.1f%n",
        done, heap, resident(), ledger(), (System.nanoTime() - began) / 1e9);
  }

  /// Of least squares, over what was measured after the first quarter.
  private double slope() {
    List<double[]> late = points.subList(points.size() / 4, points.size());
    double x = late.stream().mapToDouble(one -> one[0]).average().orElseThrow();
    double y = late.stream().mapToDouble(one -> one[1]).average().orElseThrow();
    double above = late.stream().mapToDouble(one -> (one[0] - x) * (one[1] - y)).sum();
    return 1_000 * above / late.stream().mapToDouble(one -> (one[0] - x) * (one[0] - x)).sum();
  }

  private double ledger() {
    try {
      return Files.size(new Workspace(home).ledger()) / MIB;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of the whole process; not a number where the system does not tell it.
  private static double resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException _) {
      return Double.NaN;
    }
  }

  private static LocalDate after(LocalDate day) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate next = day.plusDays(1);
    while (calendar.session(next).isEmpty()) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static Instant evening(LocalDate day) {
    return day.atTime(EVENING).atZone(ExchangeCalendar.nyse().zone()).toInstant();
  }
}
