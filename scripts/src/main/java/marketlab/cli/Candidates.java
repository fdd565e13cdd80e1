package marketlab.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import marketlab.calendar.Market;
import marketlab.csv.CsvFormat;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.option.ChainFit;
import marketlab.option.OptionChainGenerator;
import marketlab.option.VolatilitySurface;
import marketlab.plot.PlotlyScript;
import marketlab.plot.Plots;
import marketlab.plot.Theme;

/** The values that Tab completes. Each list comes from the class that owns it, and is read only when it is needed. */
final class Candidates {

    private Candidates() {}

    private static Iterator<String> lowerCase(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .iterator();
    }

    static final class Markets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Market.names().iterator();
        }
    }

    static final class IndexModels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return IndexModel.names().iterator();
        }
    }

    static final class ChainModels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OptionChainGenerator.models().iterator();
        }
    }

    static final class ChainForms implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return GenerateChain.FORMS.iterator();
        }
    }

    static final class ChainGreeks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return GenerateChain.GREEKS.iterator();
        }
    }

    static final class FittedModels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ChainFit.models().iterator();
        }
    }

    static final class Surfaces implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return VolatilitySurface.names().iterator();
        }
    }

    static final class Scenarios implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return IndexDataGenerator.scenarios().iterator();
        }
    }

    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Plots.kinds().stream(), Stream.of("payoff")).iterator();
        }
    }

    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(Show.Format.values());
        }
    }

    static final class Themes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(Theme.values());
        }
    }

    static final class ScriptPlaces implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(PlotlyScript.values());
        }
    }

    static final class DateOrders implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return lowerCase(CsvFormat.DateOrder.values());
        }
    }

    /**
     * Stands for the directories and datasets of the storage. The shell looks them up itself, see {@link Completion}.
     */
    static final class Datasets implements Iterable<String> {
        static final String MARK = "<datasets>";

        @Override
        public Iterator<String> iterator() {
            return List.of(MARK).iterator();
        }
    }

    /** Stands for the same and for files. */
    static final class DatasetsAndFiles implements Iterable<String> {
        static final String MARK = "<datasets and files>";

        @Override
        public Iterator<String> iterator() {
            return List.of(MARK).iterator();
        }
    }
}
