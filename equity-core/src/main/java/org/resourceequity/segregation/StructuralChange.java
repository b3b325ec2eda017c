package org.resourceequity.segregation;

import java.io.Serializable;
import java.util.List;
import org.resourceequity.metric.Decomposition;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;

/**
 * A change of segregation in parts, and the units' share in them. The units are those with members
 * in both periods, in the order of their keys.
 *
 * @param parts {@value #ADDITIONS}, {@value #REMOVALS}, {@value #GROUP_MARGINAL}, {@value
 *     #UNIT_MARGINAL} and {@value #STRUCTURAL}, which add up to the change
 * @param groupMarginal what each unit contributes to the part of group sizes
 * @param unitMarginal what each unit contributes to the part of unit sizes
 * @param structural what each unit contributes to the structural part
 * @param localChange how the local score of each unit changed while sizes were held
 * @param certificates how well each of the six tables was fitted: those of the first period, then
 *     of the second
 */
public record StructuralChange(
    Parts parts,
    UnitValues groupMarginal,
    UnitValues unitMarginal,
    UnitValues structural,
    UnitValues localChange,
    List<ProportionalFitting.Certificate> certificates)
    implements Decomposition, Serializable {

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
