package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.statistics.Figure;
import milodex.statistics.ParameterPlateau;
import milodex.strategy.ParameterAxis;
import milodex.strategy.ParameterGrid;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// Whether the best cell of a grid stands among cells like it, or alone.
record PlateauBlock(ParameterPlateau plateau, ParameterGrid grid) {

  Block block() {
    KeyValues block =
        KeyValues.of()
            .with("Neighbours", FactLine.counted(plateau.neighbours(), "cell", "cells") + one())
            .with("Their median", share(plateau.medianRatio(), "%s of the best"))
            .with("Their lowest", share(plateau.minimumRatio(), "%s of the best"))
            .with("Above half", share(plateau.shareAboveHalf(), "%s of all cells, of the best"))
            .with("Above zero", share(Figure.of(plateau.sharePositive()), "%s of all cells"));
    if (plateau.onBorder()) {
      block.with("Border", "the best is at the end of an axis: the grid is too narrow to tell");
    }
    return block;
  }

  Data data() {
    Data data =
        Data.of()
            .number("peak", plateau.peak())
            .flag("on_border", plateau.onBorder())
            .count("neighbours", plateau.neighbours())
            .figure("neighbour_mean", plateau.neighbourMean())
            .figure("median_ratio", plateau.medianRatio())
            .figure("minimum_ratio", plateau.minimumRatio())
            .figure("share_above_half", plateau.shareAboveHalf())
            .number("share_positive", plateau.sharePositive())
            .figure("z", plateau.z());
    return data.texts("axes", axes());
  }

  /// Which axes make no neighbours.
  private String one() {
    List<String> still =
        grid.axes().stream()
            .filter(axis -> !axis.ordered() || axis.values().size() == 1)
            .map(axis -> axis.name() + (axis.values().size() == 1 ? " (one value)" : " (a choice)"))
            .toList();
    return still.isEmpty() ? "" : ", none along " + String.join(", ", still);
  }

  /// `ma_filter_length: 3 of 10, ordered`, where the best is.
  private List<String> axes() {
    List<String> axes = new ArrayList<>();
    for (int i = 0; i < grid.axes().size(); i++) {
      ParameterAxis axis = grid.axes().get(i);
      axes.add(
          "%s: %d of %d, %s"
              .formatted(
                  axis.name(),
                  plateau.at().get(i) + 1,
                  axis.values().size(),
                  axis.ordered() ? "ordered" : "a choice"));
    }
    return axes;
  }

  private static String share(Figure figure, String sentence) {
    return Figures.withReason(figure, sentence.formatted(Figures.percent(figure)));
  }
}
