package marketlab.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** JSON for plotly.js. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object from alternating names and values, in this order; names with the value null are left out. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }

    /** Numbers, exact to the last bit, packed unless one is missing, because plotly.js needs {@code null} for a gap. */
    static Object array(double[] values) {
        if (!DoubleStream.of(values).allMatch(Double::isFinite)) {
            return list(values);
        }
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return array("f8", bytes.array());
    }

    /** Numbers as text, {@code null} for a missing one. */
    static List<Double> list(double[] values) {
        return DoubleStream.of(values)
                .mapToObj(value -> Double.isFinite(value) ? value : null)
                .toList();
    }

    /** The numbers of {@link #array(double[])} or {@link #list}, NaN for missing ones; empty for anything else. */
    static double[] numbers(Object array) {
        if (array instanceof Map<?, ?> packed && "f8".equals(packed.get("dtype"))) {
            byte[] bytes = Base64.getDecoder().decode((String) packed.get("bdata"));
            double[] numbers = new double[bytes.length / Double.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(numbers);
            return numbers;
        }
        if (array instanceof List<?> list
                && list.stream().allMatch(value -> value == null || value instanceof Double)) {
            return list.stream()
                    .mapToDouble(value -> value == null ? Double.NaN : (Double) value)
                    .toArray();
        }
        return new double[0];
    }

    /** Whole numbers from 0 to 255. */
    static Object array(byte[] values) {
        return array("u1", values);
    }

    private static Object array(String type, byte[] littleEndian) {
        return object("dtype", type, "bdata", Base64.getEncoder().encodeToString(littleEndian));
    }

    /** JSON text that is safe in an HTML script element: it cannot end the element or begin another one. */
    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be drawn: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, Object> parse(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
        }
    }
}
