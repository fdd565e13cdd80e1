package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/** The text of an object, as Python's {@code str} gives it, or similar. */
final class PythonText {

    /** The most characters of one text. */
    private static final int MOST = 1 << 15;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final PythonValues values;
    private final StringBuilder text = new StringBuilder();

    private PythonText(PythonValues values) {
        this.values = values;
    }

    /** @param values convert Python's dates and numbers to Java's */
    static String of(Object value, PythonValues values) {
        if (value instanceof String s) {
            return s;
        }
        PythonText text = new PythonText(values);
        text.add(value);
        return text.text.length() > MOST ? text.text.substring(0, MOST) + "…" : text.text.toString();
    }

    /** A key of a dict, or a name, as text: a string as it is, None as "None". */
    static String ofKey(Object key) {
        return key instanceof PythonNode ? of(key, new PythonValues(null)) : String.valueOf(key);
    }

    private void add(Object value) {
        if (text.length() > MOST) {
            return;
        }
        if (value == null) {
            text.append("None");
        } else if (value instanceof Boolean flag) {
            text.append(flag ? "True" : "False");
        } else if (value instanceof Double number) {
            text.append(real(number));
        } else if (value instanceof String s) {
            quoted(s);
        } else if (value instanceof Items items) {
            items(items);
        } else if (value instanceof Bytes bytes) {
            text.append('b');
            quoted(bytes.held() == null ? "…" : new String(bytes.held(), StandardCharsets.ISO_8859_1));
        } else if (value instanceof Call call) {
            call(call);
        } else if (value instanceof Global global) {
            text.append(
                    MissingMark.of(global) == MissingMark.NA
                            ? "<NA>"
                            : global.name().qualifiedName());
        } else {
            text.append(value);
        }
    }

    /** The number as Python writes it: 1.5, 1e-07, 1e+16, inf. */
    static String real(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size == 0 || size >= 1e-4 && size < 1e16) {
            String plain = new BigDecimal(Double.toString(number)).toPlainString();
            return plain.contains(".") ? plain : (number == 0 && 1 / number < 0 ? "-0" : plain) + ".0";
        }
        String[] parts = Double.toString(number).split("E");
        int exponent = Integer.parseInt(parts[1]);
        String digits = String.valueOf(Math.abs(exponent));
        return parts[0].replaceFirst("\\.0$", "")
                + (exponent < 0 ? "e-" : "e+")
                + (digits.length() < 2 ? "0" : "")
                + digits;
    }

    private void quoted(String s) {
        String mark = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? "\"" : "'";
        String escaped = s.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        text.append(mark)
                .append(mark.equals("'") ? escaped.replace("'", "\\'") : escaped)
                .append(mark);
    }

    private void items(Items items) {
        boolean dict = items.isDict();
        boolean frozen = items.kind() == Items.Kind.FROZEN_SET;
        boolean empty = items.size() == 0 && items.kind() == Items.Kind.SET;
        String open = dict || items.kind() == Items.Kind.SET ? "{" : frozen ? "frozenset({" : "(";
        String close = dict || items.kind() == Items.Kind.SET ? "}" : frozen ? "})" : ")";
        if (items.kind() == Items.Kind.LIST) {
            open = "[";
            close = "]";
        }
        text.append(empty ? "set()" : open);
        for (int i = 0; i < items.size() && text.length() <= MOST; i++) {
            text.append(i == 0 ? "" : dict && i % 2 == 1 ? ": " : ", ");
            add(items.get(i));
        }
        boolean single = items.kind() == Items.Kind.TUPLE && items.size() == 1;
        text.append(empty ? "" : (single ? "," : "") + close);
    }

    private void call(Call call) {
        Object[] a = call.arguments();
        String name = call.foreign() == null
                ? call.callee().qualifiedName()
                : call.foreign().foreign().replace(' ', '.');
        if (MissingMark.of(call) == MissingMark.NAT) {
            text.append("NaT");
            return;
        }
        if (call.callee() == PythonGlobal.INTERVAL && a.length == 3 && a[2] instanceof String closed) {
            text.append(closed.equals("left") || closed.equals("both") ? '[' : '(');
            add(a[0]);
            text.append(", ");
            add(a[1]);
            text.append(closed.equals("right") || closed.equals("both") ? ']' : ')');
            return;
        }
        Object java = java(call);
        if (java != null) {
            text.append(java);
            return;
        }
        text.append(name).append('(');
        for (int i = 0; i < a.length && text.length() <= MOST; i++) {
            text.append(i == 0 ? "" : ", ");
            add(a[i]);
        }
        text.append(')');
    }

    /** The text of a value that Java also has; null for other values. */
    private Object java(Call call) {
        try {
            Object java = values.java(call);
            return java instanceof LocalDateTime time
                    ? time(time)
                    : java instanceof Instant instant
                            ? time(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "+00:00"
                            : java instanceof Duration duration
                                    ? duration(duration)
                                    : java instanceof Double number ? real(number) : java;
        } catch (IOException e) {
            return null;
        }
    }

    private static String time(LocalDateTime time) {
        return time.getNano() == 0
                ? time.format(SECONDS)
                : time.format(SECONDS)
                        + "."
                        + String.valueOf(1_000_000_000 + time.getNano())
                                .substring(1)
                                .replaceFirst("000$", "");
    }

    /** Java's duration as Python's: {@code 1 day, 2:03:04.000005}. */
    static String duration(Duration duration) {
        long days = Math.floorDiv(duration.getSeconds(), 86400L);
        long second = Math.floorMod(duration.getSeconds(), 86400L);
        int micros = duration.getNano() / 1000;
        String clock = "%s:%s:%s".formatted(second / 3600, two(second / 60 % 60), two(second % 60));
        String fraction =
                micros == 0 ? "" : "." + String.valueOf(1_000_000 + micros).substring(1);
        String day = Math.abs(days) == 1 ? " day, " : " days, ";
        return (days == 0 ? "" : days + day) + clock + fraction;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
