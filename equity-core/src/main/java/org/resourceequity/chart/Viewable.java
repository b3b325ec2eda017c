package org.resourceequity.chart;

/** Something that can be shown to a person: as plain text in a terminal, as HTML in a notebook. */
public interface Viewable {

  /** Returns the content as plain text, ready for a terminal. */
  String toText();

  /**
   * Returns the content as a static HTML fragment: no script, no external request, all text
   * escaped.
   */
  String toHtml();
}
