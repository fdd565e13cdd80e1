/**
 * Markets, trading days, expiry days and how they settle, and lot sizes, by date.
 *
 * <p>Door: {@link marketlab.calendar.Market} by its name, with its {@link marketlab.calendar.TradingCalendar} and
 * {@link marketlab.calendar.ExpiryRules}. The dated rules are in resources, each with its source.
 *
 * <p>Knows no other package of the library.
 */
package marketlab.calendar;
