package milodex.data;

import java.util.Collection;
import java.util.Locale;
import milodex.data.QualityFinding.Severity;

/// How good the bars of a run are, in one word; later ones are worse.
public enum DataGrade {
  CLEAN,
  /// Something was found that does not block.
  NOTED,
  /// A series exists only as the vendor adjusted it.
  VENDOR_ADJUSTED,
  /// A severe finding: nothing may run on these bars.
  BLOCKED;

  /// The grade of a set of series.
  ///
  /// @param vendorAdjusted whether one of them is split-adjusted by its vendor
  public static DataGrade of(Collection<QualityFinding> findings, boolean vendorAdjusted) {
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.SEVERE)) {
      return BLOCKED;
    }
    if (vendorAdjusted) {
      return VENDOR_ADJUSTED;
    }
    return findings.isEmpty() ? CLEAN : NOTED;
  }

  /// The grade as reports and JSON write it: `vendor-adjusted`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
