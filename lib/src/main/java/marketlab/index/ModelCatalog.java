package marketlab.index;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The known models by name. A model's parameters are its record's components. */
final class ModelCatalog {

    private static final List<IndexModel> TYPICAL = List.of(new Gbm(0.08, 0.15));

    private ModelCatalog() {}

    static List<String> names() {
        return TYPICAL.stream().map(IndexModel::name).toList();
    }

    static IndexModel named(String name, Map<String, ? extends Number> parameters) {
        IndexModel typical = TYPICAL.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("[model] unknown model '%s'; %sthere are: %s"
                        .formatted(name, Nearest.hint(name, names()), String.join(", ", names()))));
        return with(typical, parameters);
    }

    static Map<String, Object> parameters(IndexModel model) {
        return Arrays.stream(model.getClass().getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, component -> get(component, model), (a, b) -> a, LinkedHashMap::new));
    }

    private static IndexModel with(IndexModel model, Map<String, ? extends Number> changes) {
        Map<String, Object> values = parameters(model);
        changes.forEach((parameter, value) -> {
            if (!values.containsKey(parameter)) {
                throw new IllegalArgumentException("[model] %s has no parameter '%s'; %sthere are: %s".formatted(
                        model.name(),
                        parameter,
                        Nearest.hint(parameter, new ArrayList<>(values.keySet())),
                        String.join(", ", values.keySet())));
            }
            values.put(parameter, value.doubleValue());
        });
        return make(model.getClass(), values);
    }

    private static IndexModel make(Class<? extends IndexModel> type, Map<String, Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            Constructor<? extends IndexModel> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values.values().toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type.getSimpleName() + " cannot be made of " + values, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be made of " + values, e);
        }
    }

    private static Object get(RecordComponent component, IndexModel model) {
        try {
            return component.getAccessor().invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
