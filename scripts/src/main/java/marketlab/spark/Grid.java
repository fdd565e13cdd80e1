package marketlab.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Markets × models with their parameters × words × seeds × paths, numbered from 0 in the order of the file.
 *
 * @param variants the models with their parameters, in order
 */
record Grid(
        String name,
        List<String> markets,
        List<Variant> variants,
        List<String> params,
        long[] seeds,
        int paths,
        Cell.Common common)
        implements Serializable {

    /** A model with the parameters that the grid sets. */
    record Variant(String model, LinkedHashMap<String, Double> parameters) implements Serializable {}

    long size() {
        return (long) markets.size() * variants.size() * params.size() * seeds.length * paths;
    }

    Cell cell(int number) {
        int path = number % paths;
        int rest = number / paths;
        long seed = seeds[rest % seeds.length];
        rest /= seeds.length;
        String words = params.get(rest % params.size());
        rest /= params.size();
        Variant variant = variants.get(rest % variants.size());
        String market = markets.get(rest / variants.size());
        return new Cell(market, variant.model(), variant.parameters(), words, seed, path, common);
    }
}
