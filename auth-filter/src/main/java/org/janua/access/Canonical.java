package org.janua.access;

import java.text.Normalizer;

/**
 * Names that differ in case only are one name: users and groups are compared in this form, exactly.
 * Unicode normalization form C, lower case character by character and without a locale, so that
 * folding twice changes nothing.
 */
public final class Canonical {

  private Canonical() {}

  /** The form in which a name is compared. */
  public static String of(String name) {
    int[] folded =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .codePoints()
            .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
            .toArray();
    return Normalizer.normalize(new String(folded, 0, folded.length), Normalizer.Form.NFC);
  }
}
