package milodex.risk;

import java.util.List;

/// The limits of one row of the table, or why it has none for a proposal.
///
/// @param whyNone empty unless `all` is
record Rooms(List<Room> all, String whyNone) {

  static Rooms of(Room... rooms) {
    return new Rooms(List.of(rooms), "");
  }

  static Rooms none(String why) {
    return new Rooms(List.of(), why);
  }
}
