package org.resourceequity.io;

import java.util.HashMap;
import java.util.Map;

/** States and the other jurisdictions of federal files, by FIPS number (ANSI INCITS 38). */
final class States {

  private static final Map<String, String> POSTAL = new HashMap<>();

  static {
    String all =
        "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY"
            + " 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC"
            + " 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI"
            + " 56WY 58DA 59BI 60AS 61DD 63DD 66GU 69MP 72PR 78VI";
    for (String state : all.split(" ", -1)) {
      POSTAL.put(state.substring(0, 2), state.substring(2));
    }
  }

  private States() {}

  /** Returns the two letters of a FIPS number, or the number if there is no such state. */
  static String postal(String fips) {
    return POSTAL.getOrDefault(fips.length() == 1 ? "0" + fips : fips, fips);
  }
}
