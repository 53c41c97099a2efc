package milodex.cli;

import java.util.List;

/// A value of a reply's data, as JSON knows them.
sealed interface Value {

  record Text(String text) implements Value {}

  record Whole(long number) implements Value {}

  record Real(double number) implements Value {}

  record Flag(boolean flag) implements Value {}

  record Nothing() implements Value {}

  record Items(List<Value> items) implements Value {

    public Items {
      items = List.copyOf(items);
    }
  }

  record Fields(Data data) implements Value {}
}
