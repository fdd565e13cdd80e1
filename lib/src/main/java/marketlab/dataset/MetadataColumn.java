package marketlab.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The column {@code Metadata} that tables have on request. Each row has the same JSON text of the seed and the model's
 * parameters, so the origin of each row is still known when many datasets are joined in pandas. In pandas it is a
 * category, which takes one byte for each row.
 */
public final class MetadataColumn {

    public static final String NAME = "Metadata";

    private static final ObjectMapper JSON = new ObjectMapper();

    private MetadataColumn() {}

    /** A generated dataset with this column added at the end, and its unit added to the units. */
    public static Dataset addTo(Dataset generated) {
        Metadata metadata = generated.metadata();
        Map<String, Object> parameters = new LinkedHashMap<>();
        metadata.seed().ifPresent(seed -> parameters.put(Metadata.SEED, seed));
        parameters.putAll(metadata.modelParams());
        String text;
        try {
            text = JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the parameters cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
        StringColumn column = StringColumn.create(NAME);
        for (int row = 0; row < generated.table().rowCount(); row++) {
            column.append(text);
        }
        Table table = Table.create(generated.table().name(), generated.table().columns())
                .addColumns(column);
        Map<String, String> units = new LinkedHashMap<>(metadata.units());
        units.put(NAME, "JSON of the seed and the model's parameters");
        return generated
                .with(table)
                .with(metadata.with(Metadata.UNITS, units))
                .with(generated.frame().withCategories(List.of(NAME)));
    }

    /** Whether a dataset was generated with the column. */
    public static boolean isIn(Metadata metadata) {
        return metadata.units().containsKey(NAME);
    }
}
