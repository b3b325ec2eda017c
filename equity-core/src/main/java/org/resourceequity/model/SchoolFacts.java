package org.resourceequity.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.UnitId.DistrictId;

/**
 * What a directory says about a school in one year.
 *
 * @param year the school year
 * @param name the school's name
 * @param district the district it belongs to in this year
 * @param level elementary, middle, high
 * @param span the grades served; null if not known
 * @param titleI its part in Title I
 * @param charter whether it is a charter school
 * @param locale city, suburb, town, rural
 */
public record SchoolFacts(
    SchoolYear year,
    String name,
    DistrictId district,
    SchoolLevel level,
    @Nullable GradeSpan span,
    TitleI titleI,
    boolean charter,
    Locale locale)
    implements Serializable {}
