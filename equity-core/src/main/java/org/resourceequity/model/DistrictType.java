package org.resourceequity.model;

/** The kind of district by the grades it serves. */
public enum DistrictType {
  /** All grades. */
  UNIFIED,
  /** Elementary grades only. */
  ELEMENTARY,
  /** High school grades only. */
  HIGH,
  /** A charter agency, a service agency or another kind. */
  OTHER,
  /** Not known. */
  UNKNOWN
}
