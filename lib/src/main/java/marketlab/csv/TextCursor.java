package marketlab.csv;

import java.util.Locale;

/** A place in a text. Its methods read what stands there, a word, a number or a character, and move behind it. */
final class TextCursor {

    private String text = "";
    private int place;
    private int width;

    /** Takes another text, and goes to its beginning. */
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

    /** The character at this place. */
    char here() {
        return text.charAt(place);
    }

    int place() {
        return place;
    }

    void back(int to) {
        place = to;
    }

    /**
     * Moves behind this character, and behind all of them if it is a blank. Returns false if another character is here.
     */
    boolean skip(char c) {
        int start = place;
        while (!isOver() && text.charAt(place) == c && (c == ' ' || place == start)) {
            place++;
        }
        return place > start;
    }

    /** Moves to the end of the text, if the text ends with this. */
    void skipTo(String end) {
        place = text.endsWith(end) ? text.length() : place;
    }

    /** Reads all letters up to another character. Returns the first of them in lower case, at most this many. */
    String word(int most) {
        int start = place;
        while (isLetter()) {
            place++;
        }
        return text.substring(start, Math.min(place, start + most)).toLowerCase(Locale.ROOT);
    }

    /** Reads up to a blank or a bracket, as the name of a zone: America/New_York. */
    String token() {
        int start = place;
        while (!isOver() && " ()[]".indexOf(text.charAt(place)) < 0) {
            place++;
        }
        return text.substring(start, place);
    }

    /**
     * Reads a number of at most this many digits; {@link #width} tells how many it has. Returns 0 if no digit is here.
     */
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

    /** How many digits the number has that was read last. */
    int width() {
        return width;
    }

    /** Whether a number of so many digits, which was read, is the whole text. */
    boolean isAll(int digits) {
        return text.length() == digits;
    }
}
