package org.resourceequity.indicator;

/**
 * The ten dimensions of resource equity. Their names are those of the Alliance for Resource Equity
 * (Education Resource Strategies and The Education Trust).
 */
public enum EquityDimension {
  /** School Funding. */
  D1("School Funding"),
  /** Teaching Quality &amp; Diversity. */
  D2("Teaching Quality & Diversity"),
  /** School Leadership Quality &amp; Diversity. */
  D3("School Leadership Quality & Diversity"),
  /** Empowering, Rigorous Content. */
  D4("Empowering, Rigorous Content"),
  /** Instructional Time &amp; Attention. */
  D5("Instructional Time & Attention"),
  /** Positive &amp; Inviting School Climate. */
  D6("Positive & Inviting School Climate"),
  /** Student Supports &amp; Intervention. */
  D7("Student Supports & Intervention"),
  /** High-Quality Early Learning. */
  D8("High-Quality Early Learning"),
  /** Learning-Ready Facilities. */
  D9("Learning-Ready Facilities"),
  /** Diverse Classrooms &amp; Schools. */
  D10("Diverse Classrooms & Schools");

  private final String title;

  EquityDimension(String title) {
    this.title = title;
  }

  /** Returns the dimension's exact name. */
  public String title() {
    return title;
  }
}
