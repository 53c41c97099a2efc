package milodex.promotion;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import milodex.statistics.Figure;

/// One line of a gate: what is required, what is there, and whether that is enough.
///
/// @param title its name in the policy, for example `deflated Sharpe`; one of a kind in a gate
/// @param required what the policy asks for, as text: `≥ 0.95`
/// @param actual what was found, as text: `0.71`, or why there is nothing
public record Requirement(Kind kind, String title, Status status, String required, String actual) {

  /// How much a requirement weighs when it does not pass.
  public enum Kind {
    /// Without it every number is worthless: no lookahead, trial registered.
    INTEGRITY,
    /// Without it nothing can be told: history, track record, trades.
    SUFFICIENCY,
    /// Evidence that decides.
    MANDATORY,
    /// Evidence that only warns.
    ADVISORY
  }

  /// Whether a requirement is met.
  public sealed interface Status {

    record Pass() implements Status {}

    record Fail() implements Status {}

    /// Not measured, or not knowable: never a pass.
    record Missing() implements Status {}

    /// It cannot be asked of this strategy, and another requirement stands in for it.
    ///
    /// @param substitute the title of that requirement, which has to pass
    record NotApplicable(String substitute) implements Status {}
  }

  /// @throws IllegalArgumentException if the title is blank
  public Requirement {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title is not blank");
    }
  }

  /// A requirement that holds or does not.
  public static Requirement of(
      Kind kind, String title, boolean holds, String required, String actual) {
    return new Requirement(
        kind, title, holds ? new Status.Pass() : new Status.Fail(), required, actual);
  }

  /// A requirement of a figure; one that is undefined is missing.
  ///
  /// @param text writes the figure
  public static Requirement of(
      Kind kind,
      String title,
      Figure figure,
      String required,
      DoublePredicate holds,
      DoubleFunction<String> text) {
    return switch (figure) {
      case Figure.Known(double value) ->
          of(kind, title, holds.test(value), required, text.apply(value));
      case Figure.Undefined(String why) ->
          new Requirement(kind, title, new Status.Missing(), required, "undefined: " + why);
    };
  }

  /// The best grade that this requirement allows among `all` of its gate.
  ///
  /// Integrity and sufficiency must pass themselves. Other evidence that is not applicable counts
  /// as a pass if its substitute passes and is not merely advisory where this is mandatory;
  /// otherwise it counts as missing.
  public Grade allows(List<Requirement> all) {
    boolean met = isMet(all);
    return switch (kind) {
      case INTEGRITY -> met ? Grade.PASS : Grade.INVALID;
      case SUFFICIENCY -> met ? Grade.PASS : Grade.INSUFFICIENT;
      case MANDATORY -> met ? Grade.PASS : unmet();
      case ADVISORY -> met ? Grade.PASS : Grade.CONDITIONAL;
    };
  }

  private Grade unmet() {
    return switch (status) {
      case Status.Fail _ -> Grade.REJECT;
      case Status.Pass _, Status.Missing _, Status.NotApplicable _ -> Grade.INSUFFICIENT;
    };
  }

  private boolean isMet(List<Requirement> all) {
    return switch (status) {
      case Status.Pass _ -> true;
      case Status.Fail _, Status.Missing _ -> false;
      case Status.NotApplicable(String substitute) ->
          all.stream().anyMatch(other -> other.title().equals(substitute) && other.replaces(this));
    };
  }

  private boolean replaces(Requirement absent) {
    return status instanceof Status.Pass
        && switch (absent.kind) {
          case INTEGRITY, SUFFICIENCY -> false;
          case MANDATORY -> kind != Kind.ADVISORY;
          case ADVISORY -> true;
        };
  }
}
