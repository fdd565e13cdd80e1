package marketlab.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads zones that follow a time as words: {@code EST}, {@code CEST}, {@code America/New_York}. A word that several
 * countries use has the meaning that is usual in files of prices: IST is India's, CST and EST are America's, BST is
 * Britain's.
 */
final class ZoneWord {

    private static final Map<String, ZoneId> ZONES = zones();

    private ZoneWord() {}

    private static Map<String, ZoneId> zones() {
        Map<String, ZoneId> zones = new HashMap<>();
        String words = "z +0,utc +0,gmt +0,wet +0,west +1,bst +1,cet +1,cest +2,mez +1,mesz +2,eet +2,eest +3,msk +3,"
                + "est -5,edt -4,cst -6,cdt -5,mst -7,mdt -6,pst -8,pdt -7,brt -3,"
                + "ist +05:30,sgt +8,hkt +8,jst +9,kst +9,aest +10,aedt +11,nzst +12,nzdt +13,"
                + "et America/New_York,ct America/Chicago,pt America/Los_Angeles";
        for (String word : words.split(",")) {
            int blank = word.indexOf(' ');
            zones.put(word.substring(0, blank), ZoneId.of(word.substring(blank + 1)));
        }
        return zones;
    }

    /** The zone with this name, in any case; null if there is none. */
    static ZoneId of(String word) {
        ZoneId known = ZONES.get(word.toLowerCase(Locale.ROOT));
        if (known != null || word.indexOf('/') < 0) {
            return known;
        }
        try {
            return ZoneId.of(word);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** The offset in seconds of a zone at this local time. */
    static int offset(ZoneId zone, long epochDay, long nanoOfDay) {
        return zone.getRules()
                .getOffset(
                        LocalDateTime.ofEpochSecond(epochDay * 86_400 + nanoOfDay / 1_000_000_000, 0, ZoneOffset.UTC))
                .getTotalSeconds();
    }

    /** The meaning of the word, as {@code IST as UTC+05:30}; empty if the word states it itself. */
    static String told(String word, ZoneId zone) {
        boolean isPlain = word.equalsIgnoreCase("z") || word.equalsIgnoreCase("utc") || word.equalsIgnoreCase("gmt");
        return isPlain || word.equals(zone.getId())
                ? ""
                : word + " as " + (zone instanceof ZoneOffset ? "UTC" + zone : zone);
    }
}
