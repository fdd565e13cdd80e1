package marketlab.csv;

import java.util.Locale;

/** A position in a text. Its methods read a word, a number or a character at this position, and move to its end. */
final class TextCursor {

    private String text = "";
    private int place;
    private int width;

    /** Starts at the beginning of another text. */
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

    /** Skips this character; if it is a blank, skips all blanks. Returns false if another character is here. */
    boolean skip(char c) {
        int start = place;
        while (!isOver() && text.charAt(place) == c && (c == ' ' || place == start)) {
            place++;
        }
        return place > start;
    }

    /** Moves to the end of the text, if the rest of the text is this. */
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

    /** Reads to the next blank or bracket, for the name of a zone: America/New_York. */
    String token() {
        int start = place;
        while (!isOver() && " ()[]".indexOf(text.charAt(place)) < 0) {
            place++;
        }
        return text.substring(start, place);
    }

    /**
     * Reads a number of at most this many digits; {@link #width} gives their number. Returns 0 if no digit is here.
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

    /** The number of digits of the number that was read last. */
    int width() {
        return width;
    }

    /** Whether the number that was read has this many digits and is the whole text. */
    boolean isAll(int digits) {
        return text.length() == digits;
    }
}
