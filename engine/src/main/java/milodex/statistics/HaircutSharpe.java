package milodex.statistics;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/// The Sharpe ratio that is left after an honest account of how many tests were made (Harvey and
/// Liu, 2015).
///
/// Ratios are per year, of monthly returns. What is not above zero has no haircut: all undefined.
///
/// @param sharpe the annual ratio after autocorrelation, which the haircuts are relative to
/// @param p its two-sided p-value as a single test, Student's t with months − 1 degrees of freedom
/// @param bonferroni the haircut by Bonferroni's adjustment
/// @param holm by Holm's
/// @param yekutieli by Benjamini's and Yekutieli's
public record HaircutSharpe(
    Figure sharpe, Figure p, Haircut bonferroni, Haircut holm, Haircut yekutieli) {

  /// What one adjustment leaves.
  ///
  /// @param p the adjusted p-value
  /// @param sharpe the annual ratio that would have it as a single test; 0 if it is 1
  /// @param fraction that is lost, from 0 to 1
  public record Haircut(Figure p, Figure sharpe, Figure fraction) {}

  /// p-values below this are adjusted by their logarithm.
  private static final double THIN = 1e-200;

  /// The haircut among a simulated family of tests: each adjusted p-value is the median over
  /// families of the candidate's when placed among the simulated ones; Bonferroni's takes their
  /// number.
  ///
  /// @param annualSharpe `√12` times the monthly ratio
  /// @param months of returns it rests on
  /// @param autocorrelation of monthly returns at lag 1, 0 to leave the ratio as it is
  /// @throws IllegalArgumentException if a number is none, `months` is negative or
  ///     `autocorrelation` is not strictly between −1 and 1
  public static HaircutSharpe simulated(
      double annualSharpe, int months, double autocorrelation, SimulatedFamily family) {
    return new Candidate(annualSharpe, months, autocorrelation)
        .cut(family.tests(), family.tests() + 1, (logP, adjust) -> median(logP, family, adjust));
  }

  /// The haircut among tests that were really made, whose p-values the ledger holds.
  ///
  /// @param others two-sided p-values of all other tests
  /// @throws IllegalArgumentException as of [#simulated], or if a p-value is not from 0 to 1
  public static HaircutSharpe among(
      double annualSharpe, int months, double autocorrelation, double[] others) {
    double[] sorted = Argument.probabilities(others, "others").clone();
    Arrays.sort(sorted);
    int size = others.length + 1;
    return new Candidate(annualSharpe, months, autocorrelation)
        .cut(size, size, (logP, adjust) -> placed(Math.exp(logP), sorted, adjust));
  }

  private static double median(
      double logP, SimulatedFamily family, UnaryOperator<double[]> adjust) {
    double p = Math.exp(logP);
    double[] all = family.pValues().mapToDouble(f -> placed(p, f, adjust)).sorted().toArray();
    return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
  }

  /// The adjusted value of `p` among others that ascend.
  private static double placed(double p, double[] sorted, UnaryOperator<double[]> adjust) {
    int found = Arrays.binarySearch(sorted, p);
    int at = found < 0 ? -found - 1 : found;
    double[] family = new double[sorted.length + 1];
    System.arraycopy(sorted, 0, family, 0, at);
    family[at] = p;
    System.arraycopy(sorted, at, family, at + 1, sorted.length - at);
    return adjust.apply(family)[at];
  }

  private interface Placement {
    double adjusted(double logP, UnaryOperator<double[]> adjust);
  }

  private record Candidate(double annualSharpe, int months, double autocorrelation) {

    Candidate {
      Argument.finite(annualSharpe, "annualSharpe");
      Argument.atLeast(0, months, "months");
      Argument.autocorrelation(autocorrelation, "autocorrelation");
    }

    HaircutSharpe cut(int tests, int size, Placement placement) {
      if (months < 2) {
        return none("fewer than two months");
      }
      if (annualSharpe <= 0) {
        return none("the Sharpe ratio is not above zero");
      }
      double sharpe = annualSharpe * AnnualSharpe.shrinkage(autocorrelation, 12);
      double logP = StudentT.logTwoSided(sharpe * Math.sqrt(months / 12.0), months - 1.0);
      return new HaircutSharpe(
          Figure.of(sharpe),
          p(logP),
          left(sharpe, logP + Math.log(tests)),
          left(sharpe, logAdjusted(logP, size, placement, MultipleTesting::holmSorted)),
          left(sharpe, logAdjusted(logP, size, placement, MultipleTesting::yekutieliSorted)));
    }

    private static double logAdjusted(
        double logP, int size, Placement placement, UnaryOperator<double[]> adjust) {
      if (logP > Math.log(THIN)) {
        return Math.log(placement.adjusted(logP, adjust));
      }
      double[] smallest = new double[size];
      Arrays.fill(smallest, 1);
      smallest[0] = THIN;
      return logP + Math.log(adjust.apply(smallest)[0] / THIN);
    }

    private Haircut left(double sharpe, double logAdjusted) {
      double ratio =
          StudentT.ratio(Math.min(0, logAdjusted), months - 1.0) * Math.sqrt(12.0 / months);
      double left = Math.min(ratio, sharpe);
      return new Haircut(
          p(Math.min(0, logAdjusted)), Figure.of(left), Figure.of(1 - left / sharpe));
    }

    private static Figure p(double logP) {
      double p = Math.exp(logP);
      return p > 0 ? Figure.of(p) : Figure.undefined("smaller than any number");
    }

    private static HaircutSharpe none(String why) {
      Figure none = Figure.undefined(why);
      Haircut cut = new Haircut(none, none, none);
      return new HaircutSharpe(none, none, cut, cut, cut);
    }
  }
}
