package hopfilm.claims;

import hopfilm.claimpage.PageClaim;
import hopfilm.claimpage.PageExtra;
import hopfilm.claims.WiredFilms.Wiring;
import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All claims of the paper, in the order of the report, and those beyond it. Each is a page of
 * {@code hopfilm/claims} among the resources; a class beside it adds what a page cannot say.
 */
public final class Claims {

  private Claims() {}

  /** The claims of the paper, in the order of the report. */
  public static List<Claim> all() {
    return List.of(
        page("threshold", Threshold::add),
        page("landscape", Landscape::add),
        page("fig1", PaperFigures::fig1),
        page("memristor", Memristor::add),
        page("fig2", PaperFigures::fig2),
        page("degeneracy", Degeneracy::add),
        page("heat", JouleHeatDifference::add),
        page("retrieval"),
        page("hebb", HebbPulses::add),
        page("high-voltage"),
        page("materials"),
        page("dipolar"),
        page("pinning"),
        page("hall"),
        page("negative"),
        page("larger"),
        page("patterns"),
        page("time-step"),
        page("mesh"));
  }

  /** Claims beyond the paper: {@code reproduce all} leaves them out. */
  public static List<Claim> beyondPaper() {
    List<Claim> all = new ArrayList<>();
    all.add(page("letters", Letters::add));
    all.add(page("capacity", Capacity::add));
    Stream.of("thick", "temperature", "cool").map(Claims::page).forEach(all::add);
    Stream.of("threshold-uniform", "landscape-wider", "retrieval-untrained", "retrieval-saturated")
        .map(Claims::page)
        .forEach(all::add);
    Stream.of("hebb-law", "high-voltage-heat", "hall-pairs", "negative-scaled", "larger-verified")
        .map(Claims::page)
        .forEach(all::add);
    all.addAll(
        several(
            "grid-memories",
            "two-in-twelve",
            "unlike-in-twelve",
            "two-in-sixteen",
            "four-in-twelve"));
    all.add(page("two-random", pairs(Wiring.EIGHT)));
    all.add(PageClaim.ofProgram("wired-pairs", "two-random-dense", pairs(Wiring.DENSE)));
    all.add(PageClaim.ofProgram("wired-pairs", "two-random-sixteen", pairs(Wiring.SIXTEEN)));
    Stream.of("two-letters", "pairs-scaled", "capacity-scaled").map(Claims::page).forEach(all::add);
    all.add(page("negative-after", NegativeAfter::add));
    Stream.of("pair-retention", "pair-retention-cold", "retention-predicts-bake", "weak-place")
        .map(Claims::page)
        .forEach(all::add);
    all.add(page("reservoir", PageExtra.reading(Reservoir.READINGS)));
    all.add(page("rows"));
    all.addAll(several("similar", "similar", "similar-four"));
    all.addAll(several("random-pictures", "three-random", "six-random"));
    all.addAll(several("digits", "digits", "digits-28"));
    Stream.of("fitted-rows", "protocol-64").map(Claims::page).forEach(all::add);
    Stream.of("row-retention", "row-retention-cold", "row-erasure", "row-decay")
        .map(Claims::page)
        .forEach(all::add);
    all.add(page("blind-twins", BlindTwins.EXTRA));
    return List.copyOf(all);
  }

  /** All that can be asked for by name. */
  public static List<Claim> known() {
    return Stream.concat(all().stream(), beyondPaper().stream()).toList();
  }

  private static Claim page(String name) {
    return PageClaim.ofProgram(name);
  }

  private static Claim page(String name, PageExtra extra) {
    return PageClaim.ofProgram(name, "", extra);
  }

  private static List<Claim> several(String page, String... names) {
    return Stream.of(names)
        .<Claim>map(name -> PageClaim.ofProgram(page, name, PageExtra.NONE))
        .toList();
  }

  private static PageExtra pairs(Wiring wiring) {
    return (effort, films, e) ->
        WiredFilms.pairs(wiring, seed -> Pattern.halfAlike(wiring.electrodes(), seed), films, e);
  }
}
