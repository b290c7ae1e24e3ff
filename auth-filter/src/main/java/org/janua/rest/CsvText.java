package org.janua.rest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values (RFC 4180) that a spreadsheet takes for text: a cell that it
 * would take for a formula gets an apostrophe in front (ASVS 5.0 1.2.10).
 */
final class CsvText {

  /** Also the wide forms, which some spreadsheets read like the narrow ones. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private CsvText() {}

  static String line(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
