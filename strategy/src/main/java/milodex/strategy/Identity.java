package milodex.strategy;

import java.util.Optional;
import milodex.config.Section;
import milodex.config.Setting;

/// The keys of a strategy file that name the strategy; they must all say the same.
final class Identity {

  private Identity() {}

  static Optional<StrategyId> read(Section strategy) {
    Setting written = strategy.required("id");
    Optional<StrategyId> id = written.as(StrategyId::parse);
    Optional<String> family = strategy.required("family").text();
    Optional<String> template = strategy.required("template").text();
    Optional<String> variant = strategy.required("variant").text();
    Optional<Integer> version = strategy.required("version").whole(1, 99_999);
    if (id.isPresent()
        && family.isPresent()
        && template.isPresent()
        && variant.isPresent()
        && version.isPresent()) {
      String parts =
          "%s.%s.%s.v%d".formatted(family.get(), template.get(), variant.get(), version.get());
      if (!parts.equals(id.get().toString())) {
        written.report(
            "is '%s', but family, template, variant and version say '%s'; make them agree"
                .formatted(id.get(), parts));
      }
    }
    return id;
  }
}
