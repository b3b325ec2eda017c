package org.resourceequity.segregation;

import java.io.Serializable;
import java.util.List;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;

/**
 * A change of segregation in parts, and the units' share in its structural part.
 *
 * @param parts {@value #ADDITIONS}, {@value #REMOVALS}, {@value #GROUP_MARGINAL}, {@value
 *     #UNIT_MARGINAL} and {@value #STRUCTURAL}, which add up to the change
 * @param structural what each unit with members in both periods contributes to the structural part
 * @param localChange how the local score of each of these units changed while sizes were held
 * @param certificates how well each of the six tables was fitted: those of the first period, then
 *     of the second
 */
public record StructuralChange(
    Parts parts,
    UnitValues structural,
    UnitValues localChange,
    List<ProportionalFitting.Certificate> certificates)
    implements Serializable {

  /** Units and groups that the second period has and the first has not. */
  public static final String ADDITIONS = "additions";

  /** Units and groups that the first period has and the second has not. */
  public static final String REMOVALS = "removals";

  /** The sizes of the groups. */
  public static final String GROUP_MARGINAL = "group-marginal";

  /** The sizes of the units. */
  public static final String UNIT_MARGINAL = "unit-marginal";

  /** How groups are spread over units when all sizes are held. */
  public static final String STRUCTURAL = "structural";

  /** What only the change of several factors together explains. */
  public static final String INTERACTION = "interaction";

  /** Copies the list. */
  public StructuralChange {
    certificates = List.copyOf(certificates);
  }
}
