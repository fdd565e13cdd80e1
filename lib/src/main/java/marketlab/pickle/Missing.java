package marketlab.pickle;

import java.io.IOException;
import marketlab.pickle.Node.Call;
import marketlab.pickle.Node.Global;

/** The four ways in which pandas says that an object is not there. */
enum Missing {
    NONE,
    NAN,
    NA,
    NAT;

    /** What kind of missing this item is; null if it is there. */
    static Missing of(Object item) {
        if (item == null) {
            return NONE;
        }
        if (item instanceof Double number && number.isNaN()) {
            return NAN;
        }
        if (item instanceof Global global && global.name() == Name.NA) {
            return NA;
        }
        return item instanceof Call call && call.callee() == Name.NAT ? NAT : null;
    }

    void write(OpcodeWriter out) throws IOException {
        switch (this) {
            case NONE -> out.none();
            case NAN -> out.real(Double.NaN);
            case NA -> out.global(Name.NA);
            case NAT -> {
                out.begin(Name.NAT);
                out.none();
                out.call();
            }
        }
    }
}
