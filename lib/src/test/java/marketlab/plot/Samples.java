package marketlab.plot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.option.BlackScholes;
import marketlab.option.OptionValue;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** Small datasets with the columns and metadata that the generators write. */
final class Samples {

    static final LocalDate HOLIDAY = LocalDate.of(2024, 1, 26);

    private Samples() {}

    /** Daily bars from 1 January 2024, without weekends and {@link #HOLIDAY}. */
    static Dataset dailyBars(int count) {
        List<LocalDateTime> times = Stream.iterate(LocalDate.of(2024, 1, 1), date -> date.plusDays(1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !date.equals(HOLIDAY))
                .limit(count)
                .map(LocalDate::atStartOfDay)
                .toList();
        return bars(times);
    }

    /** A path of 150 daily bars, another for each seed. */
    static Dataset path(int seed) {
        Dataset bars = dailyBars(150);
        Random random = new Random(seed);
        DoubleColumn close = bars.table().doubleColumn("Close");
        for (int i = 1; i < close.size(); i++) {
            close.set(i, close.get(i - 1) * Math.exp(0.01 * random.nextGaussian()));
        }
        return bars;
    }

    /** The closes of {@link #path} for so many seeds, in columns of one dataset. */
    static Dataset widePaths(int count) {
        Table table = Table.create(path(0).table().dateTimeColumn("Timestamp"));
        for (int i = 0; i < count; i++) {
            table.addColumns(path(i + 1).table().doubleColumn("Close").setName("Close" + i));
        }
        return Dataset.of(table).with(metadata("index", "gbm")).withIndex("Timestamp");
    }

    /** Bars of 15 minutes from 9:15 to 15:30, without weekends and {@link #HOLIDAY}. */
    static Dataset intradayBars(int days) {
        List<LocalDateTime> times = dailyBars(days).table().dateTimeColumn("Timestamp").asList().stream()
                .flatMap(day -> Stream.iterate(day.plusMinutes(9 * 60 + 15), time -> time.plusMinutes(15))
                        .limit(25))
                .toList();
        return bars(times);
    }

    /** Bars of a minute from 9:15 to 15:30, without weekends and {@link #HOLIDAY}. */
    static Dataset minuteBars(int count) {
        List<LocalDateTime> times = dailyBars(1 + count / 375).table().dateTimeColumn("Timestamp").asList().stream()
                .flatMap(day -> Stream.iterate(day.plusMinutes(9 * 60 + 15), time -> time.plusMinutes(1))
                        .limit(375))
                .limit(count)
                .toList();
        return bars(times);
    }

    /** An option chain of five expiries and 21 strikes around a spot of 22,000, with a smile, prices and greeks. */
    static Dataset chain() {
        DateTimeColumn expiries = DateTimeColumn.create("ExpiryDate");
        Map<String, DoubleColumn> columns = new LinkedHashMap<>();
        for (int month = 1; month <= 5; month++) {
            for (double strike = 20_000; strike <= 24_000; strike += 200) {
                double moneyness = Math.log(strike / 22_000) / Math.sqrt(month / 12.0);
                double smile = 0.13 + 0.006 * month - 0.12 * moneyness + 0.35 * moneyness * moneyness;
                OptionValue option = BlackScholes.of(22_000, strike, 0.065, 0.012, smile, month / 12.0);
                expiries.append(LocalDate.of(2024, month, 25).atStartOfDay());
                append(columns, "Strike", strike);
                append(columns, "CallPrice", option.callPrice());
                append(columns, "PutPrice", option.putPrice());
                append(columns, "CallIV", smile + 0.001);
                append(columns, "PutIV", smile);
                append(columns, "CallDelta", option.callDelta());
                append(columns, "CallGamma", option.gamma());
                append(columns, "CallTheta", option.callTheta());
                append(columns, "CallVega", option.vega());
                append(columns, "CallRho", option.callRho());
                append(columns, "PutDelta", option.putDelta());
                append(columns, "PutGamma", option.gamma());
                append(columns, "PutTheta", option.putTheta());
                append(columns, "PutVega", option.vega());
                append(columns, "PutRho", option.putRho());
            }
        }
        Table table = Table.create(expiries);
        columns.values().forEach(table::addColumns);
        return Dataset.of(table)
                .with(metadata("option_chain", "black_scholes")
                        .with(Metadata.UNITS, Map.of("CallTheta", "index points per year of 365 days"))
                        .withModelParams(Map.of("spot", 22_000.0)));
    }

    /** {@link #chain()} with columns as NSE's own files have them. */
    static Dataset chainWithOpenInterest() {
        Dataset chain = chain();
        Random random = new Random(3);
        for (String side : List.of("Call", "Put")) {
            double busiest = side.equals("Call") ? 22_600 : 21_500;
            double[] interest = DoubleStream.of(
                            chain.table().doubleColumn("Strike").asDoubleArray())
                    .map(strike -> Math.exp(-Math.pow((strike - busiest) / 700, 2)))
                    .map(share -> Math.rint(4e6 * random.nextDouble() * share))
                    .toArray();
            chain.table().addColumns(DoubleColumn.create(side + "OI", interest));
        }
        return chain;
    }

    private static void append(Map<String, DoubleColumn> columns, String name, double value) {
        columns.computeIfAbsent(name, DoubleColumn::create).append(value);
    }

    /** A dataset that this kind of plot can draw. */
    static Dataset of(String kind) {
        return switch (kind) {
            case "smile", "surface", "heatmap", "greeks", "prices" -> chain();
            case "open_interest" -> chainWithOpenInterest();
            case "fan" -> widePaths(40);
            default -> dailyBars(252);
        };
    }

    static Metadata metadata(String dataType, String model) {
        return Metadata.EMPTY
                .with(Metadata.DATA_TYPE, dataType)
                .with(Metadata.MARKET_TYPE, "nifty")
                .with(Metadata.MODEL_TYPE, model)
                .with(Metadata.PARAMS, "bullish_high_vol")
                .with(Metadata.SEED, 42L);
    }

    private static Dataset bars(List<LocalDateTime> times) {
        Random random = new Random(7);
        List<double[]> bars = new ArrayList<>();
        double close = 21_700;
        for (int i = 0; i < times.size(); i++) {
            double open = close;
            close = open * Math.exp(0.0004 + 0.011 * random.nextGaussian());
            double high = Math.max(open, close) * (1 + 0.004 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.004 * random.nextDouble());
            bars.add(new double[] {open, high, low, close});
        }
        Table table = Table.create(DateTimeColumn.create("Timestamp", times));
        String[] names = {"Open", "High", "Low", "Close"};
        for (int c = 0; c < names.length; c++) {
            int column = c;
            table.addColumns(DoubleColumn.create(
                    names[c], bars.stream().mapToDouble(bar -> bar[column]).toArray()));
        }
        table.addColumns(LongColumn.create(
                "Volume", random.longs(times.size(), 150_000_000, 420_000_000).toArray()));
        return Dataset.of(table).with(metadata("index", "gbm")).withIndex("Timestamp");
    }
}
