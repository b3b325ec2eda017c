/**
 * Data stories: how funding, enrolment, staffing and scheduling differ from school to school, in
 * sentences that each rest on a computed {@link org.resourceequity.story.Finding}.
 *
 * <p>{@link org.resourceequity.story.Stories#tell} makes a {@link org.resourceequity.story.Story};
 * its {@link org.resourceequity.story.Theme themes} hold findings, and each finding has one {@link
 * org.resourceequity.story.Answer} per computed choice (a year, a school level). {@link
 * org.resourceequity.story.DecisionRule} decides between a gap, no clear difference and not enough
 * data.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.story;
