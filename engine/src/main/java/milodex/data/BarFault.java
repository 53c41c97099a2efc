package milodex.data;

/// Something in a store that does not hold what it claims.
///
/// @param where the file
/// @param says what is wrong and what to do
public record BarFault(String where, String says) {}
