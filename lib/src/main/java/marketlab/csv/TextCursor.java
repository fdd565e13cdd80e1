package marketlab.csv;

import java.util.Locale;

/** A place in a text that moves over words, digits and marks. */
final class TextCursor {

    private String text = "";
    private int place;
    private int width;

    /** Begins with another text. */
    void begin(String text) {
        this.text = text;
        place = 0;
    }

    boolean isOver() {
        return place >= text.length();
    }

    boolean isLetter() {
        return !isOver() && Character.isLetter(text.charAt(place));
    }

    boolean isDigit() {
        return !isOver() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    /** The character that is here. */
    char here() {
        return text.charAt(place);
    }

    int place() {
        return place;
    }

    void back(int to) {
        place = to;
    }

    /** Moves over one of this character, or over all blanks that are here; false if there is none. */
    boolean skip(char c) {
        int start = place;
        while (!isOver() && text.charAt(place) == c && (c == ' ' || place == start)) {
            place++;
        }
        return place > start;
    }

    /** Moves to the end if the text ends with this. */
    void skipTo(String end) {
        place = text.endsWith(end) ? text.length() : place;
    }

    /** The letters that are here, in lower case and no more than the first few of them. */
    String word(int most) {
        int start = place;
        while (isLetter()) {
            place++;
        }
        return text.substring(start, Math.min(place, start + most)).toLowerCase(Locale.ROOT);
    }

    /** What is here up to a blank or a bracket: a zone, as America/New_York. */
    String token() {
        int start = place;
        while (!isOver() && " ()[]".indexOf(text.charAt(place)) < 0) {
            place++;
        }
        return text.substring(start, place);
    }

    /** The number that is here, of so many digits at the most; 0 if there is none. {@link #width} tells how many it had. */
    long number(int most) {
        int start = place;
        long value = 0;
        while (place < start + most && isDigit()) {
            value = value * 10 + text.charAt(place) - '0';
            place++;
        }
        width = place - start;
        return value;
    }

    /** How many digits the last number had. */
    int width() {
        return width;
    }

    /** Whether the text is one number of so many digits and nothing else. */
    boolean isAll(int digits) {
        return text.length() == digits;
    }
}
