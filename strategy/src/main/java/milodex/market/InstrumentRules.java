package milodex.market;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which instruments are never traded: options, crypto, over-the-counter shares, leveraged or
/// inverse funds, and volatility products.
///
/// Judged by the ticker alone: its grammar, and lists of well-known funds. A fund too new for the
/// lists is not recognised.
public final class InstrumentRules {

  private static final Pattern OPTION = Pattern.compile("[A-Z.]{1,6} *[0-9]{6}[CP][0-9]{8}");
  private static final Pattern CRYPTO =
      Pattern.compile(
          "[A-Z0-9]+/[A-Z0-9]+|(BTC|ETH|LTC|BCH|SOL|DOGE|XRP|ADA|AVAX|DOT)[-.]?(USD[TC]?|EUR)");
  private static final Pattern OTC =
      Pattern.compile("[A-Z]{4}[FYQ]|[A-Z]{1,5}\\.(PK|OB|OTC)|OTC[:.].*");

  private static final Set<String> LEVERAGED_OR_INVERSE =
      Set.of(
          """
          AAPD AAPU AGQ AMZD AMZU BITI BITU BITX BIB BIS BNKU BOIL BRZU BULZ BZQ CHAU CONL CURE \
          CWEB DDM DFEN DGP DGZ DIG DOG DPST DRIP DRN DRV DUG DUSL DUST DXD DZZ EDC EDZ EEV EFU \
          EFZ ERX ERY ETHD ETHU EUM EUO EURL EZJ FAS FAZ FNGD FNGU FXP GDXD GDXU GGLL GGLS GLL \
          GUSH HDGE HIBL HIBS INDL JDST JNUG KOLD KORU LABD LABU MIDU MSFD MSFU MSTU MSTX MSTZ \
          MVV MYY MZZ NAIL NUGT NVDD NVDL NVDQ NVDS NVDX NVDU OILD OILU PILL PSQ PST QID QLD \
          RETL REW ROM RWM RXD RXL SAA SARK SBB SBIT SCO SDD SDOW SDS SH SIJ SJB SKF SMDD SMN \
          SOXL SOXS SPDN SPUU SPXL SPXS SPXU SQQQ SRS SRTY SSG SSO SZK TBF TBT TBX TECL TECS \
          TMF TMV TNA TPOR TQQQ TSLL TSLQ TSLR TSLS TSLT TSLZ TTT TWM TYD TYO TZA UBOT UBT UCC \
          UCO UDOW UGE UGL ULE UMDD UPRO UPW URE URTY USD UST UTSL UWM UXI UYG UYM WANT WEBL \
          WEBS YANG YCL YCS YINN YXI ZSL"""
              .split(" "));

  private static final Set<String> VOLATILITY =
      Set.of("SVIX SVXY TVIX UVIX UVXY VIIX VIXM VIXY VXX VXZ WEIX XIV XVZ ZIV".split(" "));

  private InstrumentRules() {}

  /// What `ticker` is, if it is a kind that is never traded: `a volatility product`.
  ///
  /// @param ticker upper case
  public static Optional<String> forbiddenKind(String ticker) {
    if (OPTION.matcher(ticker).matches()) {
      return Optional.of("an option");
    }
    if (CRYPTO.matcher(ticker).matches()) {
      return Optional.of("a crypto pair");
    }
    if (VOLATILITY.contains(ticker)) {
      return Optional.of("a volatility product");
    }
    if (LEVERAGED_OR_INVERSE.contains(ticker)) {
      return Optional.of("a leveraged or inverse fund");
    }
    if (OTC.matcher(ticker).matches()) {
      return Optional.of("an over-the-counter share");
    }
    return Optional.empty();
  }

  /// The symbol an operator wrote, in any case.
  ///
  /// @throws IllegalArgumentException if it is no ticker, or one that is never traded
  public static Symbol symbol(String written) {
    String ticker = written.toUpperCase(Locale.ROOT);
    forbiddenKind(ticker)
        .ifPresent(
            kind -> {
              throw new IllegalArgumentException(
                  "'%s' is %s, which is never traded; remove it".formatted(ticker, kind));
            });
    return Symbol.of(ticker);
  }
}
