package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** NSE's sessions beside those of exchange_calendars, whose XBOM is the BSE: both exchanges share their holidays. */
@Tag("slow")
class CalendarPeersTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 4);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    /** Full sessions at a weekend, which exchange_calendars does not have: budgets, and the Saturday before a closure. */
    private static final Set<String> WEEKENDS =
            Set.of("2015-02-28", "2020-02-01", "2024-01-20", "2025-02-01", "2026-02-01");

    /** Days of early years that had the short Muhurat session alone; exchange_calendars counts these as sessions. */
    private static final Set<String> MUHURATS = Set.of("2010-11-05", "2011-10-26", "2012-11-13");

    /** Muharram moved from 14 to 15 November 2013 by a late circular: the exchanges traded on the 14th. */
    private static final String TRADED = "2013-11-14";

    private static final String CLOSED = "2013-11-15";

    @Test
    void fullSessionsAreThoseOfExchangeCalendarsButForTheDaysNamedHere() {
        TradingCalendar nse = TradingCalendar.nse();
        Set<String> ours = FIRST.datesUntil(LAST.plusDays(1))
                .filter(nse::isFullSession)
                .map(LocalDate::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        String theirs = Python.with(List.of("exchange_calendars==4.13.2")).run("""
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
}
