package milodex.data;

/// Takes joined bars and actions into a store, whether or not they change what is stored.
///
/// @param store where they go; whoever may not change what is stored asks for objections before
public record Intake(BarStore store) {

  /// What became of an offer.
  public enum Outcome {
    NEW,
    EXTENDED,
    UNCHANGED,
    REVISED
  }

  /// Takes in one series.
  ///
  /// @throws DataUnavailableException if the store cannot be written, or has changed meanwhile
  public SeriesImport take(BarMerge merge) {
    Outcome outcome =
        outcome(merge.replaces().isPresent(), merge.isNothingNew(), merge.objection().isPresent());
    StoredSeries stored =
        switch (outcome) {
          case UNCHANGED -> StoredSeries.of(merge.stored().orElseThrow());
          case NEW, EXTENDED -> store.save(merge);
          case REVISED -> store.revise(merge);
        };
    return new SeriesImport(
        stored,
        outcome,
        merge.offered(),
        merge.added(),
        merge.unchanged(),
        merge.changed().size(),
        merge.replaces());
  }

  /// Takes in the corporate actions of one symbol.
  ///
  /// @throws DataUnavailableException if the store cannot be written, or has changed meanwhile
  public ActionsImport take(ActionMerge merge) {
    Outcome outcome =
        outcome(merge.replaces().isPresent(), merge.isNothingNew(), merge.objection().isPresent());
    switch (outcome) {
      case UNCHANGED -> {}
      case NEW, EXTENDED -> store.save(merge);
      case REVISED -> store.revise(merge);
    }
    return new ActionsImport(
        merge.symbol(),
        outcome,
        merge.offered(),
        merge.actions().size(),
        BarFingerprint.ofActions(merge.actions()),
        merge.replaces());
  }

  private static Outcome outcome(boolean stored, boolean nothingNew, boolean disagrees) {
    if (nothingNew) {
      return Outcome.UNCHANGED;
    }
    if (!stored) {
      return Outcome.NEW;
    }
    return disagrees ? Outcome.REVISED : Outcome.EXTENDED;
  }
}
