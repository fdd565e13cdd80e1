package marketlab.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marketlab.calendar.Market;
import marketlab.dataset.Columns;
import tech.tablesaw.api.Table;

/** The numbers of the columns on request, filled row by row. Charm is per session. */
final class ExtraColumns {

    private static final String VANNA = "Vanna";
    private static final String VOLGA = "Volga";
    private static final String CHARM = "Charm";
    private static final String STICKY_DELTA = "StickyDelta";
    private static final String IMPLIED_FORWARD = "ImpliedForward";
    private static final List<String> SIDES = List.of("Call", "Put");

    private final Set<ExtraColumn> extras;
    private final Map<String, double[]> byName = new LinkedHashMap<>();

    ExtraColumns(Set<ExtraColumn> extras, int rows) {
        this.extras = extras;
        units(ChainModel.USUAL).keySet().forEach(name -> byName.put(name, new double[rows]));
    }

    boolean has(ExtraColumn extra) {
        return extras.contains(extra);
    }

    /** @param greeks charm per year */
    void setSecondOrder(int row, SecondOrderGreeks greeks) {
        for (String side : SIDES) {
            byName.get(side + VANNA)[row] = greeks.vanna();
            byName.get(side + VOLGA)[row] = greeks.volga();
        }
        byName.get("Call" + CHARM)[row] = greeks.callCharm() / Market.SESSIONS_PER_YEAR;
        byName.get("Put" + CHARM)[row] = greeks.putCharm() / Market.SESSIONS_PER_YEAR;
    }

    void setStickyDelta(int row, double call, double put) {
        byName.get("Call" + STICKY_DELTA)[row] = call;
        byName.get("Put" + STICKY_DELTA)[row] = put;
    }

    void setImpliedForward(int row, double forward) {
        byName.get(IMPLIED_FORWARD)[row] = forward;
    }

    void addTo(Table table) {
        byName.forEach((name, numbers) -> table.addColumns(Columns.of(name, numbers)));
    }

    Stream<double[]> stream() {
        return byName.values().stream();
    }

    /** Unit and basis of every column. */
    Map<String, String> units(ChainModel model) {
        Map<String, String> units = new LinkedHashMap<>();
        if (has(ExtraColumn.SECOND_ORDER_GREEKS)) {
            for (String side : SIDES) {
                units.put(side + VANNA, "delta per 1.00 of " + model.vegaBasis());
                units.put(side + VOLGA, "vega per 1.00 of " + model.vegaBasis());
                units.put(side + CHARM, "delta per session, 1/252 year");
            }
        }
        if (has(ExtraColumn.STICKY_DELTA)) {
            SIDES.forEach(side -> units.put(
                    side + STICKY_DELTA,
                    "index points per index point, volatility of the strike over the forward unchanged (sticky"
                            + " delta)"));
        }
        if (has(ExtraColumn.IMPLIED_FORWARD)) {
            units.put(IMPLIED_FORWARD, "index points, of the expiry, by put-call parity from the middle of the quotes");
        }
        return units;
    }
}
