package milodex.cli;

import java.util.List;
import java.util.Map;
import milodex.execution.Incident;
import milodex.ledger.ClientOrderId;
import milodex.ledger.RiskFact.HaltTripped;

/// An incident as data; every command that speaks of one shares it.
final class IncidentData {

  private IncidentData() {}

  static Data of(Incident incident) {
    HaltTripped tripped = incident.tripped();
    Data data =
        Data.of()
            .text("incident", incident.id())
            .flag("open", incident.isOpen())
            .text("scope", tripped.scope().toString())
            .text("mode", tripped.mode().toString())
            .text("means", tripped.mode().meaning())
            .text("trigger", tripped.trigger())
            .text("says", tripped.says())
            .text("at", incident.at().toString())
            .count("event", incident.seq())
            .object("books", values(tripped.snapshot()))
            .flag("verified", incident.isVerified())
            .objects(
                "verifications",
                incident.verified().stream().map(IncidentData::verification).toList());
    return incident
        .reset()
        .map(
            reset ->
                data.object(
                    "reset",
                    Data.of()
                        .text("at", reset.at().toString())
                        .text("reason", reset.fact().reason())))
        .orElseGet(() -> data.absent("reset"));
  }

  private static Data verification(Incident.Verification look) {
    return Data.of()
        .text("at", look.at().toString())
        .texts("cancelled", texts(look.fact().cancelled()))
        .texts("left", texts(look.fact().left()))
        .text("says", look.fact().says())
        .object("broker", values(look.fact().broker()));
  }

  private static List<String> texts(List<ClientOrderId> orders) {
    return orders.stream().map(ClientOrderId::toString).toList();
  }

  private static Data values(Map<String, String> values) {
    Data data = Data.of();
    values.forEach(data::text);
    return data;
  }
}
