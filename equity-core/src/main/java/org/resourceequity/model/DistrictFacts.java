package org.resourceequity.model;

import java.io.Serializable;

/**
 * What a directory says about a district in one year.
 *
 * @param year the school year
 * @param name the district's name
 * @param state two-letter code of the state
 * @param type kind of district by grades
 * @param charter whether it is a charter agency
 * @param locale city, suburb, town, rural
 */
public record DistrictFacts(
    SchoolYear year, String name, String state, DistrictType type, boolean charter, Locale locale)
    implements Serializable {}
