package milodex.data;

import java.util.List;
import java.util.Optional;
import milodex.market.BarSeries;

/// Bars and corporate actions, kept.
///
/// What a revision replaces is kept aside and can be read by its fingerprint. Every method throws
/// [DataUnavailableException] when what is stored cannot be read or written.
public interface BarStore extends StoredBars {

  /// The series with this fingerprint, stored now or replaced since; empty if neither.
  Optional<BarSeries> load(BarFingerprint fingerprint);

  /// Reads everything, hashes every series anew, and lists what does not hold.
  List<BarFault> verify();

  /// Takes bars in that change no stored bar.
  ///
  /// @throws IllegalArgumentException if `merge` has an objection
  StoredSeries save(BarMerge merge);

  /// Replaces a series by one that disagrees with it; the old one is kept aside.
  StoredSeries revise(BarMerge merge);

  /// Takes actions in that change no stored action.
  ///
  /// @throws IllegalArgumentException if `merge` has an objection
  void save(ActionMerge merge);

  /// Replaces the actions of a symbol by others that disagree; the old ones are kept aside.
  void revise(ActionMerge merge);
}
