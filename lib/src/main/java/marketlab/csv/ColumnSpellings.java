package marketlab.csv;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that exchanges, brokers and programs give to the columns of bars, in lower case and without blanks and
 * marks.
 */
final class ColumnSpellings {

    /** Names of the column with the time of a row, the best one first. */
    static final List<String> TIMES = List.of(
            "date",
            "datetime",
            "timestamp",
            "time",
            "day",
            "date1",
            "traddt",
            "tradedate",
            "tradingdate",
            "tradingday",
            "opentime",
            "gmttime",
            "localtime",
            "timeutc",
            "dateutc",
            "datetimeutc",
            "unix",
            "unixtime",
            "epoch",
            "dt",
            "ts",
            "windowstart",
            "tsrecv",
            "tsevent",
            "observationdate",
            "starttime",
            "begin",
            "datum",
            "fecha",
            "data",
            "tarih",
            "\u0434\u0430\u0442\u0430",
            "\u65e5\u4ed8",
            "\u65e5\u671f");

    /** Names of a column of times of day beside the dates. */
    static final Set<String> TIMES_OF_DAY = Set.of("minute", "zeit", "uhrzeit", "heure", "hora", "ora");

    /** Names of dates in languages that write the day first. */
    private static final Set<String> DAY_FIRST = Set.of("datum", "fecha", "data", "tarih", "\u0434\u0430\u0442\u0430");

    private static final Map<String, List<String>> ENGLISH = new LinkedHashMap<>();
    /** German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Turkish, Russian. */
    private static final Map<String, List<String>> EUROPEAN = new LinkedHashMap<>();
    /** Japanese, Chinese. */
    private static final Map<String, List<String>> ASIAN = new LinkedHashMap<>();

    static {
        put(ENGLISH, "Open", "open 1open openprice opnpric opening openingprice");
        put(ENGLISH, "High", "high 2high highprice hghpric");
        put(ENGLISH, "Low", "low 3low lowprice lwpric");
        put(
                ENGLISH,
                "Close",
                "close 4close closeprice clspric closelast closing closingprice last price lastprice ltp");
        put(
                ENGLISH,
                "Volume",
                "volume 5volume 6volume vol sharestraded ttltrdqnty tottrdqty ttltradgvol totaltradedquantity"
                        + " tradedvolume noofshares numberofshares volumelots");
        put(
                EUROPEAN,
                "Open",
                "er\u00f6ffnung er\u00f6ffn er\u00f6ffnungskurs erster ouv ouverture apertura abertura"
                        + " \u00f6ppen a\u00e7\u0131l\u0131\u015f \u043e\u0442\u043a\u0440");
        put(
                EUROPEAN,
                "High",
                "hoch tageshoch h\u00f6chstkurs plushaut haut m\u00e1ximo m\u00e1xima massimo hoog h\u00f6g"
                        + " y\u00fcksek \u043c\u0430\u043a\u0441");
        put(
                EUROPEAN,
                "Low",
                "tief tagestief tiefstkurs plusbas bas m\u00ednimo m\u00ednima minimo laag l\u00e5g"
                        + " d\u00fc\u015f\u00fck \u043c\u0438\u043d");
        put(
                EUROPEAN,
                "Close",
                "schluss schlu\u00df schlusskurs zuletzt dernier cl\u00f4ture clot \u00faltimo ultimo cierre"
                        + " chiusura fechamento laatst senaste \u015fimdi \u0446\u0435\u043d\u0430");
        put(
                EUROPEAN,
                "Volume",
                "st\u00fccke stuecke st\u00fcck umsatzst\u00fcck volumen hac hacim \u043e\u0431\u044a\u0451\u043c");
        put(ASIAN, "Open", "\u59cb\u5024 \u5f00\u76d8 \u5f00\u76d8\u4ef7");
        put(ASIAN, "High", "\u9ad8\u5024 \u6700\u9ad8 \u6700\u9ad8\u4ef7");
        put(ASIAN, "Low", "\u5b89\u5024 \u6700\u4f4e \u6700\u4f4e\u4ef7");
        put(ASIAN, "Close", "\u7d42\u5024 \u6536\u76d8 \u6536\u76d8\u4ef7");
        put(ASIAN, "Volume", "\u51fa\u6765\u9ad8 \u6210\u4ea4\u91cf");
    }

    private ColumnSpellings() {}

    private static void put(Map<String, List<String>> spellings, String name, String keys) {
        spellings.put(name, List.of(keys.split(" ")));
    }

    /** The spellings of each of Open, High, Low, Close and Volume, the best one first. */
    static Map<String, List<String>> ofBars() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        ENGLISH.forEach((name, keys) -> all.put(
                name,
                Stream.of(keys, EUROPEAN.get(name), ASIAN.get(name))
                        .flatMap(List::stream)
                        .toList()));
        return all;
    }

    /** Whether one of these names belongs to a language that writes the day before the month. */
    static boolean areDayFirst(Collection<String> keys) {
        Set<String> european = EUROPEAN.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return keys.stream().anyMatch(key -> DAY_FIRST.contains(key) || european.contains(key));
    }
}
