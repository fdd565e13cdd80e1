package marketlab.calendar;

import java.util.List;

/** The calendars of exchanges, each read from its resource when first asked for. */
final class ExchangeCalendars {

    private ExchangeCalendars() {}

    static final class India {

        static final TradingCalendar NSE =
                TradingCalendar.shipped("nse", "Asia/Kolkata", "09:15-15:30", false, "nse-sessions.csv");
        static final TradingCalendar BSE = NSE.with("bse", List.of());

        private India() {}
    }

    static final class UnitedStates {

        static final TradingCalendar NYSE =
                TradingCalendar.shipped("nyse", "America/New_York", "09:30-16:00", true, "nyse-sessions.csv");

        private UnitedStates() {}
    }
}
