package milodex.risk;

import java.util.List;

/// One row of the table of checks: it looks at one thing and answers for that alone.
sealed interface Check permits FactCheck, SizeCheck {

  /// Its number in the table, from 1.
  int row();

  /// Its name in plain words.
  String name();

  /// Whether it can stop a covered reduction too; the others are then advisory.
  boolean bindsReductions();

  /// Every reason code it can answer with.
  List<String> codes();

  /// Judges the proposal upon these facts under these limits.
  Answer judge(Proposal proposal, Circumstances facts, RiskPolicy policy);

  /// The answer of a numeric limit: under an unlimited policy it refuses nothing and says so.
  static Answer lifted(Answer answer, RiskPolicy policy) {
    return switch (answer) {
      case Answer.Clear clear when policy.unlimited() ->
          new Answer.Clear("unlimited; " + clear.says());
      case Answer.Breach breach when policy.unlimited() ->
          new Answer.Clear("unlimited; " + breach.says());
      case Answer.Clear clear -> clear;
      case Answer.Breach breach -> breach;
      case Answer.NotApplicable not -> not;
    };
  }
}
