package org.resourceequity.io.roster;

import java.util.Arrays;
import java.util.List;
import org.resourceequity.io.Field;
import org.resourceequity.io.Layout;

/**
 * The tables of a roster, in the order in which they are read: what a row names stands in tables
 * before it. The layouts of a part are those of OneRoster and School Data Sync 2, and that of
 * School Data Sync 1, whose names have blanks.
 */
enum Part {
  MANIFEST(layout("manifest", "propertyName", "value")),
  ORGS(
      layout("orgs", "sourcedId", "name", "type").without("startDate", "username"),
      layout("schools", "SIS ID", "Name").without("School SIS ID", "Username", "Section SIS ID")),
  SESSIONS(layout("academic sessions", "sourcedId", "title", "startDate", "endDate")),
  COURSES(
      layout("courses", "sourcedId", "title", "orgSourcedId")
          .without("courseSourcedId", "sessionSourcedIds", "startDate")),
  CLASSES(
      layout("classes", "sourcedId", "title")
          .requires(either("schoolSourcedId", "orgSourcedId"))
          .requires(either("courseSourcedId", "sessionSourcedIds", "termSourcedIds"))
          .without("dueDate"),
      layout("sections", "SIS ID", "School SIS ID", "Section Name")),
  USERS(
      layout("users", "sourcedId", "username", "givenName", "familyName"),
      layout("students or teachers", "SIS ID", "School SIS ID", "Username")
          .without("Section Name")),
  ROLES(layout("roles", "userSourcedId", "orgSourcedId", "role").without("classSourcedId")),
  DEMOGRAPHICS(
      layout("demographics", "birthDate", "sex")
          .requires(either("userSourcedId", "sourcedId"))
          .without("username")),
  FLAGS(layout("flags", "userSourcedId", "flag")),
  ENROLLMENTS(
      layout("enrollments", "classSourcedId", "userSourcedId", "role"),
      layout("members of sections", "Section SIS ID", "SIS ID").without("Section Name")),
  RELATIVES(layout("relationships", "userSourcedId", "relationshipUserSourcedId"));

  // The builders are used once, when the format is built, and not changed before.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Layout.Builder> layouts;

  Part(Layout.Builder... layouts) {
    this.layouts = Arrays.asList(layouts);
  }

  List<Layout.Builder> layouts() {
    return layouts;
  }

  private static Layout.Builder layout(String name, String... columns) {
    return Layout.of(name).requires(columns);
  }

  private static Field either(String... spellings) {
    return Field.text(spellings);
  }
}
