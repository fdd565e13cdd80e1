package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendars beside those of exchange_calendars and pandas_market_calendars. */
@Tag("slow")
class CalendarPeersTest {

    private static final List<String> PEERS = List.of("exchange_calendars==4.13.2", "pandas_market_calendars==5.1.1");

    /** Full sessions at a weekend, which exchange_calendars does not have: budgets, and the Saturday before a closure. */
    private static final Set<String> WEEKENDS =
            Set.of("2015-02-28", "2020-02-01", "2024-01-20", "2025-02-01", "2026-02-01");

    /** Days of early years that had the short Muhurat session alone; exchange_calendars counts these as sessions. */
    private static final Set<String> MUHURATS = Set.of("2010-11-05", "2011-10-26", "2012-11-13");

    /** Muharram moved from 14 to 15 November 2013 by a late circular: the exchanges traded on the 14th. */
    private static final String TRADED = "2013-11-14";

    private static final String CLOSED = "2013-11-15";

    /**
     * Early closes that exchange_calendars alone has. The last is in a press release of the exchange of 4 June 1999; no
     * source could be found for or against the others.
     */
    private static final Set<String> ONE_HAS_EARLY_CLOSES = Set.of("1986-12-24", "1987-12-24", "1999-12-31");

    /**
     * Special hours that pandas_market_calendars alone has: early closes for three weeks after the crash of 1987, a
     * fire, snow twice, a failure of computers, the trading halt of October 1997, and the day of commemoration in 2002.
     */
    private static final Set<String> THE_OTHER_HAS_SPECIAL_HOURS = Set.of(
            "1987-10-23",
            "1987-10-26",
            "1987-10-27",
            "1987-10-28",
            "1987-10-29",
            "1987-10-30",
            "1987-11-02",
            "1987-11-03",
            "1987-11-04",
            "1987-11-05",
            "1987-11-06",
            "1987-11-09",
            "1987-11-10",
            "1987-11-11",
            "1989-11-10",
            "1994-02-11",
            "1995-12-18",
            "1996-01-08",
            "1997-10-27",
            "2002-09-11");

    /** Opens one to three minutes late and a close four minutes early, which only pandas_market_calendars counts. */
    private static final Set<String> MINUTES = Set.of(
            "1990-12-27",
            "1991-01-17",
            "1991-02-25",
            "2001-09-17",
            "2001-10-08",
            "2003-03-20",
            "2004-06-07",
            "2005-06-01",
            "2006-12-27");

    @ParameterizedTest
    @ValueSource(strings = {"nse", "bse"})
    void fullSessionsOfIndiaAreThoseOfExchangeCalendarsButForTheDaysNamedHere(String name) {
        TradingCalendar india = TradingCalendar.named(name).orElseThrow();
        Set<String> ours = days(LocalDate.of(2010, 1, 4), LocalDate.of(2026, 12, 31)).stream()
                .filter(india::isFullSession)
                .map(LocalDate::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        String theirs = Python.with(PEERS).run("""
            import exchange_calendars
            calendar = exchange_calendars.get_calendar("XBOM", start="2010-01-01", end="2026-12-31")
            print(" ".join(str(day.date()) for day in calendar.sessions))
            """);
        Set<String> expected = new TreeSet<>(WEEKENDS);
        expected.addAll(List.of(theirs.strip().split(" ")));
        expected.removeAll(MUHURATS);
        expected.remove(CLOSED);
        expected.add(TRADED);
        assertThat(ours).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void sessionsOfNewYorkAreThoseOfExchangeCalendarsButForTheDaysNamedHere() {
        Map<String, String> theirs = hours("""
            import exchange_calendars
            calendar = exchange_calendars.get_calendar("XNYS", start="1986-01-01", end="2028-12-31")
            opens, closes = calendar.schedule["open"], calendar.schedule["close"]
            """);
        assertThat(differing(newYork(), theirs)).containsExactlyInAnyOrderElementsOf(THE_OTHER_HAS_SPECIAL_HOURS);
    }

    @Test
    void sessionsOfNewYorkAreThoseOfPandasMarketCalendarsButForTheDaysNamedHere() {
        Map<String, String> theirs = hours("""
            import pandas_market_calendars
            calendar = pandas_market_calendars.get_calendar("NYSE").schedule("1986-01-01", "2028-12-31")
            opens, closes = calendar["market_open"], calendar["market_close"]
            """);
        Set<String> expected = new TreeSet<>(ONE_HAS_EARLY_CLOSES);
        expected.addAll(MINUTES);
        assertThat(differing(newYork(), theirs)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Map<String, String> newYork() {
        return days(LocalDate.of(1986, 1, 1), LocalDate.of(2028, 12, 31)).stream()
                .filter(TradingCalendar.nyse()::isOpen)
                .collect(Collectors.toMap(LocalDate::toString, day -> TradingCalendar.nyse().hours(day).stream()
                        .map(Hours::toString)
                        .collect(Collectors.joining(" "))));
    }

    private static Map<String, String> hours(String schedule) {
        String lines = Python.with(PEERS).run(schedule + """
            for open, close in zip(opens.dt.tz_convert("America/New_York"), closes.dt.tz_convert("America/New_York")):
                print(f"{open:%Y-%m-%d} {open:%H:%M}-{close:%H:%M}")
            """);
        return lines.lines().collect(Collectors.toMap(line -> line.substring(0, 10), line -> line.substring(11)));
    }

    private static Set<String> differing(Map<String, String> ours, Map<String, String> theirs) {
        Map<String, String> all = new TreeMap<>(ours);
        all.putAll(theirs);
        return all.keySet().stream()
                .filter(day -> !Objects.equals(ours.get(day), theirs.get(day)))
                .collect(Collectors.toSet());
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
