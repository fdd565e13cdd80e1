package marketlab.csv;

/**
 * A date, at midnight or at a time of its day.
 *
 * @param epochDay days from 1970-01-01
 * @param offset seconds by which the clock is ahead of UTC; null if no zone is known
 */
record ReadTime(long epochDay, long nanoOfDay, Integer offset) {}
