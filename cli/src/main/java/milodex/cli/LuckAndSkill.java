package milodex.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.promotion.Grade;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// A scene of the demo: the best of a hundred variants on noise, and a planted edge, at the gate.
///
/// Every sentence follows from what the commands answered; with another seed it may say otherwise.
///
/// @param demo the workspace of the tour
record LuckAndSkill(Tour tour, Path demo) {

  /// The lines of the gate that tell luck from skill.
  private static final List<String> SHOWN =
      List.of(
          "closed trades",
          "Sharpe",
          "max drawdown",
          "cost break-even",
          "trades by chance",
          "entries by chance",
          "luck",
          "skill",
          "overfitting");

  /// A cell that has a ratio.
  private record Variant(Map<String, String> values, NaiveGate naive) {}

  /// Runs the scene on the study of this seed.
  void show(long seed) throws Exception {
    prepare(seed);
    tour.title(
        "Luck and skill. SIM-NOISE has no drift and no memory: what a rule earns there is luck.");
    Reply swept = tour.step("research", "sweep", demo.resolve(StudyFiles.GRID).toString());
    Optional<Variant> best = best(swept);
    if (best.isPresent()) {
      noise(best.orElseThrow());
    } else {
      tour.title("No variant has a Sharpe ratio, so there is no best one to ask about.");
    }
    edge();
  }

  private void prepare(long seed) throws Exception {
    Path offered = demo.resolve("data/study");
    SampleCsv.write(SampleMarket.study(seed), offered);
    tour.quietly("data", "import", offered.toString(), "--source", "sample");
    new StudyFiles(demo).write();
  }

  private void noise(Variant best) throws Exception {
    tour.title(best.naive().says());
    new StudyFiles(demo).noise(best.values());
    tour.title("Its values are now in its file; here is the gate of Milodex:");
    Reply answer = check(StudyFiles.NOISE);
    boolean refused = grade(answer).compareTo(Grade.CONDITIONAL) < 0;
    tour.title(refused ? refusal(answer, best) : accident(answer));
    tour.data()
        .object(
            "noise", verdict(answer).object("naive", best.naive().data()).flag("refused", refused));
  }

  private void edge() throws Exception {
    tour.title(
        "The same rule on SIM-EDGE, with the values it began with. Each session there takes back a"
            + " part of the one before: an edge that was planted, strong enough to be seen.");
    Reply answer = check(StudyFiles.EDGE);
    boolean accepted = grade(answer).compareTo(Grade.CONDITIONAL) >= 0;
    tour.title(
        accepted
            ? "Accepted before the holdout, among %s trials: %s."
                .formatted(trials(answer), grade(answer))
            : "Refused although the edge is there; with this seed it does not show: "
                + String.join("; ", reasons(answer)));
    tour.data().object("edge", verdict(answer).flag("accepted", accepted));
  }

  /// Freezes a strategy and asks the gate, whose table is shown shortened.
  private Reply check(String strategy) throws Exception {
    tour.step("promotion", "freeze", strategy);
    Reply answer = tour.shortened("promotion", "check", strategy);
    List<Data> lines = fields(answer.data(), "requirements");
    tour.show(
        KeyValues.of()
            .with("Grade", Cell.of(answer.summary(), GateTable.style(grade(answer))))
            .with("Because", String.join("; ", reasons(answer)))
            .with("Trials", trials(answer) + " over these sessions"));
    tour.show(
        Block.section(
            "The gate, %d of its %d lines".formatted(SHOWN.size(), lines.size()), table(lines)));
    return answer;
  }

  private static Table table(List<Data> lines) {
    Table table =
        Table.of(
            Column.text("Requirement"),
            Column.text("Answer"),
            Column.wrapping("Required"),
            Column.wrapping("Actual"));
    lines.stream()
        .filter(line -> SHOWN.contains(text(line, "title")))
        .forEach(
            line ->
                table.row(
                    text(line, "title"),
                    text(line, "answer"),
                    text(line, "required"),
                    text(line, "actual")));
    return table;
  }

  private static String refusal(Reply answer, Variant best) {
    return "Refused%s, as one of %s trials: %s."
        .formatted(
            best.naive().promotes() ? ", where the other gate promotes" : "",
            trials(answer),
            String.join("; ", reasons(answer)));
  }

  private static String accident(Reply answer) {
    return "Not refused, and yet it is noise: the gate lets luck through as often as its p says."
        + " The answer is %s; the sealed holdout is there for this.".formatted(grade(answer));
  }

  private static Data verdict(Reply answer) {
    return Data.of().text("grade", grade(answer).name()).texts("reasons", reasons(answer));
  }

  private static Optional<Variant> best(Reply swept) {
    return fields(swept.data(), "listed").stream()
        .flatMap(cell -> variant(cell).stream())
        .max(Comparator.comparingDouble(variant -> variant.naive().sharpe()));
  }

  private static Optional<Variant> variant(Data cell) {
    return number(cell, "sharpe")
        .flatMap(
            sharpe ->
                number(cell, "drawdown")
                    .flatMap(
                        fall ->
                            number(cell, "trades")
                                .map(n -> new NaiveGate(sharpe, fall, n.longValue()))))
        .map(naive -> new Variant(values(cell), naive));
  }

  private static Map<String, String> values(Data cell) {
    return cell.values().get("values") instanceof Value.Fields(Data values)
        ? values.values().keySet().stream()
            .collect(Collectors.toMap(name -> name, name -> text(values, name)))
        : Map.of();
  }

  private static Grade grade(Reply answer) {
    return text(answer.data(), "grade").isEmpty()
        ? Grade.INVALID
        : Grade.valueOf(text(answer.data(), "grade"));
  }

  private static String trials(Reply answer) {
    return answer.data().values().get("luck") instanceof Value.Fields(Data luck)
        ? number(luck, "trials").map(n -> "%.0f".formatted(n)).orElse("no")
        : "no";
  }

  private static List<String> reasons(Reply answer) {
    return answer.data().values().get("reasons") instanceof Value.Items(List<Value> items)
        ? items.stream()
            .filter(Value.Text.class::isInstance)
            .map(item -> ((Value.Text) item).text())
            .toList()
        : List.of();
  }

  private static List<Data> fields(Data data, String name) {
    return data.values().get(name) instanceof Value.Items(List<Value> items)
        ? items.stream()
            .filter(Value.Fields.class::isInstance)
            .map(item -> ((Value.Fields) item).data())
            .toList()
        : List.of();
  }

  private static String text(Data data, String name) {
    return data.values().get(name) instanceof Value.Text(String text) ? text : "";
  }

  private static Optional<Double> number(Data data, String name) {
    Value value = data.values().get(name);
    if (value instanceof Value.Real(double real)) {
      return Optional.of(real);
    }
    return value instanceof Value.Whole(long whole)
        ? Optional.of((double) whole)
        : Optional.empty();
  }
}
