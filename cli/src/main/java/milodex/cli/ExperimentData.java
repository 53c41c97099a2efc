package milodex.cli;

import java.util.Locale;
import milodex.research.Experiment;

/// A hypothesis as data, and its words for people.
final class ExperimentData {

  private ExperimentData() {}

  static Data of(Experiment experiment) {
    Data data =
        Data.of()
            .text("name", experiment.name())
            .text("hypothesis", experiment.hypothesis())
            .text("created", experiment.createdAt().toString())
            .text("status", status(experiment));
    experiment
        .template()
        .ifPresentOrElse(one -> data.text("template", one), () -> data.absent("template"));
    return data.objects(
        "lessons",
        experiment.lessons().stream()
            .map(one -> Data.of().text("at", one.at().toString()).text("says", one.says()))
            .toList());
  }

  /// `open`, or how it ended.
  static String status(Experiment experiment) {
    return experiment.status().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("open");
  }
}
