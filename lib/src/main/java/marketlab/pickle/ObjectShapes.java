package marketlab.pickle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import marketlab.pickle.ObjectItems.Shape;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Text;

/** Finds the shape of a column of objects. Missing objects do not count. */
final class ObjectShapes {

    private ObjectShapes() {}

    /** @param style style of a column of text, or of a column without objects */
    static PandasType kind(NdArray array, int column, TextValues.Style style) throws PickleException {
        boolean text = false;
        boolean plain = true;
        Shape shape = null;
        PandasZone zone = null;
        for (int i = 0; i < array.rows(); i++) {
            Object item = ObjectDecoder.at(array, column, i);
            if (item instanceof String || item instanceof Text) {
                text = true;
            } else if (MissingMark.of(item) == null) {
                Shape own = shape(item, array.offset());
                plain &= !(item instanceof Call call) || call.callee() == PythonGlobal.TIME;
                zone = zone == null && own == Shape.INSTANTS ? zone((Call) item) : zone;
                shape = Shape.both(shape, own);
            }
        }
        if (shape == null) {
            return new TextValues(style, MissingMark.NONE);
        }
        if (!text && plain && PythonObjects.Of.of(shape) != null) {
            return new PythonObjects(PythonObjects.Of.of(shape), MissingMark.NONE);
        }
        return new ObjectItems(text ? Shape.TEXT : shape, text || shape != Shape.INSTANTS ? null : zone);
    }

    private static Shape shape(Object item, long offset) throws PickleException {
        if (item instanceof LocalDate) {
            return Shape.DATES;
        }
        if (item instanceof Boolean) {
            return Shape.FLAGS;
        }
        if (item instanceof Long) {
            return Shape.INTEGERS;
        }
        if (item instanceof Double || item instanceof BigDecimal || item instanceof BigInteger) {
            return Shape.NUMBERS;
        }
        if (item instanceof Global global && global.foreign() != null) {
            throw global.notRead();
        }
        return item instanceof Call call ? called(call) : Shape.TEXT;
    }

    private static Shape called(Call call) throws PickleException {
        if (call.foreign() != null) {
            throw call.foreign().notRead();
        }
        return switch (call.callee()) {
            case DECIMAL -> Shape.NUMBERS;
            case TIME -> Shape.TIMES;
            case TIMESTAMP, UNPICKLE_TIMESTAMP, DATETIME -> zone(call) == null ? Shape.DATETIMES : Shape.INSTANTS;
            case DURATION, TIMEDELTA, UNPICKLE_TIMEDELTA -> Shape.DURATIONS;
            case PERIOD -> Shape.PERIODS;
            case INTERVAL -> Shape.INTERVALS;
            case SCALAR ->
                call.arguments().length == 2 ? scalar(Dtype.of(call.arguments()[0], call.offset())) : Shape.TEXT;
            default -> Shape.TEXT;
        };
    }

    private static Shape scalar(Dtype dtype) {
        return switch (dtype.kind()) {
            case 'b', '?' -> Shape.FLAGS;
            case 'i', 'u' -> Shape.INTEGERS;
            case 'f' -> Shape.NUMBERS;
            case 'M' -> Shape.DATETIMES;
            default -> Shape.TEXT;
        };
    }

    /** The zone of a Timestamp or a datetime; null if it has none. */
    static PandasZone zone(Call call) throws PickleException {
        int place = call.callee() == PythonGlobal.DATETIME ? 1 : 2;
        return call.arguments().length > place ? PandasZone.of(call.arguments()[place], call.offset()) : null;
    }
}
