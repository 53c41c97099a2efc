package milodex.cli;

import milodex.market.NewYork;
import milodex.market.Session;

/// How orders by hand are given: why, when, with what certainty, and on which account.
final class HandTerms {

  private String reason = "";
  private boolean nextOpen;
  private final Confirmation confirmation = new Confirmation();
  private final WhichAccount which = new WhichAccount();

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .required(
            "--reason", "TEXT", String.class, "Why; it is kept with each order.", it -> reason = it)
        .flag(
            "--next-open",
            "Not now: a wish for the next open, judged with the facts of then. Nothing is cancelled.",
            () -> nextOpen = true)
        .with(confirmation.usage())
        .with(which.usage());
  }

  /// Why; throws [Failure] if it says nothing.
  ///
  /// @param what was not done then, in a sentence
  String reason(String what) {
    HaltReasons.require(reason, what);
    return reason;
  }

  /// Whether it is for the next open, and not for now.
  boolean isForNextOpen() {
    return nextOpen;
  }

  Account account(Invocation invocation) {
    return which.of(invocation);
  }

  /// Whether what was previewed is to be done.
  boolean isConfirmed(Invocation invocation, Reply preview, String question) {
    return confirmation.isGiven(invocation, preview, question);
  }

  /// Throws [Failure] if there is no such time: an order is never left for an open that was not
  /// asked for.
  void requireTime(HandPlace place) {
    if (nextOpen) {
      requireNext(place);
    } else {
      requireOpen(place);
    }
  }

  private static void requireOpen(HandPlace place) {
    if (!place.isOpen()) {
      throw new Failure(
          ExitCode.REFUSED,
          "market_closed",
          "Nothing was sent.",
          whyNot(place),
          "Nothing was written.",
          place
              .next()
              .map(Session::date)
              .map(date -> "Add --next-open to have it worked at the open of " + date + ".")
              .orElse("The account has come to its end: it will see no further open."));
    }
  }

  private static String whyNot(HandPlace place) {
    return place
        .unpriced()
        .map(
            open ->
                "No price of %s is known here before the bars of that session are there."
                    .formatted(open.date()))
        .orElseGet(
            () -> "The exchange is closed at %s New York.".formatted(NewYork.second(place.now())));
  }

  private static void requireNext(HandPlace place) {
    if (place.next().isEmpty()) {
      throw new Failure(
          ExitCode.REFUSED,
          "no_next_open",
          "Nothing was wished for.",
          "The account ends with the session of " + place.stand().market().session().date() + ".",
          "Nothing was written.",
          "Begin a rehearsal of more sessions.");
    }
  }
}
