package milodex.data;

/// The lowest and the highest price of some bars, in dollars a share.
public record PriceRange(double low, double high) {}
